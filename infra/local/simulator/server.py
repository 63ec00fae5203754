"""The simulator's HTTP shell: loopback only, one thread a connection."""

import contextlib
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from infra.local.ports import LOOPBACK
from infra.local.simulator.answering import World
from infra.local.simulator.wire import Reply, Request

MOST_BYTES = 1 << 20
_JSON = "application/json; charset=utf-8"
_HANG_UP_NOW = struct.pack("ii", 1, 0)  # SO_LINGER on, 0 s: the close sends a reset


class Simulator:
    """The running simulator. Use it as a context manager."""

    def __init__(self, port: int) -> None:
        self.world = World()
        self.stopping = threading.Event()
        self._server = _Server((LOOPBACK, port), _Handler)
        self._server.simulator = self
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "Simulator":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    simulator: Simulator

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a caller that hangs up is one of the things that are simulated."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    server: _Server

    def do_any(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if length > MOST_BYTES:
            self.close_connection = True
            self._send(Reply(413, {"message": f"more than {MOST_BYTES} bytes"}))
            return
        reply = self.server.simulator.world.answer(self._request(length))
        if reply.hold or reply.reset:
            self._hang_up(reply)
        else:
            self._send(reply)

    do_GET = do_POST = do_PUT = do_DELETE = do_any

    def _request(self, length: int) -> Request:
        parts = urlsplit(self.path)
        return Request(
            method=self.command,
            path=parts.path,
            query=dict(parse_qsl(parts.query)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
        )

    def _send(self, reply: Reply) -> None:
        body = b"" if reply.status == 204 else reply.encoded()
        self.send_response(reply.status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in {"Content-Type": _JSON, **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _hang_up(self, reply: Reply) -> None:
        self.server.simulator.stopping.wait(reply.hold)
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _HANG_UP_NOW)
            self.connection.close()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: paths hold tokens."""
