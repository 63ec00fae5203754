# The console's page: packages pinned by package-lock.json, bundled by esbuild into dist/.
PAGE := functions/console/page
PAGE_SOURCES := $(PAGE)/package.json $(PAGE)/build.mjs \
	$(shell find $(PAGE)/src -type f ! -name schema.d.ts)
PAGE_NPM := PYTHON="$(or $(PYTHON),python3)" $(PAGE)/npm.sh
PAGE_FAILED := { test $$? -eq 3 || echo "hearth: the page's packages could not be installed:" \
	"is the npm registry within reach? (cd $(PAGE) && npm ci) says more" >&2; exit 1; }

.PHONY: page page-test page-check page-clean

page: $(PAGE)/dist/index.html ## build the console's page
page-test: $(PAGE)/node_modules/.build-packages ## test the page's dictionaries and helpers
	@$(PAGE_NPM) --silent test
page-check: $(PAGE)/node_modules/.all-packages ## check the page's types against docs/openapi.json
	@$(PAGE_NPM) --silent run check
page-clean:
	rm -rf $(PAGE)/dist $(PAGE)/node_modules $(PAGE)/src/api/schema.d.ts .build/node

$(PAGE)/dist/index.html: $(PAGE_SOURCES) $(PAGE)/node_modules/.build-packages
	@$(PAGE_NPM) --silent run build

$(PAGE)/node_modules/.build-packages: $(PAGE)/package-lock.json
	@$(PAGE_NPM) --silent ci --omit=dev || $(PAGE_FAILED)
	@touch $@

$(PAGE)/node_modules/.all-packages: $(PAGE)/package-lock.json | $(PAGE)/node_modules/.build-packages
	@$(PAGE_NPM) --silent ci || $(PAGE_FAILED)
	@touch $(PAGE)/node_modules/.build-packages $@
