"""Live codes: which destination a ticket leads to. Pure arithmetic, so it cannot oversell.

Every scan draws the next ticket of its code's counter. A destination owns the tickets
``first < ticket <= first + capacity``; the ranges never overlap, so a destination can never
be shown to more visitors than it has seats, whatever happens at the same time.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from hearth.domain.errors import BadInput

MOST_DESTINATIONS = 100
LARGEST_CAPACITY = 200_000
_CODE = re.compile(r"[a-z0-9]{4,32}")
_CHANNEL = re.compile(r"[\w.-]{1,40}")


class Kind(StrEnum):
    """A link is followed; a QR is shown to be scanned inside the chat app."""

    LINK = "link"
    QR = "qr"


@dataclass(frozen=True, slots=True)
class Destination:
    """One way into a group, with the tickets it owns."""

    id: str
    kind: Kind
    target: str
    """The address of a link, or the text inside the group's QR code."""
    capacity: int
    first: int
    """Tickets up to this number belong to destinations before."""
    valid_until: int = 0
    """ms since 1970; 0 when it does not expire."""
    enabled: bool = True
    note: str = ""
    picture: str = ""
    """Data URI of the QR code, drawn when the destination is saved."""
    served: int = 0
    """Seats handed out of an earlier range, before it was closed, leapt over and opened again."""

    @property
    def last(self) -> int:
        """The last ticket it owns."""
        return self.first + self.capacity - self.served

    def open_at(self, now: int) -> bool:
        """Whether it may be shown: switched on and not expired."""
        return self.enabled and (self.valid_until == 0 or now < self.valid_until)

    def taken(self, counter: "Counter") -> int:
        """Seats handed out: tickets drawn from its range, less those that led nowhere."""
        return self.served + self._own(0, counter.seq) - self.stranded(counter)

    def stranded(self, counter: "Counter") -> int:
        """Tickets of its range that led nowhere: it was closed when their turn came."""
        leapt = sum(self._own(before, to) for to, before in counter.jumps)
        return leapt + sum(self.first < ticket <= self.last for ticket in counter.lost)

    def _own(self, after: int, to: int) -> int:
        """How many of the tickets ``after + 1 … to`` are its own."""
        return max(0, min(to, self.last) - max(after, self.first))


@dataclass(frozen=True, slots=True)
class LiveCode:
    """The permanent code: its name and what its destinations are."""

    code: str
    community: str
    name: str
    version: int
    """Changes whenever the destinations change."""
    destinations: tuple[Destination, ...] = ()


@dataclass(frozen=True, slots=True)
class Counter:
    """What a scan's one write returns."""

    seq: int
    """Tickets drawn so far; the caller's own when it drew one."""
    version: int
    scans: int = 0
    """Scans by people, with and without a ticket."""
    robots: int = 0
    jumps: tuple[tuple[int, int], ...] = ()
    """Pairs (to, before): the tickets in between were leapt over, their destination closed."""
    lost: frozenset[int] = frozenset()
    """Tickets that were drawn from a closed destination's range and led nowhere."""


@dataclass(frozen=True, slots=True)
class Seat:
    """This ticket leads here."""

    destination: Destination


@dataclass(frozen=True, slots=True)
class Skip:
    """The ticket's destination is closed: the next open one starts after ``to``."""

    to: int


@dataclass(frozen=True, slots=True)
class Full:
    """No open destination has a ticket left."""


def allocate(destinations: tuple[Destination, ...], ticket: int, now: int) -> Seat | Skip | Full:
    """Where ``ticket`` leads at ``now``. Destinations are in the order of their tickets."""
    for destination in destinations:
        if ticket <= destination.last and destination.open_at(now):
            if ticket > destination.first:
                return Seat(destination)
            return Skip(destination.first)
    return Full()


def is_full(destinations: tuple[Destination, ...], seq: int, now: int) -> bool:
    """Whether the next ticket after ``seq`` cannot lead anywhere."""
    return isinstance(allocate(destinations, seq + 1, now), Full)


def appended(code: LiveCode, new: Destination, seq: int) -> tuple[Destination, ...]:
    """The destinations with ``new`` behind all others and behind every ticket drawn.

    Raises BadInput when there are too many already.
    """
    if len(code.destinations) >= MOST_DESTINATIONS:
        raise BadInput(f"a live code has at most {MOST_DESTINATIONS} destinations")
    return (*code.destinations, _placed(new, _end(code.destinations, seq)))


def changed(
    code: LiveCode, after: Destination, counter: Counter, now: int
) -> tuple[Destination, ...]:
    """The destinations with ``after`` in the place of the one of the same id.

    One that is opened again, and whose tickets were leapt over meanwhile, gets its free seats
    back: as a new range behind all others.
    """
    before = next(one for one in code.destinations if one.id == after.id)
    if before.open_at(now) or not after.open_at(now) or not before.stranded(counter):
        return tuple(after if one is before else one for one in code.destinations)
    others = tuple(one for one in code.destinations if one is not before)
    end = _end(code.destinations, counter.seq)
    return (*others, replace(after, first=end, served=before.taken(counter)))


def require_code(code: str) -> str:
    """The code itself; raises BadInput unless it is 4–32 of a–z and 0–9."""
    if not _CODE.fullmatch(code):
        raise BadInput("a code has 4 to 32 of the characters a–z and 0–9")
    return code


def is_code(code: str) -> bool:
    """Whether ``code`` can be a live code at all; spares the table pointless requests."""
    return _CODE.fullmatch(code) is not None


def is_channel(channel: str) -> bool:
    """Whether ``channel`` may stand behind a code: up to 40 letters, digits, ``_ . -``."""
    return not channel or _CHANNEL.fullmatch(channel) is not None


def _end(destinations: tuple[Destination, ...], seq: int) -> int:
    return max([seq, *(destination.last for destination in destinations)])


def _placed(new: Destination, first: int) -> Destination:
    if not 1 <= new.capacity <= LARGEST_CAPACITY:
        raise BadInput(f"“capacity” must be from 1 to {LARGEST_CAPACITY}")
    return replace(new, first=first)
