"""What a check is: a function that always answers, with its reason, also when it is clean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from hearth.domain.errors import BadInput
from hearth.domain.events import Message
from hearth.domain.members import Member


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: a message, who wrote it, and when (ms)."""

    message: Message
    member: Member
    at: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    hit: bool
    details: str


Check: TypeAlias = Callable[[Subject], Finding]
Settings: TypeAlias = Mapping[str, Any]

Maker: TypeAlias = Callable[[Settings], Check]


def number(settings: Settings, name: str, default: int, largest: int) -> int:
    """A whole number setting within 0…``largest``; raises BadInput naming it."""
    value = settings.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= largest:
        raise BadInput(f"the setting “{name}” must be a whole number from 0 to {largest}")
    return value
