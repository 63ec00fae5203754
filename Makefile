# Everything one does with Hearth, from a fresh clone on. `make help` lists it.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PORT ?= 8787

ifndef PYTHON
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
endif

export PYTHON

DEV := .venv/bin
CLOUD := .venv-cloud/bin/python
HEARTH := PYTHONPATH=layers/core $(DEV)/python
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)
UV := .build/uv/bin/uv

include infra/infra.mk
include infra/page.mk
-include infra/bench.mk
PAGE_READY := functions/console/page/dist/index.html

.PHONY: help setup run reconcile login logs demo test check openapi fix pins clean distclean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- running --------------------------------------------------------------------------------------

run: ## start the suite on this machine (PORT=8787)
	@$(MAKE) --silent --jobs=2 .venv-cloud/.ready $(PAGE_READY)
	@$(CLOUD) -m infra.local.run --port $(PORT)

reconcile: $(if $(STACK),.venv/.ready,.venv-cloud/.ready) ## compare live codes' figures with their facts (CODES= COMMUNITY= STACK=)
	@$(if $(STACK),$(DEV)/python -m infra.deployed $(STACK) infra.reconcile,$(CLOUD) -m infra.local.reconcile \
		--port $(PORT)) $(CODES) $(addprefix --community ,$(COMMUNITY))

login: .venv-cloud/.ready ## print another one-time login link of the running suite
	@$(CLOUD) -m infra.local.login --port $(PORT)

logs: .venv-cloud/.ready ## print what the rooms of the running suite wrote last (ROOM=console)
	@$(CLOUD) -m infra.local.logs --port $(PORT) --room "$(ROOM)"

demo: .venv-cloud/.ready ## fill the running suite with a demo community and show it at work
	@$(CLOUD) -m infra.local.demo --port $(PORT)

# --- environments ---------------------------------------------------------------------------------

setup: ## install everything that developing and testing needs
	@$(MAKE) --silent --jobs=3 .venv/.ready .venv-cloud/.ready .venv-sam/.ready $(PAGE_READY)

.venv/.ready: requirements-dev.txt | python
	@$(PYTHON) infra/local/environments.py .venv requirements-dev.txt

.venv-cloud/.ready: infra/local/cloud-requirements.txt | python
	@$(PYTHON) infra/local/environments.py .venv-cloud infra/local/cloud-requirements.txt

.PHONY: python
python:
	@"$(or $(PYTHON),false)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "hearth: Python 3.11 or newer is needed; install it or name it: make run PYTHON=/path/to/python3.11" >&2; exit 1; }

# --- proving --------------------------------------------------------------------------------------

test: check page-test ## check everything, then run every test
	@infra/tools/chromium.sh
	@$(DEV)/pytest -n 2 --dist loadgroup

check: setup page-check ## lint, format, types, import rules, interface, templates
	@$(DEV)/ruff check .
	@$(DEV)/ruff format --check --quiet .
	@$(DEV)/mypy
	@PYTHONPATH=layers/core:. $(DEV)/lint-imports --no-logo
	@$(HEARTH) -m infra.openapi --check
	@$(MAKE) --no-print-directory validate

openapi: .venv/.ready ## write docs/openapi.json from the code
	@$(HEARTH) -m infra.openapi

fix: .venv/.ready ## let ruff format and repair what it can
	@$(DEV)/ruff check --fix .
	@$(DEV)/ruff format .

# --- keeping --------------------------------------------------------------------------------------

pins: $(UV) ## pin the newest packages that the .in files allow (UPGRADE=1), with hashes
	$(COMPILE) layers/vendor/requirements.in -o layers/vendor/requirements.txt
	$(COMPILE) requirements-dev.in -o requirements-dev.txt
	$(COMPILE) infra/local/cloud-requirements.in -o infra/local/cloud-requirements.txt
	$(COMPILE) infra/tools-requirements.in -o infra/tools-requirements.txt
	$(COMPILE) infra/bench/webhook/requirements.in -o infra/bench/webhook/requirements.txt

$(UV): | python
	@$(PYTHON) -m venv .build/uv
	@.build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

clean: ## forget the local data, builds and caches
	rm -rf .hearth .build .aws-sam .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +

distclean: clean ## forget the environments too
	rm -rf .venv .venv-cloud .venv-sam functions/console/page/node_modules functions/console/page/dist
