"""A loopback proxy before the local cloud that writes down every AWS request it passes on."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class CountingProxy:
    """Passes requests on unchanged; ``operations`` holds names such as ``DynamoDB.PutItem``."""

    def __init__(self, target_port: int) -> None:
        self.operations: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(target_port, self.operations))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self._server.server_address[1]}"

    @contextmanager
    def counting(self) -> Iterator[list[str]]:
        """The requests made inside the block, in order."""
        seen: list[str] = []
        start = len(self.operations)
        yield seen
        seen.extend(self.operations[start:])

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(target_port: int, operations: list[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            operations.append(_operation(self.headers.get("x-amz-target", "?")))
            connection = http.client.HTTPConnection("127.0.0.1", target_port, timeout=30)
            connection.putrequest("POST", self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            content = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                    self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            connection.close()

        def log_message(self, format: str, *args: object) -> None:
            """Tests print nothing."""

    return Handler


def _operation(target: str) -> str:
    service, _, operation = target.partition(".")
    return f"{service.partition('_')[0]}.{operation}"
