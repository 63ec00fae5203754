"""Bytes that leave AWS with an answer: the room's own answers to a new visitor."""

from collections.abc import Collection, Mapping
from typing import Any
from unittest.mock import patch

from functions.livecode import app
from hearth.domain import plans
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.scans import Facts
from hearth.drawing.pictures import picture_of
from hearth.usecases.scan import Usher

_CODE = "poster26"
_EVENT = {
    "rawPath": f"/c/{_CODE}",
    "rawQueryString": "",
    "headers": {
        "x-forwarded-proto": "https",
        "user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile",
        "accept-language": "zh-CN",
    },
    "requestContext": {"http": {"method": "GET", "path": f"/c/{_CODE}", "sourceIp": "192.0.2.1"}},
    "pathParameters": {"code": _CODE},
}
_ADDED = (
    "HTTP/1.1 302 Found",
    "date: Sun, 22 Nov 2026 12:00:00 GMT",
    "content-length: 0000",
    "apigw-requestid: KxYv5hGnoAMEMJg=",
    "",
)
"""Lines that the API adds."""


class _Tickets:
    """One code with one group, as the use case's port."""

    def __init__(self, destination: Destination) -> None:
        code = LiveCode(_CODE, "readers", "Readers' group", 0, (destination,))
        self._code = plans.replanned(code, Counter(0, 0), 0).code

    def take(self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()) -> Counter:
        return Counter(1, self._code.version, 1)

    def replan(self, plan: plans.Replan, drawn: Facts | None = None) -> bool:
        return False

    def load(self, code: str) -> LiveCode:
        return self._code


class _Secrets:
    def read(self, name: str) -> str:
        return "0" * 64


def redirect_bytes() -> int:
    """A new visitor is sent to a group by its link."""
    return answer_bytes(Destination("d1a2b3c4", Kind.LINK, "https://t.me/+AbCdEfGhIjKlMnOp", 200))


def page_bytes() -> int:
    """He is shown a group's QR code."""
    text = "https://weixin.qq.com/g/AwYAAOkJxExampleExampleExampleExample"
    return answer_bytes(Destination("d1a2b3c4", Kind.QR, text, 200, picture=picture_of(text)))


def answer_bytes(destination: Destination) -> int:
    """What the handler answers a new visitor who is led there."""
    room = Usher(_Tickets(destination), lambda line: None), _Secrets()
    with patch("functions.livecode.app.room", lambda: room):
        return _size(app.handler(_EVENT, None))


def _size(answer: Mapping[str, Any]) -> int:
    headers = [f"{name}: {value}" for name, value in answer["headers"].items()]
    cookies = [f"set-cookie: {cookie}" for cookie in answer.get("cookies", ())]
    lines = [*_ADDED, *headers, *cookies]
    return sum(len(line.encode()) + 2 for line in lines) + len(str(answer["body"]).encode())
