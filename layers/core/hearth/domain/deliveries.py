"""Outbound attempts: claimed once, never silently repeated."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from hearth.domain import plain_json
from hearth.domain.actions import Action, kind_of, read_action
from hearth.domain.errors import BadInput, Malformed
from hearth.domain.groups import GroupRef

_NO_ORDER = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class Status(StrEnum):
    """pending → sending → sent / failed / unknown."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Order:
    """One action wanted in one group, because of one source (an event or a post)."""

    group: GroupRef
    action: Action
    source: str

    @property
    def id(self) -> str:
        """Deterministic: the same wish from the same source is the same delivery."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:32]

    def to_json(self) -> str:
        """One line of JSON, keys sorted: the form in the outbox."""
        content = {
            "group": self.group.id,
            "source": self.source,
            "kind": kind_of(self.action),
            "action": asdict(self.action),
        }
        return plain_json.dumps(content, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Order":
        """Read :meth:`to_json` back; raises Malformed."""
        try:
            content: dict[str, Any] = json.loads(text)
            action = read_action(content["kind"], content["action"])
            return cls(GroupRef.parse(content["group"]), action, _text(content["source"]))
        except (*_NO_ORDER, BadInput) as error:
            raise Malformed(f"not an order for the outbox: {error!r}") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a text, found {type(value).__name__}")
    return value


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of an order."""

    order: Order
    status: Status
    created: int
    """ms since 1970 when it was first claimed."""
    detail: str = ""
    """The platform's answer in words; never a secret."""
    attempts: int = 1
    result: Mapping[str, str] = field(default_factory=dict)
    """What the platform made, such as a link, by name; never a secret."""


_MOST_RESULTS = 8
_LONGEST_RESULT = 500


def bounded_result(result: Mapping[str, str]) -> dict[str, str]:
    """As much of ``result`` as is kept: 8 entries of at most 500 characters."""
    kept = list(result.items())[:_MOST_RESULTS]
    return {name: value for name, value in kept if len(value) <= _LONGEST_RESULT}


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform accepted; ``detail`` is its id or a note such as “was gone already”."""

    detail: str = ""
    result: Mapping[str, str] = field(default_factory=dict)
    """As in :class:`Delivery`."""
    facts: tuple[bytes, ...] = ()
    """What it told when asked: each the body of an event, for the platform's reader of answers."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform answered no and would again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """The platform did not accept and says when to come back."""

    seconds: int
    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody knows whether it was accepted: never repeated by itself."""

    reason: str


Outcome = Sent | Refused | Later | Unclear
