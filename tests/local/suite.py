"""The whole suite as a test sees it: started as `make run` starts it, on ports of its own."""

import json
import signal
import subprocess
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from infra.local import clients, rooms
from infra.local.login import login_path
from infra.local.place import CLOUD_PYTHON, ROOT, STACK, Place

START_SECONDS = 110.0
STOP_SECONDS = 60.0
POLL_SECONDS = 0.05


@dataclass
class Suite:
    """A running suite. `start` and `stop` are what `make run` and Ctrl-C do."""

    place: Place
    root: Path = ROOT
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def base_url(self) -> str:
        """The front address: webhooks, live codes, API and console."""
        return self.place.front

    @property
    def simulator_url(self) -> str:
        """The platform simulator; its OneBot API base is /onebot/{account}, Telegram's the root."""
        return self.place.simulator

    def client(self, service: str) -> Any:
        """Return a boto3 client for the local cloud, with the rights of its owner."""
        return clients.client(self.place, service)

    def settings(self, function: str) -> dict[str, str]:
        """Return the environment of a deployed function, by logical id: `ConsoleFunction`."""
        return rooms.settings_of(self.place, function)

    def invoke(self, room: str, event: dict[str, Any]) -> Any:
        """Call the function of `room` with `event` and return its answer, or what it raised."""
        answer = self.client("lambda").invoke(
            FunctionName=f"{STACK}-{room}", Payload=json.dumps(event)
        )
        return json.loads(answer["Payload"].read() or "null")

    def login_url(self) -> str:
        """Return a fresh one-time login link."""
        return self.base_url + login_path(self.place)

    def calls(self, **wanted: str) -> list[dict[str, Any]]:
        """Return what the simulator was asked to do, by platform, account, method or outcome."""
        found: list[dict[str, Any]] = self._simulator("GET", f"/calls?{urlencode(wanted)}")
        return found

    def await_calls(self, number: int, seconds: float = 20, **wanted: str) -> list[dict[str, Any]]:
        """Return the calls as soon as there are `number` of them, or what there is in the end."""
        deadline = time.monotonic() + seconds
        while len(found := self.calls(**wanted)) < number and time.monotonic() < deadline:
            time.sleep(POLL_SECONDS)
        return found

    def forget_calls(self) -> None:
        """Empty the simulator's record and drop its planned faults."""
        self._simulator("DELETE", "/calls")
        self._simulator("DELETE", "/faults")

    def fail_next(self, method: str, kind: str, times: int = 1, **more: Any) -> None:
        """Let the next calls of `method` go wrong: 429, 500, timeout, reset or kicked."""
        self._simulator("POST", "/faults", {"method": method, "kind": kind, "times": times, **more})

    def _simulator(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.simulator_url + path, data, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or "null")

    def start(self) -> str:
        """Start it; return what it printed by the time it stood, or fail."""
        command = ["-m", "infra.local.run", "--port", str(self.place.port)]
        output = self.place.state / "output.txt"
        self.place.state.mkdir(parents=True, exist_ok=True)
        with output.open("w") as out:
            self._process = subprocess.Popen(
                [str(CLOUD_PYTHON), *command, "--state", str(self.place.state)],
                cwd=self.root,
                stdout=out,
                stderr=out,
                text=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while "Ctrl-C" not in (text := output.read_text()):
            assert self._process.poll() is None, f"it ended: {text}"
            assert time.monotonic() < deadline, f"it did not start in {START_SECONDS} s: {text}"
            time.sleep(POLL_SECONDS)
        return text

    def stop(self) -> int:
        """Stop it as Ctrl-C does, saving its state; return its exit code."""
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(signal.SIGINT)
        try:
            return process.wait(STOP_SECONDS)
        finally:
            process.kill()

    def kill(self) -> None:
        """End it as a crash does: it gets no chance to stop what it started."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def restart(self) -> str:
        """Stop and start it; the data stays."""
        self.stop()
        return self.start()
