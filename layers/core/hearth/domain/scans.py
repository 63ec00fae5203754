"""One scan of a live code: who came how, and where he is led."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hearth.domain.blocks import begun_at
from hearth.domain.errors import Malformed
from hearth.domain.livecodes import Destination, LiveCode


class Who(StrEnum):
    """A new visitor, one who was led before, or no person.

    Somebody ``seated`` was counted with an earlier write, which drew no ticket for him, or a
    ``void`` one: its destination had closed.
    """

    NEW = "new"
    AGAIN = "again"
    ROBOT = "robot"
    SEATED = "seated"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Scan:
    """What is known of a scan before it is answered."""

    code: str
    at: int
    """ms since 1970, UTC."""
    channel: str = ""
    robot: bool = False
    remembered: str = ""
    """Destination the visitor was led to before; empty for a new visitor."""
    device: str = ""
    person: str = ""
    """Whom the invitation token was made for; empty without one."""

    @property
    def who(self) -> Who:
        """What sort of visitor it is."""
        return Who.ROBOT if self.robot else Who.AGAIN if self.remembered else Who.NEW


@dataclass(frozen=True, slots=True)
class Led:
    """The visitor is led to a destination that has room for him."""

    code: LiveCode
    destination: Destination


@dataclass(frozen=True, slots=True)
class Turned:
    """Nobody is led anywhere: a robot, or no destination has room."""

    code: LiveCode
    robot: bool = False


_WHO = {who[0]: who for who in Who}

DRAWN = -1
"""In place of a ticket: the first one drawn with the very write that the fact rides on."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A scan as it is kept: the fact from which every figure can be made again."""

    at: int
    who: Who
    channel: str = ""
    device: str = ""
    ticket: int = 0
    """0 when none was drawn for it."""
    destination: str = ""
    """Where a visitor without a ticket was led to."""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What rides on a scan's one write and reaches the figures through the table's stream."""

    seen: tuple[Seen, ...] = ()
    lease: str = ""
    """Name of the block drawn with this write; the first of its scans is among ``seen``."""
    closes: str = ""
    """Name of the block of which all scans are now among ``seen``."""
    id: str = ""
    """What no other write has, so that one whose answer was lost can be sent again."""

    @property
    def tell(self) -> bool:
        """Whether there is anything to be counted, or to be closed."""
        return bool(self.seen or self.lease or self.closes)

    @property
    def people(self) -> int:
        """Scans by people."""
        return sum(one.who in (Who.NEW, Who.AGAIN) for one in self.seen)

    @property
    def robots(self) -> int:
        """Scans by robots."""
        return sum(one.who is Who.ROBOT for one in self.seen)


def seen(scan: Scan, ticket: int = 0, destination: str = "") -> Seen:
    """The fact of a scan."""
    kept = (scan.channel, scan.device, ticket, destination, scan.person)
    return Seen(scan.at, scan.who, *kept)


def redrawn(scan: Scan, who: Who, ticket: int) -> Seen:
    """The fact that a visitor who is counted already draws a ticket, or that one led nowhere."""
    return Seen(scan.at, who, scan.channel, scan.device, ticket)


def write_line(block: str, fact: Seen) -> str:
    """A scan answered from memory, as the log keeps it: block, ms since it began, ticket, kind.

    Every byte of it is paid for as often as a code is scanned.
    """
    return f"{block} {fact.at - begun_at(block)} {fact.ticket} {_kind(fact)}"


def read_line(line: str) -> tuple[str, Seen] | None:
    """Read :func:`write_line` back: the block and the fact; None for any other line."""
    try:
        block, passed, ticket, kind = line.rstrip("\n").split(" ", 3)
        return block, _read_kind(kind, begun_at(block) + int(passed), int(ticket))
    except (ValueError, KeyError):
        return None


def write_facts(facts: Facts) -> str:
    """One line of JSON: scans of a kind together, as pairs of ms since ``at`` and ticket."""
    at = min((one.at for one in facts.seen), default=0)
    kinds: dict[str, list[int]] = {}
    for one in facts.seen:
        kinds.setdefault(_kind(one), []).extend((one.at - at, one.ticket))
    values = {"at": at, "seen": kinds, "lease": facts.lease, "closes": facts.closes, "id": facts.id}
    kept = {k: v for k, v in values.items() if v}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def read_facts(text: str) -> Facts:
    """Read :func:`write_facts` back, in the order of time; raises Malformed."""
    try:
        content = json.loads(text)
        found = _seen(int(content.get("at", 0)), content.get("seen", {}))
        in_order = sorted(found, key=lambda one: (one.at, one.ticket))
        words = (content.get(name, "") for name in ("lease", "closes", "id"))
        return Facts(tuple(in_order), *words)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Malformed(f"not the facts of scans: {error!r}") from error


def _seen(at: int, kinds: Mapping[str, Any]) -> Iterable[Seen]:
    for kind, numbers in kinds.items():
        for passed, ticket in zip(numbers[::2], numbers[1::2], strict=True):
            yield _read_kind(kind, at + passed, ticket)


def _kind(one: Seen) -> str:
    return "|".join((one.who[0], one.channel, one.device, one.destination, one.person)).rstrip("|")


def _read_kind(kind: str, at: int, ticket: int) -> Seen:
    who, channel, device, destination, person = (kind.split("|") + [""] * 4)[:5]
    return Seen(at, _WHO[who], channel, device, ticket, destination, person)
