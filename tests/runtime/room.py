"""One room as Lambda runs it: a process of its own under AWS's runtime client."""

import os
import queue
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from infra.local.clients import environment
from infra.local.place import Place
from tests.infra.templates import REPOSITORY, function
from tests.runtime.runtime_api import Outcome, RuntimeApi
from tests.support.settings import settings_names

SECRETS_PATH = "/hearth/runtime-tests"
_PATIENCE_S = 60.0
_OF_THE_CLOUD = tuple(environment(Place()))


@dataclass(frozen=True)
class Room:
    """A running room: hand over events, look at what it made of them."""

    name: str
    api: RuntimeApi
    process: subprocess.Popen[bytes]
    output: IO[bytes]

    def invoke(self, event: Any) -> Outcome:
        """What the room makes of one event."""
        self.hand_over(event)
        return self.outcome()

    def hand_over(self, event: Any) -> None:
        """Let the room begin with one event; it need not have started yet."""
        self.api.waiting.put(event)

    def outcome(self) -> Outcome:
        """What it posted about the event that was handed over, or about its start."""
        until = time.monotonic() + _PATIENCE_S
        while True:
            try:
                return self.api.outcomes.get(timeout=0.2)
            except queue.Empty as silent:
                if time.monotonic() > until or self.process.poll() is not None:
                    raise AssertionError(f"{self.name} said nothing\n{self.log}") from silent

    @property
    def log(self) -> str:
        """Everything the room printed."""
        file = self.output.fileno()
        return os.pread(file, os.fstat(file).st_size, 0).decode()


@contextmanager
def started(name: str, settings: dict[str, str]) -> Iterator[Room]:
    """Start the room; end it afterwards, whatever happened, as Lambda does when time is over."""
    api = RuntimeApi(f"hearth-{name}", function(name)["Timeout"])
    command = [sys.executable, "-m", "awslambdaric", f"functions.{name}.app.handler"]
    env = _environment(name, api) | settings
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, env=env, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield Room(name, api, process, output)
        finally:
            process.kill()
            process.wait()
            api.close()


def settings_of(room: str) -> dict[str, str]:
    """The variables that the template gives to ``room``, and the way to the cloud of the tests."""
    public = "" if room == "console" else "https://hearth.example"
    known = {**os.environ, "SECRETS_PATH": SECRETS_PATH, "PUBLIC_URL": public}
    return {name: known[name] for name in (*settings_names(room), *_OF_THE_CLOUD)}


def _environment(room: str, api: RuntimeApi) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{REPOSITORY}:{REPOSITORY}/layers/core",
        "AWS_LAMBDA_RUNTIME_API": api.address,
        "AWS_LAMBDA_FUNCTION_NAME": f"hearth-{room}",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function(room)["MemorySize"]),
        "POWERTOOLS_SERVICE_NAME": room,
        "POWERTOOLS_METRICS_NAMESPACE": "Hearth",
        "LOG_LEVEL": "INFO",
    }
