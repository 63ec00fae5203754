# Measuring; included by the root Makefile. Nothing here passes or fails: figures are for reading.
RUNS ?= 15

.PHONY: bench-cold
bench-cold: .venv/.ready functions/console/page/dist/index.html ## measure CPU and modules of each room's cold start (JSON=file RUNS=15)
	@$(HEARTH) -m infra.bench.cold --runs $(RUNS) --python "$(RUNTIME_PYTHON)" $(if $(JSON),--json "$(JSON)")
