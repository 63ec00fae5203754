"""A one-time link into the console of a running suite: `make login`."""

import argparse
import sys

from infra.local.place import DEFAULT_PORT, Place
from infra.local.ports import check_port
from infra.local.problems import LocalRunError
from infra.local.rooms import run_as


def login_path(place: Place) -> str:
    """Return the path of a fresh one-time login; raise LocalRunError if none can be made."""
    return run_as(place, "ConsoleFunction", "infra.login_link")


def main() -> int:
    """Print the whole link."""
    parser = argparse.ArgumentParser(description="Print a one-time login link.")
    parser.add_argument("--port", default=str(DEFAULT_PORT))
    try:
        place = Place(check_port(parser.parse_args().port))
        print(place.front + login_path(place))
    except LocalRunError as problem:
        print(f"hearth: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
