"""What a scan costs the room itself, beside what the AWS SDK takes for one bare update."""

import statistics
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from hearth.runtime.config.livecode import LivecodeConfig
from infra.bench.interpreters import Interpreter
from infra.bench.rooms import built
from infra.bench.running import child, stub

_CHILD = Path(__file__).with_name("child.py")
_SCANS = 1_000


@dataclass(frozen=True)
class Cpu:
    """Milliseconds of CPU a scan (least and median of the rounds), and requests a scan."""

    boto3: float
    room: float
    room_blocks: float
    boto3_median: float
    room_median: float
    room_blocks_median: float
    writes_n1: float
    writes_n20: float
    reads: float
    rounds: int

    @property
    def ratio(self) -> float:
        """The room's own CPU a scan, n = 1, in bare boto3 updates."""
        return self.room / self.boto3


def measure(interpreter: Interpreter, rounds: int) -> Cpu:
    """Run the room as it is deployed against the stub. Raises LocalRunError."""
    path = built(["livecode"], interpreter)["livecode"]
    with stub({"key": "a-key-of-benches"}) as address:
        found = child(_CHILD, interpreter.bare, path, address, _settings(rounds))
    scans = rounds * _SCANS
    least = {name: min(found[name]["cpu_ms"]) for name in found}
    median = {name: statistics.median(found[name]["cpu_ms"]) for name in found}
    asked = {name: found[name]["asked"] for name in found}
    return Cpu(
        least["boto3"],
        least["n1"],
        least["n20"],
        median["boto3"],
        median["n1"],
        median["n20"],
        asked["n1"]["UpdateItem"] / scans,
        asked["n20"]["UpdateItem"] / scans,
        sum(_reads(asked[name]) for name in ("n1", "n20")) / (2 * scans),
        rounds,
    )


def _reads(asked: Mapping[str, int]) -> int:
    return sum(times for operation, times in asked.items() if operation != "UpdateItem")


def _settings(rounds: int) -> dict[str, str]:
    return {
        "AWS_LAMBDA_FUNCTION_NAME": "livecode",
        **{field.name.upper(): f"/{field.name}" for field in fields(LivecodeConfig)},
        "BENCH_SCANS": str(_SCANS),
        "BENCH_ROUNDS": str(rounds),
    }
