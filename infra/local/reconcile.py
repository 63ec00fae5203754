"""Compare the live codes' figures of a running suite with their facts: `make reconcile`."""

import argparse
import sys

from infra.local.place import DEFAULT_PORT, Place
from infra.local.ports import check_port
from infra.local.problems import LocalRunError
from infra.local.rooms import follow_as


def main() -> int:
    """End as `infra.reconcile` ends, which gets every further word."""
    parser = argparse.ArgumentParser(description="Compare live codes' figures with their facts.")
    parser.add_argument("--port", default=str(DEFAULT_PORT))
    options, words = parser.parse_known_args()
    try:
        place = Place(check_port(options.port))
        return follow_as(place, "ConsoleFunction", "infra.reconcile", *words)
    except LocalRunError as problem:
        print(f"hearth: {problem}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
