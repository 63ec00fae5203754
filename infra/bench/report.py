"""The figures as a table for people and as JSON for programs."""

from collections.abc import Mapping
from typing import Any

from infra.bench.interpreters import Interpreter
from infra.bench.rooms import EMPTY, YARDSTICK
from infra.bench.samples import Cost

METHOD = """\
Each line is a fresh interpreter that imports the room as Lambda's init phase does, settings and
clients included, nothing asked of AWS; from artifacts built as by `sam build`, byte code included.
CPU is user + system time of that process; least and median of {runs} runs after a warm-up, taken in
turn. What else runs on the machine can only add: compare the least, and best the ratios."""


def table(costs: Mapping[str, Cost], interpreter: Interpreter, runs: int) -> str:
    """Lines to print."""
    yardstick = costs[YARDSTICK].least
    rows = [
        f"{name:<22}{cost.least:>8.1f}{cost.median:>10.1f}{cost.modules:>10}"
        f"{cost.least / yardstick:>10.2f}"
        for name, cost in costs.items()
    ]
    head = f"{'CPython ' + interpreter.version:<22}{'CPU ms':>8}{'median':>10}{'modules':>10}"
    return "\n".join(
        [f"{head}{'of boto3':>10}", *rows, "", METHOD.format(runs=runs), *interpreter.remarks]
    )


def figures(costs: Mapping[str, Cost], interpreter: Interpreter, runs: int) -> dict[str, Any]:
    """``{"rooms": {"webhook": {"cpu_ms", …}, …}, "python", "runs", …}``; ``cpu_ms`` is least."""
    yardstick = costs[YARDSTICK].least
    numbers = {
        name: {
            "cpu_ms": round(cost.least, 1),
            "cpu_ms_median": round(cost.median, 1),
            "modules": cost.modules,
            "ratio_to_boto3": round(cost.least / yardstick, 3),
        }
        for name, cost in costs.items()
    }
    return {
        "empty_interpreter": numbers.pop(EMPTY),
        "boto3_client": numbers.pop(YARDSTICK),
        "rooms": numbers,
        "python": interpreter.version,
        "profile_guided_optimisation": interpreter.profiled,
        "runs": runs,
    }
