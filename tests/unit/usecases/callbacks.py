"""A platform that exists in tests only: its callbacks are signed with one word."""

import json
from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Event, Other
from hearth.domain.groups import GroupRef


class ToyPlatform:
    """Satisfies ``ports.Inbound``; writes down in which order it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def handshake(self, callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
        """A GET proves the address."""
        self.asked.append("handshake")
        if callback.method != "GET":
            return None
        self._verify(callback, secrets)
        return Reply(200, callback.query["echo"])

    def open(self, callback: Callback, secrets: Mapping[str, str]) -> bytes:
        """The body when the signature is the secret."""
        self.asked.append("open")
        self._verify(callback, secrets)
        return callback.body

    def read(self, account: str, body: bytes) -> Event:
        """A body is ``{"chat": …, "at": …}``."""
        self.asked.append("read")
        try:
            content = json.loads(body)
            group = GroupRef("onebot", account, content["chat"])
            return Event(group, content["at"], Other("test"), body)
        except (ValueError, KeyError) as error:
            raise Malformed(f"“chat” or “at” is missing: {error}") from error

    def acknowledge(self, callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
        """One word."""
        self.asked.append("acknowledge")
        return Reply(200, "heard")

    def _verify(self, callback: Callback, secrets: Mapping[str, str]) -> None:
        if callback.headers.get("signature") != secrets["secret"]:
            raise Unverified("the signature does not match")


def signed(chat: str = "12345", at: int = 1, secret: str = "s3cret") -> Callback:
    """A callback as the platform sends it."""
    body = json.dumps({"chat": chat, "at": at}).encode()
    return Callback("POST", {"signature": secret}, {}, body)
