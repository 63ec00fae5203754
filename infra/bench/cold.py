"""Measure the rooms' cold starts: ``python -m infra.bench.cold [--runs N] [--json FILE]``."""

import argparse
import sys

from infra.bench.files import writable, write
from infra.bench.interpreters import choose
from infra.bench.report import figures, table
from infra.bench.rooms import ROOMS, built, starts
from infra.bench.samples import measure
from infra.local.problems import LocalRunError


def main(words: list[str] | None = None) -> int:
    """Print the table; 1 when something cannot be built or started."""
    wanted = _parser().parse_args(words)
    try:
        interpreter = choose(wanted.python)
        costs = measure(interpreter.bare, starts(built(ROOMS, interpreter)), wanted.runs)
    except LocalRunError as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 1
    sys.stdout.write(f"{table(costs, interpreter, wanted.runs)}\n")
    write(wanted.json, figures(costs, interpreter, wanted.runs))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the rooms' cold starts.")
    parser.add_argument("--runs", type=_count, default=15, help="how often each is started")
    parser.add_argument("--json", type=writable, help="file to write the figures to")
    parser.add_argument("--python", default="python3.13", help="interpreter to measure")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
