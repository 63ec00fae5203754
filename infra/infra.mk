# The deployment's targets; included by the root Makefile.
PYTHON ?= python3
SAM_ENV := .venv-sam
SAM := SAM_CLI_TELEMETRY=0 $(SAM_ENV)/bin/sam
# Byte code must come from the runtime's own version; pyenv keeps it off PATH.
RUNTIME_PYTHON ?= $(firstword \
	$(shell python3.13 -c 'import sys; print(sys.executable)' 2>/dev/null) \
	$(wildcard $(HOME)/.pyenv/versions/3.13.*/bin/python3.13) python3.13)
TEMPLATES := template.yaml $(wildcard infra/*.yaml)

# Its pins disagree with the runtime's, hence an environment of its own. The list is complete, so
# --no-deps: nothing but what it names is installed.
$(SAM_ENV)/.installed: infra/tools-requirements.txt
	$(PYTHON) -m venv $(SAM_ENV)
	$(SAM_ENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement $<
	@touch $@

.PHONY: build validate deploy
build: $(SAM_ENV)/.installed ## build the functions and layers for Lambda, without Docker
	PYTHON=$(CURDIR)/$(SAM_ENV)/bin/python RUNTIME_PYTHON=$(RUNTIME_PYTHON) $(SAM) build

validate: $(SAM_ENV)/.installed ## check all templates with sam and cfn-lint
	$(SAM) validate --lint
	$(SAM_ENV)/bin/cfn-lint $(TEMPLATES)

deploy: build ## build, then deploy to AWS, asking for what it needs to know
	$(SAM) deploy --guided
