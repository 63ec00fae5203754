"""Lambda's side of its Runtime API ("Using the Lambda runtime API"), on loopback, for one process.

The process asks for the next event, works, and posts its answer or its error.
"""

import json
import queue
import threading
import time
import uuid
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

VERSION = "/2018-06-01/runtime"
ARN = "arn:aws:lambda:us-east-1:123456789012:function:"


@dataclass(frozen=True)
class Outcome:
    """What a function posted: ``kind`` is response, error or init/error."""

    kind: str
    content: Any
    request: str
    in_time: bool


class RuntimeApi:
    """Hands out the events in ``waiting``; ``outcomes`` holds what came back."""

    def __init__(self, function: str, seconds: float) -> None:
        self.waiting: queue.Queue[Any] = queue.Queue()
        self.outcomes: queue.Queue[Outcome] = queue.Queue()
        self._function = function
        self._seconds = seconds
        self._deadline = time.time() + seconds
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def next(self) -> tuple[bytes, dict[str, str]]:
        """The next event and what Lambda says of it; waits until there is one."""
        event = json.dumps(self.waiting.get()).encode()
        self._deadline = time.time() + self._seconds
        return event, {
            "Content-Type": "application/json",
            "Lambda-Runtime-Aws-Request-Id": str(uuid.uuid4()),
            "Lambda-Runtime-Deadline-Ms": str(int(self._deadline * 1000)),
            "Lambda-Runtime-Invoked-Function-Arn": ARN + self._function,
        }

    def take(self, kind: str, content: bytes, request: str = "") -> None:
        """Keep what the function posted."""
        in_time = time.time() < self._deadline
        self.outcomes.put(Outcome(kind, json.loads(content), request, in_time))

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(api: RuntimeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16  # one packet an answer, or each would wait for its acknowledgement

        def do_GET(self) -> None:
            assert self.path == f"{VERSION}/invocation/next", self.path
            self._send(200, *api.next())

        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["content-length"]))
            match self.path.removeprefix(f"{VERSION}/").split("/"):
                case ["init", "error"]:
                    api.take("init/error", content)
                case ["invocation", request, kind]:
                    api.take(kind, content, request)
            self._send(202, b"", {})

        def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Tests print nothing."""

    return Handler
