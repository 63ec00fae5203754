"""Compare designs: ``python -m infra.bench.simulation [--seed 1,2] [--rate 100] [--json FILE]``."""

import argparse
import sys

from infra.bench.files import writable, write
from infra.bench.simulation.designs.catalogue import DESIGNS
from infra.bench.simulation.report import figures, table
from infra.bench.simulation.run import simulate
from infra.bench.simulation.scenario import SCENARIOS


def main(words: list[str] | None = None) -> int:
    """Print the table."""
    wanted = _parser().parse_args(words)
    scenarios = [one for one in SCENARIOS if not wanted.rate or one.rate in wanted.rate]
    runs = {
        name: [simulate(design, one, seed) for one in scenarios for seed in wanted.seed]
        for name, design in DESIGNS.items()
    }
    sys.stdout.write(f"{table(runs)}\n")
    write(wanted.json, figures(runs, wanted.seed))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Compare designs of counting seats.")
    parser.add_argument("--seed", type=_numbers, default=[1], help="one or several: 1,2,3")
    parser.add_argument("--rate", type=_numbers, default=[], help="scans a second; else all")
    parser.add_argument("--json", type=writable, help="file to write the figures to")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
