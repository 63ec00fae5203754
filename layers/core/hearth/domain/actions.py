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


@dataclass(frozen=True, slots=True)
class OpenWay:
    """Make a way into the group that joins can be told by."""

    name: str
    """What the platform says of everybody who came by it; see ``ways.way_name``."""
    member_limit: int
    """Most people who may come by it. Where a platform knows no such bound, ours alone holds."""
    valid_until: int
    """ms since 1970; 0 when it does not expire. As with ``member_limit``."""
    base: str
    """What groups are called that the platform opens when this one is full; empty for none."""
    number: int
    """The first of them is called ``base`` and this number."""


@dataclass(frozen=True, slots=True)
class ShowWay:
    """Ask what a way looks like that was opened; the other fields are those it was opened with."""

    config: str
    """The platform's own id of it."""
    name: str
    member_limit: int
    valid_until: int


@dataclass(frozen=True, slots=True)
class FetchJoins:
    """Ask who came into the group lately, and by which way."""

    since: int
    """ms since 1970: who came before is left out."""
    not_before: int
    """ms since 1970: so that those who come together are asked for at once."""


Action: TypeAlias = PostText | DeleteMessage | Mute | Kick | OpenWay | ShowWay | FetchJoins

KINDS: dict[str, type[Action]] = {
    "post": PostText,
    "delete": DeleteMessage,
    "mute": Mute,
    "kick": Kick,
    "open-way": OpenWay,
    "show-way": ShowWay,
    "fetch-joins": FetchJoins,
}
"""Name of each action in queues, tables and capabilities."""

QUESTIONS = (ShowWay, FetchJoins)
"""Actions that change nothing, so that they may be asked twice."""


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
