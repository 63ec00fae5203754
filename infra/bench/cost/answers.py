"""Bytes that leave AWS with an answer, as the room makes it."""

from collections.abc import Mapping
from typing import Any

from functions.livecode.cookies import set_cookies
from hearth.domain.visitors import remember
from hearth.runtime import http

_CODE = "poster26"
_EVENT = {"headers": {"x-forwarded-proto": "https"}}
_ADDED = (
    "HTTP/1.1 302 Found",
    "date: Sun, 22 Nov 2026 12:00:00 GMT",
    "content-length: 0",
    "apigw-requestid: KxYv5hGnoAMEMJg=",
    "",
)
"""Lines that the API adds."""


def redirect_bytes() -> int:
    """A new visitor is sent to a group by its link."""
    cookies = set_cookies(_EVENT, _CODE, remember("key", _CODE, "d1a2b3c4"))
    extra = {"location": "https://t.me/+AbCdEfGhIjKlMnOp"}
    return _size(http.answer(302, extra=extra, set_cookies=cookies))


def _size(answer: Mapping[str, Any]) -> int:
    headers = [f"{name}: {value}" for name, value in answer["headers"].items()]
    cookies = [f"set-cookie: {cookie}" for cookie in answer.get("cookies", ())]
    lines = [*_ADDED, *headers, *cookies]
    return sum(len(line.encode()) + 2 for line in lines) + len(str(answer["body"]).encode())
