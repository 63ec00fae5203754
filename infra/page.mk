# The console's page: packages pinned by package-lock.json, bundled by esbuild into dist/.
PAGE := functions/console/page
PAGE_SOURCES := $(PAGE)/package.json $(PAGE)/build.mjs \
	$(shell find $(PAGE)/src -type f ! -name schema.d.ts)

.PHONY: page page-test page-check page-clean

page: $(PAGE)/dist/index.html ## Build the console's page
page-test: $(PAGE)/node_modules/.build-packages ## Test the page's dictionaries and helpers
	@$(PAGE)/npm.sh --silent test
page-check: $(PAGE)/node_modules/.all-packages ## Check the page's types against docs/openapi.json
	@$(PAGE)/npm.sh --silent run check
page-clean:
	rm -rf $(PAGE)/dist $(PAGE)/node_modules $(PAGE)/src/api/schema.d.ts .build/node

$(PAGE)/dist/index.html: $(PAGE_SOURCES) $(PAGE)/node_modules/.build-packages
	@$(PAGE)/npm.sh --silent run build

$(PAGE)/node_modules/.build-packages: $(PAGE)/package-lock.json
	@$(PAGE)/npm.sh --silent ci --omit=dev
	@touch $@

$(PAGE)/node_modules/.all-packages: $(PAGE)/package-lock.json | $(PAGE)/node_modules/.build-packages
	@$(PAGE)/npm.sh --silent ci
	@touch $(PAGE)/node_modules/.build-packages $@
