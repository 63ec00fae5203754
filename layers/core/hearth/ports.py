"""What use cases need from the world. Adapters satisfy these by shape.

The words of the shapes are for the type checker: a room loads those alone that it uses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from hearth.domain.actions import Action
    from hearth.domain.callbacks import Callback, Reply
    from hearth.domain.communities import Community
    from hearth.domain.deliveries import Later, Order, Outcome, Refused
    from hearth.domain.events import Event
    from hearth.domain.notices import Notice


class Clock(Protocol):
    """Now, in ms since 1970, UTC."""

    def __call__(self) -> int: ...


class Secrets(Protocol):
    """Secrets of accounts, cached."""

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        """Secrets and settings of an account; raises NotFound for an unknown one."""
        ...


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """One HTTP call to a platform. ``url`` and ``headers`` may hold secrets: never log them."""

    url: str
    payload: Mapping[str, object]
    headers: Mapping[str, str]
    method: str = "POST"
    """GET sends no payload."""


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """What came back: ``content`` is the JSON object, empty when the body was none."""

    status: int
    content: Mapping[str, object]
    headers: Mapping[str, str]


class Inbound(Protocol):
    """Reads one platform's callbacks. Implemented by the modules of ``hearth.platforms``."""

    def handshake(self, callback: "Callback", secrets: Mapping[str, str]) -> "Reply | None":
        """Answer a request that only proves the address; None for an ordinary callback.

        Raises Unverified, Malformed.
        """
        ...

    def open(self, callback: "Callback", secrets: Mapping[str, str]) -> bytes:
        """Verify and decrypt: the plain body. Raises Unverified, Malformed."""
        ...

    def read(self, account: str, body: bytes) -> "Event":
        """Translate a plain body. Raises Malformed naming the field."""
        ...

    def acknowledge(self, callback: "Callback", body: bytes, secrets: Mapping[str, str]) -> "Reply":
        """The answer that tells the platform not to repeat; ``body`` is the plain one."""
        ...


class Outbound(Protocol):
    """Speaks one platform's API. Implemented by the modules of ``hearth.platforms``."""

    def request(self, chat: str, action: "Action", secrets: Mapping[str, str]) -> ApiRequest:
        """The call that carries out ``action``. Raises Misconfigured naming the setting."""
        ...

    def outcome(self, action: "Action", response: ApiResponse) -> "Outcome":
        """What the answer means."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """Proof of who calls, good for ``seconds``. A secret."""

    value: str
    seconds: int


@runtime_checkable
class TokenOutbound(Outbound, Protocol):
    """An API whose calls carry a token that has to be fetched by a call of its own."""

    def token_request(self, secrets: Mapping[str, str]) -> ApiRequest:
        """The call that gives a token. Raises Misconfigured naming the setting."""
        ...

    def token(self, response: ApiResponse) -> "Token | Later | Refused":
        """What the answer means."""
        ...

    def refuses_token(self, response: ApiResponse) -> bool:
        """Whether a call was not even looked at because its token is good no longer."""
        ...


class EventLog(Protocol):
    """Where callbacks become durable."""

    def append(self, event: "Event", received: int) -> bool:
        """Store once by ``event.key``; False when it was there. Raises Unavailable."""
        ...


class Outbox(Protocol):
    """The queue of deliveries."""

    def send(self, orders: "Sequence[Order]") -> None:
        """Enqueue; an order sent twice is delivered once. Raises Unavailable."""
        ...


class NoticeBook(Protocol):
    """Where notices are kept until somebody has dealt with them."""

    def add(self, notice: "Notice") -> bool:
        """Keep a new notice; False when it was raised before. Raises Unavailable."""
        ...

    def get(self, community: str, notice: str) -> "Notice":
        """Raises NotFound."""
        ...

    def reopen(self, notice: "Notice", untold: bool) -> bool:
        """Done → open, with newer facts; False unless it was Hearth that had closed it."""
        ...

    def mark_told(self, community: str, notice: str, now: int) -> None: ...

    def finish(self, community: str, notice: str, now: int, by: str) -> "Notice":
        """Open → done; raises Conflict when it was not open."""
        ...

    def open_of(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> "tuple[list[Notice], str]":
        """Those that nobody has dealt with, newest first, and the next page's cursor."""
        ...

    def untold(self, before: int, limit: int = 50) -> "list[Notice]":
        """Those raised before ``before`` (ms) that were not sent out yet, oldest first."""
        ...


class Teller(Protocol):
    """Sends notices to the operators, wherever they are."""

    def tell(self, notice: "Notice", community: "Community | None") -> None:
        """Tell all who listen, in the community's language; in every one when there is none.

        Raises Unavailable, Misconfigured.
        """
        ...


class CommunityBook(Protocol):
    """Communities by key."""

    def get(self, community: str) -> "Community":
        """Raises NotFound."""
        ...
