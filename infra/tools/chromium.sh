#!/bin/sh
# The browser that the console's page is tested in. A build machine installs it by itself; on
# anybody's own machine nothing is installed: there the tests say that it is missing.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && exit 0
done
[ -n "$HEARTH_CHROMIUM" ] && exit 0
if [ "$CI" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
    echo "hearth: chromium could not be installed; the tests in tests/browser will be skipped" >&2
fi
exit 0
