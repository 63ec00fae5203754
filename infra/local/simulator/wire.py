"""What travels between the HTTP shell and the platforms' rules."""

import json
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Request:
    """One HTTP request: header names in lower case, the path without its query."""

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """One HTTP answer. `hold` keeps the caller waiting that many seconds, then hangs up."""

    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)
    hold: float = 0.0
    reset: bool = False

    def encoded(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body, ensure_ascii=False).encode()


@dataclass(frozen=True)
class Call:
    """One call of a bot: which platform's API, which account, which method, with what."""

    platform: str
    account: str
    method: str
    parameters: Json
    origin: str = ""
    """Where the caller found the simulator."""


class BadRequestError(Exception):
    """The request cannot be read; its text says why."""


def json_object(body: bytes) -> Json:
    """Return the JSON object in `body`, {} for an empty one; raise BadRequestError otherwise."""
    try:
        value = json.loads(body or b"{}")
    except ValueError as error:
        raise BadRequestError("the body is not JSON") from error
    if not isinstance(value, dict):
        raise BadRequestError("the body is not a JSON object")
    return value
