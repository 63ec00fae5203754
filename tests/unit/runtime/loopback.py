"""A server on this machine that answers as a test has planned and remembers what it was asked."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Planned:
    """One answer. ``how`` is answer, drop (hang up unanswered), close (hang up after) or hang."""

    status: int = 200
    body: bytes = b"{}"
    how: str = "answer"
    headers: Mapping[str, str] = field(default_factory=dict)


DROP = Planned(how="drop")
HANG = Planned(how="hang")


def answer(content: Any, status: int = 200, how: str = "answer") -> Planned:
    """An answer in JSON."""
    return Planned(status, json.dumps(content).encode(), how)


@dataclass(frozen=True)
class Asked:
    """A request as it came, header names in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up early are part of the tests."""


class Loopback:
    """Answers ``planned`` in order, then with ``{}``."""

    def __init__(self) -> None:
        self.planned: list[Planned] = []
        self.asked: list[Asked] = []
        self.connections = 0
        self.released = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        """Address without a path."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def plan(self, *planned: Planned) -> None:
        """Answer the next requests so."""
        self.planned.extend(planned)

    def close(self) -> None:
        """Stop, and let go whoever still waits."""
        self.released.set()
        self._server.shutdown()
        self._server.server_close()


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16  # one packet an answer, or each would wait for its acknowledgement

        def setup(self) -> None:
            loopback.connections += 1
            super().setup()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            names = {name.lower(): value for name, value in self.headers.items()}
            loopback.asked.append(Asked(self.path, names, body))
            planned = loopback.planned.pop(0) if loopback.planned else Planned()
            self.close_connection = planned.how != "answer"
            if planned.how == "hang":
                loopback.released.wait(30)
            if planned.how in ("answer", "close"):
                self._answer(planned)

        def _answer(self, planned: Planned) -> None:
            self.send_response(planned.status)
            for name, value in {
                "content-length": str(len(planned.body)),
                **planned.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(planned.body)

        def log_message(self, format: str, *args: object) -> None:
            """Tests print nothing."""

    return Handler
