"""Asks the console's handler as API Gateway does, and keeps cookies as a browser does."""

import copy
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from functions.console.app import handler

RECORDED = json.loads((Path(__file__).parents[1] / "events/console/request.json").read_text())
HOST = RECORDED["headers"]["host"]


@dataclass(frozen=True)
class Context:
    """What Lambda tells a handler of itself."""

    aws_request_id: str = "8f5f1f5e-0000-4000-8000-000000000001"
    function_name: str = "hearth-console"
    memory_limit_in_mb: int = 1024
    invoked_function_arn: str = "arn:aws:lambda:eu-central-1:123456789012:function:hearth-console"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str
    cookies: list[str]
    base64: bool

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The word of an error."""
        return str(self.json["error"]["code"])


@dataclass
class Client:
    """A browser or program at one address."""

    address: str = "203.0.113.7"
    cookies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str | None] | None = None,
        raw: str | None = None,
        **query: str,
    ) -> Answer:
        """One request; ``raw`` replaces the JSON of ``body``, a header of None is left out."""
        event = self.event(method, path, body, headers or {}, raw, query)
        got = handler(event, Context())  # type: ignore[arg-type]
        answer = Answer(
            got["statusCode"],
            got["headers"],
            got["body"],
            got.get("cookies") or [],
            bool(got.get("isBase64Encoded")),
        )
        self._keep(answer.cookies)
        return answer

    def event(
        self,
        method: str,
        path: str,
        body: Any,
        headers: dict[str, str | None],
        raw: str | None,
        query: dict[str, str],
    ) -> dict[str, Any]:
        event = copy.deepcopy(RECORDED)
        event["rawPath"] = event["requestContext"]["http"]["path"] = path
        event["rawQueryString"] = urlencode(query)
        event["queryStringParameters"] = query
        event["requestContext"]["http"] |= {"method": method, "sourceIp": self.address}
        sent = event["headers"] | self.headers | headers
        event["headers"] = {name: value for name, value in sent.items() if value is not None}
        event["cookies"] = [f"{name}={value}" for name, value in self.cookies.items()]
        content = raw if raw is not None else json.dumps(body) if body is not None else None
        return event | ({"body": content} if content is not None else {})

    def log_in(self, token: str) -> "Client":
        """Spend a one-time link; the client has a session from then on."""
        answer = self.ask("POST", "/api/session/link", {"token": token})
        assert answer.status == 201, answer.body
        self.headers["x-csrf-token"] = answer.json["csrf"]
        return self

    def _keep(self, lines: list[str]) -> None:
        for line in lines:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
            if "Max-Age=0" in line:
                del self.cookies[name]
