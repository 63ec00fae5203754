"""A local suite for measuring: started on ports and in a folder of its own, and stopped."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.local.demo.http import Caller
from infra.local.demo.stage import logged_in
from infra.local.place import CLOUD_PYTHON, ROOT, STACK, Place
from infra.local.ports import free_pair
from infra.local.problems import LocalRunError

_START_S = 180
_STOP_S = 60
_POLL_S = 0.2


@contextmanager
def suite() -> Iterator[Place]:
    """A running suite. Raises LocalRunError."""
    with tempfile.TemporaryDirectory(prefix="hearth-bench-") as folder:
        place = Place(free_pair(), Path(folder))
        output = place.state / "output.txt"
        command = [str(CLOUD_PYTHON), "-m", "infra.local.run", "--port", str(place.port)]
        with output.open("w") as out:
            process = subprocess.Popen(
                [*command, "--state", folder], cwd=ROOT, stdout=out, stderr=out
            )
        try:
            _await(process, output)
            yield place
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(_STOP_S)


def new_code(operator: Caller, groups: int, capacity: int) -> str:
    """A live code with so many groups, in a community of its own."""
    key = f"bench-{os.urandom(3).hex()}"
    community = {"community": key, "name": "Bench", "language": "en", "time_zone": "UTC"}
    operator.json("POST", "/api/communities", community)
    made = operator.json("POST", f"/api/communities/{key}/livecodes", {"name": "Bench"})
    for number in range(groups):
        target = {"kind": "link", "target": f"https://t.example/{number}", "capacity": capacity}
        operator.json("POST", f"/api/livecodes/{made['code']}/destinations", target)
    code: str = made["code"]
    return code


def operator(place: Place) -> Caller:
    """An operator of the suite."""
    return logged_in(place)


def environments(place: Place) -> list[int]:
    """Process ids of the warm environments of the room that answers scans."""
    ours = (f"AWS_LAMBDA_FUNCTION_NAME={STACK}-livecode", f":{place.port}")
    return [int(one.name) for one in Path("/proc").iterdir() if _has(one, ours)]


def _has(process: Path, words: tuple[str, ...]) -> bool:
    try:
        variables = (process / "environ").read_text(errors="replace")
    except (OSError, ValueError):
        return False  # not a process, ended meanwhile, or somebody else's
    return process.name.isdigit() and all(word in variables for word in words)


def _await(process: "subprocess.Popen[bytes]", output: Path) -> None:
    until = time.monotonic() + _START_S
    while "Ctrl-C" not in output.read_text():
        if process.poll() is not None or time.monotonic() > until:
            raise LocalRunError(f"the suite did not start: {output.read_text()[-500:]}")
        time.sleep(_POLL_S)
