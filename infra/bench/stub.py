"""A DynamoDB that answers at once: what is left of a call is the caller's own work.

``python stub.py`` prints its port. It speaks just enough for the rooms that answer at once: one
code whose tickets all lead to one destination; events are taken and forgotten; every parameter is
what the environment says in ``BENCH_SECRET``.
"""

import json
import os
import socketserver
import sys
from collections import Counter
from typing import Any

from hearth.domain.livecodes import Destination, Kind, LiveCode, Segment
from hearth.store.livecode_form import write_content

SEATS = 100_000_000
_DESTINATION = Destination("d1", Kind.LINK, "https://t.example/a", SEATS)
_PLAN = (Segment(1, SEATS, ("d1",)),)
_CODE = LiveCode("bench1", "bench", "Bench", 0, (_DESTINATION,), plan=_PLAN)
_ITEM = {"community": _CODE.community, "name": _CODE.name, **write_content(_CODE)}


class Table(socketserver.ThreadingTCPServer):
    """Counts requests by operation; ``GET /`` tells them and begins anew."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.asked: Counter[str] = Counter()
        self._seq = self._scans = 0

    def answer(self, operation: str, body: bytes) -> dict[str, Any]:
        """What the service says to ``operation``."""
        self.asked[operation] += 1
        if operation == "GetParameter":
            return {"Parameter": {"Value": os.environ["BENCH_SECRET"]}}
        if operation == "PutItem":
            return {}
        if operation == "GetItem":
            item = {name: {"S": value} for name, value in _ITEM.items()}
            return {"Item": {**item, "version": {"N": "0"}}}
        return {"Attributes": self._counted(json.loads(body).get("ExpressionAttributeValues", {}))}

    def _counted(self, values: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        self._seq += int(values.get(":seq", {"N": "0"})["N"])
        self._scans += int(values.get(":scans", {"N": "0"})["N"])
        numbers = {"seq": self._seq, "scans": self._scans, "robots": 0, "version": 0, "step": 1}
        return {name: {"N": str(number)} for name, number in numbers.items()}

    def told(self) -> dict[str, int]:
        """How often each operation was asked since the last time."""
        asked, self.asked = dict(self.asked), Counter()
        return {**asked, "scans": self._scans}


class _Connection(socketserver.StreamRequestHandler):
    """HTTP/1.1 with the least of work, one connection after the other request."""

    server: Table
    disable_nagle_algorithm = True

    def handle(self) -> None:
        while (line := self.rfile.readline().strip()) or line == b"":
            if not line:
                return
            headers = dict(self._headers())
            body = self.rfile.read(int(headers.get(b"content-length", b"0")))
            operation = headers.get(b"x-amz-target", b"").rpartition(b".")[2].decode()
            get = line.startswith(b"GET")
            self._say(self.server.told() if get else self.server.answer(operation, body))

    def _headers(self) -> Any:
        while header := self.rfile.readline().strip():
            name, _, value = header.partition(b":")
            yield name.lower(), value.strip()

    def _say(self, content: dict[str, Any]) -> None:
        text = json.dumps(content).encode()
        head = "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\n"
        self.wfile.write(f"{head}content-length: {len(text)}\r\n\r\n".encode() + text)


if __name__ == "__main__":
    with Table() as table:
        sys.stdout.write(f"{table.server_address[1]}\n")
        sys.stdout.flush()
        table.serve_forever()
