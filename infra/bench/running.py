"""Runs what is measured: a room as it is deployed, in a bare interpreter, beside a stub of AWS."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from infra.local.place import ROOT
from infra.local.problems import LocalRunError

_AWS = {
    "AWS_REGION": "eu-west-1",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "HOME": "/nonexistent",
}


@contextmanager
def stub(secret: Mapping[str, str]) -> Iterator[str]:
    """The address of an AWS that answers at once; every parameter is ``secret``."""
    command = [sys.executable, str(Path(__file__).with_name("stub.py"))]
    env = {**os.environ, "BENCH_SECRET": json.dumps(secret)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        try:
            port = process.stdout.readline().strip() if process.stdout else ""
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def child(
    script: Path, python: Path, path: Iterable[Path], address: str, settings: Mapping[str, str]
) -> dict[str, Any]:
    """What ``script`` prints last, as JSON, when it has ``path`` alone. Raises LocalRunError."""
    env = {
        **_AWS,
        "PYTHONPATH": os.pathsep.join(map(str, path)),
        "AWS_ENDPOINT_URL": address,
        **settings,
    }
    done = subprocess.run(
        [str(python), "-P", str(script)],
        env=env,
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
