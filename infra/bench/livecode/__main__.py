"""Live codes, measured side by side: ``python -m infra.bench.livecode [--json FILE]``."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from infra.bench.files import writable, write
from infra.bench.interpreters import choose
from infra.bench.livecode import cpu, load
from infra.bench.livecode.report import figures, table
from infra.local.place import ROOT
from infra.local.problems import LocalRunError


def main(words: list[str] | None = None) -> int:
    """Print the tables; 1 when something cannot be built, started or measured."""
    wanted = _parser().parse_args(words)
    try:
        interpreter = choose(wanted.python)
        room = cpu.measure(interpreter, wanted.runs)
        crowd, killed = load.measure()
        costs = _costs()
    except LocalRunError as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 1
    sys.stdout.write(f"{table(room, crowd, killed, costs, interpreter)}\n")
    write(wanted.json, figures(room, crowd, killed, costs, interpreter))
    return 0


def _costs() -> dict[str, Any]:
    """What a million scans cost, as `make bench-cost` computes it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "costs.json"
        command = [sys.executable, "-m", "infra.bench.cost", "--json", str(file)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise LocalRunError(done.stderr.strip() or "the costs cannot be computed")
        found: dict[str, Any] = json.loads(file.read_text())
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure live codes.")
    parser.add_argument("--runs", type=int, default=9, help="rounds of the CPU measurement")
    parser.add_argument("--json", type=writable, help="file to write the figures to")
    parser.add_argument("--python", default="python3.13", help="interpreter of the CPU measurement")
    return parser


if __name__ == "__main__":
    sys.exit(main())
