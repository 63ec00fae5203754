# Building, checking and deploying the stack; included by the root Makefile.
SAM_ENV := .venv-sam
SAM := SAM_CLI_TELEMETRY=0 $(SAM_ENV)/bin/sam
TEMPLATES := template.yaml $(wildcard infra/*.yaml)

# Byte code must come from the runtime's own version; pyenv keeps it off PATH.
RUNTIME_PYTHON ?= $(firstword \
	$(shell python3.13 -c 'import sys; print(sys.executable)' 2>/dev/null) \
	$(wildcard $(HOME)/.pyenv/versions/3.13.*/bin/python3.13) python3.13)

# Its pins disagree with the runtime's, hence an environment of its own.
$(SAM_ENV)/.ready: infra/tools-requirements.txt | python
	@$(PYTHON) infra/local/environments.py $(SAM_ENV) $<

.PHONY: build validate deploy invite
build: $(SAM_ENV)/.ready functions/console/page/dist/index.html ## build the functions and layers for Lambda, without Docker
	@PYTHON=$(CURDIR)/$(SAM_ENV)/bin/python RUNTIME_PYTHON=$(RUNTIME_PYTHON) $(SAM) build

validate: $(SAM_ENV)/.ready ## check all templates with sam and cfn-lint
	@$(SAM) validate
	@$(SAM_ENV)/bin/cfn-lint $(TEMPLATES)

deploy: build ## build, then deploy to AWS, asking for what it needs to know
	@$(SAM) deploy --guided

invite: .venv/.ready ## print a one-time login link of the deployed stack (STACK=hearth NAME=owner)
	@.venv/bin/python -m infra.invite $(or $(STACK),hearth) $(if $(NAME),--name $(NAME))
