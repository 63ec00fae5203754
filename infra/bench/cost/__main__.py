"""What a million scans cost: ``python -m infra.bench.cost [--json FILE]``."""

import argparse
import sys
from dataclasses import fields
from pathlib import Path

from infra.bench.cost import prices, stack
from infra.bench.cost.bars import bills
from infra.bench.cost.report import figures, table
from infra.bench.cost.usage import FAST, SLOW, used
from infra.bench.cost.work import Work
from infra.bench.files import writable, write
from infra.local.place import ROOT
from infra.local.problems import LocalRunError
from infra.local.templates import load


def main(words: list[str] | None = None) -> int:
    """Print the bills; 1 when the template cannot be read."""
    wanted = _parser().parse_args(words)
    try:
        found = stack.read(load(wanted.template))
    except LocalRunError as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 1
    work = Work(**{field.name: getattr(wanted, field.name) for field in fields(Work)})
    listed = prices.read()
    slow, fast = used(SLOW, wanted.seed), used(FAST, wanted.seed)
    made = bills(found, slow, fast, work, listed)
    sys.stdout.write(f"{table(made, listed)}\n")
    write(wanted.json, figures(made, listed))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="What a million scans cost.")
    parser.add_argument("--json", type=writable, help="file to write the figures to")
    parser.add_argument("--template", type=Path, default=ROOT / "template.yaml")
    parser.add_argument("--seed", type=int, default=1, help="of the simulated scans")
    for field in fields(Work):
        name = f"--{field.name.replace('_', '-')}"
        parser.add_argument(name, type=float, default=field.default, help=field.name)
    return parser


if __name__ == "__main__":
    sys.exit(main())
