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


def number(settings: Settings, name: str, default: int, largest: int, least: int = 0) -> int:
    """A whole number setting within ``least``…``largest``; raises BadInput naming it."""
    value = settings.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= largest:
        raise BadInput(f"the setting “{name}” must be a whole number from {least} to {largest}")
    return value


def require_known(check: str, settings: Settings, *names: str) -> None:
    """Raise BadInput for a setting that ``check`` does not have, such as a misspelt one."""
    for name in settings:
        if name not in names:
            has = ", ".join(names) or "none"
            raise BadInput(f"{check} has no setting “{name[:40]}”: it has {has}")
