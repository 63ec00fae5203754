# Measuring; included by the root Makefile. Nothing here passes or fails: figures are for reading.
RUNS ?= 15

.PHONY: bench-cold
bench-cold: .venv/.ready functions/console/page/dist/index.html ## measure CPU and modules of each room's cold start (JSON=file RUNS=15)
	@$(HEARTH) -m infra.bench.cold --runs $(RUNS) --python "$(RUNTIME_PYTHON)" $(if $(JSON),--json "$(JSON)")

.PHONY: bench-simulation
bench-simulation: .venv/.ready ## simulate designs of counting seats (JSON=file SEED=1,2 RATE=100)
	@$(HEARTH) -m infra.bench.simulation --seed "$(or $(SEED),1)" $(if $(RATE),--rate "$(RATE)") \
		$(if $(JSON),--json "$(JSON)")

.PHONY: bench-cost
bench-cost: .venv/.ready ## compute what a million scans cost from the template (JSON=file)
	@$(HEARTH) -m infra.bench.cost --seed "$(or $(SEED),1)" $(if $(JSON),--json "$(JSON)")

.PHONY: eval-qr
eval-qr: .venv/.ready ## measure how well pictures of QR codes are read (JSON=file PICTURES=8)
	@$(HEARTH) -m infra.bench.qr $(if $(PICTURES),--pictures $(PICTURES)) $(if $(JSON),--json "$(JSON)")

.PHONY: bench-livecode
bench-livecode: .venv/.ready .venv-cloud/.ready $(PAGE_READY) ## measure live codes beside boto3, and under a crowd (JSON=file)
	@$(HEARTH) -m infra.bench.livecode --python "$(RUNTIME_PYTHON)" $(if $(JSON),--json "$(JSON)")

.PHONY: bench-webhook
bench-webhook: .venv/.ready ## measure callbacks beside a library of others (JSON=file)
	@$(HEARTH) -m infra.bench.webhook --python "$(RUNTIME_PYTHON)" $(if $(JSON),--json "$(JSON)")
