"""What Hearth can ask a chat platform to do, in no platform's words."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from hearth.domain.errors import Malformed


@dataclass(frozen=True, slots=True)
class PostText:
    """Say something in the group."""

    text: str


@dataclass(frozen=True, slots=True)
class DeleteMessage:
    """Take a message out of the group."""

    message: str


@dataclass(frozen=True, slots=True)
class Mute:
    """Let a member be silent for ``seconds``."""

    member: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Kick:
    """Remove a member from the group; he may come back."""

    member: str


Action: TypeAlias = PostText | DeleteMessage | Mute | Kick

KINDS: dict[str, type[Action]] = {
    "post": PostText,
    "delete": DeleteMessage,
    "mute": Mute,
    "kick": Kick,
}
"""Name of each action in queues, tables and capabilities."""


def kind_of(action: Action) -> str:
    """The name of ``action`` in :data:`KINDS`."""
    return next(kind for kind, cls in KINDS.items() if isinstance(action, cls))


def read_action(kind: Any, values: Mapping[str, Any]) -> Action:
    """The action of ``kind`` with exactly these fields; raises Malformed, TypeError."""
    if kind not in KINDS:
        raise Malformed(f"there is no action “{str(kind)[:40]}”: use one of {', '.join(KINDS)}")
    for field in fields(KINDS[kind]):
        if type(values.get(field.name)) is not field.type:
            raise Malformed(f"“{field.name}” of {kind} is missing or of the wrong type")
    return KINDS[kind](**values)
