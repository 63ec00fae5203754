"""A simulator without a socket: requests go straight to its world."""

import json
from dataclasses import dataclass, field

from infra.local.simulator.answering import World
from infra.local.simulator.wire import Reply, Request

JSON = {"content-type": "application/json"}
BEARER = {**JSON, "authorization": "Bearer secret"}
TELEGRAM = "/bot42:secret"
GROUPCHAT = "externalcontact/groupchat/"


@dataclass
class Caller:
    """A world and the ways to call it."""

    world: World = field(default_factory=World)

    def onebot(
        self, action: str, body: object, headers: dict[str, str] | None = None, query: str = ""
    ) -> Reply:
        asked = Request(
            method="POST",
            path=f"/onebot/10001/{action}",
            query={"access_token": query} if query else {},
            headers=BEARER if headers is None else headers,
            body=body if isinstance(body, bytes) else json.dumps(body).encode(),
        )
        return self.world.answer(asked)

    def telegram(self, method: str, body: object, base: str = TELEGRAM) -> Reply:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.world.answer(Request("POST", f"{base}/{method}", {}, JSON, content))

    def wecom(self, method: str, body: object, **query: str) -> Reply:
        verb, path = ("GET", method) if method == "gettoken" else ("POST", f"{GROUPCHAT}{method}")
        headers = {**JSON, "host": "127.0.0.1:8788"}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.world.answer(Request(verb, f"/cgi-bin/{path}", query, headers, content))

    def control(self, verb: str, path: str, body: object = None, **query: str) -> Reply:
        return self.world.answer(Request(verb, path, query, JSON, json.dumps(body).encode()))
