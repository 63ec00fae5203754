"""Callbacks, measured side by side: ``python -m infra.bench.webhook [--json FILE]``."""

import argparse
import sys
from typing import Any

from infra.bench.files import writable, write
from infra.bench.interpreters import Interpreter, choose
from infra.bench.webhook.cpu import Cpu, measure
from infra.bench.webhook.peer import NAME
from infra.local.problems import LocalRunError

METHOD = """\
The room as `sam build` makes it, in one process: {rounds} rounds of 500 callbacks in turn with 500
times the same bytes ({body} of them: a change of a WeCom customer group) verified and decrypted by
{name}; user and system time, least of the rounds. AWS is a stub that answers at once and counts."""


def main(words: list[str] | None = None) -> int:
    """Print the table; 1 when something cannot be built or measured."""
    wanted = _parser().parse_args(words)
    try:
        interpreter = choose(wanted.python)
        found = measure(interpreter, wanted.runs)
    except LocalRunError as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 1
    sys.stdout.write(f"{table(found, interpreter)}\n")
    write(wanted.json, figures(found, interpreter))
    return 0


def table(cpu: Cpu, interpreter: Interpreter) -> str:
    """Lines to print."""
    lines = [
        f"{'CPU ms a callback':<44}{'least':>10}{'median':>10}{'of peer':>10}",
        _row(f"{NAME}: verify and decrypt", "peer", cpu),
        _row("the translator: verify and decrypt", "read", cpu),
        _row("the room: verify, decrypt, read, store", "room", cpu),
        "",
        f"writes a callback: {cpu.writes:.3f}; other requests: {cpu.others:.3f}",
        "",
        METHOD.format(rounds=cpu.rounds, body=cpu.body_bytes, name=NAME),
        *interpreter.remarks,
    ]
    return "\n".join(lines)


def figures(cpu: Cpu, interpreter: Interpreter) -> dict[str, Any]:
    """Names and numbers."""
    return {
        "cpu_ratio_to_peer": round(cpu.ratio("room"), 3),
        "writes_per_callback": round(cpu.writes, 4),
        "other_requests_per_callback": round(cpu.others, 4),
        "cpu_ratio_of_reading_to_peer": round(cpu.ratio("read"), 3),
        "cpu_ms": dict(cpu.least),
        "peer": NAME,
        "python": interpreter.version,
    }


def _row(title: str, name: str, cpu: Cpu) -> str:
    return f"{title:<44}{cpu.least[name]:>10.3f}{cpu.median[name]:>10.3f}{cpu.ratio(name):>10.2f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure callbacks.")
    parser.add_argument("--runs", type=int, default=9, help="rounds of the measurement")
    parser.add_argument("--json", type=writable, help="file to write the figures to")
    parser.add_argument("--python", default="python3.13", help="interpreter that is measured")
    return parser


if __name__ == "__main__":
    sys.exit(main())
