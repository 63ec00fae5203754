"""The local cloud: one ministack process, bound to loopback, its state in a folder."""

import http.client
import os
import shutil
import signal
import subprocess
import time
from types import TracebackType

from infra.local.clients import environment
from infra.local.place import CLOUD_PYTHON, REGION, ROOT, Place
from infra.local.ports import LOOPBACK
from infra.local.problems import LocalRunError

START_SECONDS = 30.0
STOP_SECONDS = 60.0  # a stop saves the state
POLL_SECONDS = 0.05


def settings(place: Place) -> dict[str, str]:
    """Return the whole environment of the process: nothing leaks in from the caller's shell."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(place.state),
        "BIND_HOST": LOOPBACK,
        "GATEWAY_PORT": str(place.port),
        "MINISTACK_REGION": REGION,
        "PERSIST_STATE": "1",
        "S3_PERSIST": "1",
        "STATE_DIR": str(place.state / "cloud"),
        "S3_DATA_DIR": str(place.state / "objects"),
        "TMPDIR": str(place.scratch),
        "AUTH": "true",  # every call of a room is held against the policies of its role
        "LAMBDA_ACCOUNT_CONCURRENCY": "0",  # invocations queue instead, see corrections.py
        "IOT_MTLS_ENABLED": "0",  # otherwise a second listener opens
        "SFTP_ENABLED": "0",
        "PYTHONUNBUFFERED": "1",
        **environment(place),
    }


class Cloud:
    """A running local cloud. Use it as a context manager: leaving it saves the state."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Cloud":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start it and wait until it answers; raise LocalRunError if it does not."""
        self._prepare_folders()
        with self.place.log.open("wb") as log:
            self._process = subprocess.Popen(
                [str(CLOUD_PYTHON), "-m", "infra.local.emulator"],
                cwd=ROOT,
                env=settings(self.place),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C must reach us first, and only us
            )
        self._wait_until_it_answers(self._process)

    def stop(self) -> None:
        """Ask it to save and end, and wait for it; raise LocalRunError if it had to be killed."""
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired as late:
            process.kill()
            process.wait()
            raise LocalRunError(
                f"the local cloud did not stop within {STOP_SECONDS:.0f} s and was killed; "
                "what was written since its start is lost"
            ) from late

    def wait(self) -> None:
        """Block while it runs; raise LocalRunError when it ends by itself."""
        if self._process is not None:
            self._process.wait()
            raise LocalRunError(f"the local cloud ended by itself; its log: {self.place.log}")

    def _prepare_folders(self) -> None:
        shutil.rmtree(self.place.scratch, ignore_errors=True)
        for folder in ("cloud", "objects", "tmp"):
            (self.place.state / folder).mkdir(parents=True, exist_ok=True)

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not answers(self.place.port):
            if process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise LocalRunError(f"the local cloud did not start; its log: {self.place.log}")
            time.sleep(POLL_SECONDS)


def answers(port: int) -> bool:
    """Tell whether a local cloud on `port` says it is healthy."""
    connection = http.client.HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/_ministack/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
