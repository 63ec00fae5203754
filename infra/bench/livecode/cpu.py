"""What a scan costs the room itself, beside what the AWS SDK takes for one bare update."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from hearth.runtime.config.livecode import LivecodeConfig
from infra.bench.interpreters import Interpreter
from infra.bench.rooms import built
from infra.local.place import ROOT
from infra.local.problems import LocalRunError

_HERE = Path(__file__).parent
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
    with _stub() as address:
        found = _child(interpreter.bare, path, address, rounds)
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


@contextmanager
def _stub() -> Iterator[str]:
    command = [sys.executable, str(_HERE / "stub.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            port = process.stdout.readline().strip() if process.stdout else ""
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _child(python: Path, path: list[Path], address: str, rounds: int) -> dict[str, Any]:
    own = {
        "PYTHONPATH": os.pathsep.join(map(str, path)),
        "AWS_ENDPOINT_URL": address,
        "AWS_REGION": "eu-west-1",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_LAMBDA_FUNCTION_NAME": "livecode",
        "HOME": "/nonexistent",
        **{field.name.upper(): f"/{field.name}" for field in fields(LivecodeConfig)},
        "BENCH_SCANS": str(_SCANS),
        "BENCH_ROUNDS": str(rounds),
    }
    done = subprocess.run(
        [str(python), "-P", str(_HERE / "child.py")],
        env=own,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
    if done.returncode:
        raise LocalRunError(f"the measured room failed: {last}")
    found: dict[str, Any] = json.loads(last)
    return found
