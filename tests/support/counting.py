"""A loopback proxy before the local cloud that writes down every AWS request it passes on."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_OWN = ("transfer-encoding", "content-length", "connection")
_OVERLOADED = b'{"__type": "com.amazonaws.dynamodb#InternalServerError", "message": "test"}'


class CountingProxy:
    """Passes requests on unchanged; ``operations`` holds names such as ``DynamoDB.PutItem``."""

    def __init__(self, target_port: int) -> None:
        self.operations: list[str] = []
        self.broken: set[str] = set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(target_port, self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self._server.server_address[1]}"

    @contextmanager
    def counting(self, service: str = "") -> Iterator[list[str]]:
        """The requests made inside the block, in order: all, or those to ``service``.

        A room reads a secret again every few minutes, whichever test it falls in.
        """
        seen: list[str] = []
        start = len(self.operations)
        yield seen
        seen.extend(one for one in self.operations[start:] if one.startswith(service))

    @contextmanager
    def failing(self, operation: str) -> Iterator[None]:
        """Let every ``operation`` fail inside the block as AWS fails when it is overloaded."""
        self.broken.add(operation)
        try:
            yield
        finally:
            self.broken.discard(operation)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(target_port: int, proxy: CountingProxy) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            operation = _operation(self.headers.get("x-amz-target", "?"))
            proxy.operations.append(operation)
            if operation in proxy.broken:
                self._send(500, _OVERLOADED, [("content-type", "application/x-amz-json-1.0")])
                return
            connection = http.client.HTTPConnection("127.0.0.1", target_port, timeout=30)
            connection.putrequest("POST", self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            self._send(answer.status, answer.read(), answer.getheaders())
            connection.close()

        def _send(self, status: int, content: bytes, headers: list[tuple[str, str]]) -> None:
            self.send_response(status)
            for name, value in headers:
                if name.lower() not in _OWN:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Tests print nothing."""

    return Handler


def _operation(target: str) -> str:
    service, _, operation = target.partition(".")
    return f"{service.partition('_')[0]}.{operation}"
