"""Live codes: permanent codes and the destinations that they lead to."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from hearth.domain.errors import BadInput

MOST_DESTINATIONS = 100
LARGEST_CAPACITY = 200_000
_CODE = re.compile(r"[a-z0-9]{4,32}")
_CHANNEL = re.compile(r"[\w.-]{1,40}")


class Kind(StrEnum):
    """A link is followed, a QR is shown to be scanned; a person helps when no group has room."""

    LINK = "link"
    QR = "qr"
    PERSON = "person"


class Order(StrEnum):
    """Fill one destination after the other, or always the one with the most free seats."""

    ORDERED = "ordered"
    LEAST_FILLED = "least-filled"


@dataclass(frozen=True, slots=True)
class Destination:
    """One way into a group."""

    id: str
    kind: Kind
    target: str
    """The address of a link, or the text inside the QR code."""
    capacity: int
    """Seats; a person has none to hand out."""
    valid_until: int = 0
    """ms since 1970; 0 when it does not expire."""
    enabled: bool = True
    note: str = ""
    picture: str = ""
    """Data URI of the QR code, drawn when the destination is saved."""
    valid_from: int = 0
    """ms since 1970; 0 when it is valid already."""
    platform: str = ""
    """Where it leads to, as its QR or address shows; empty when not known."""
    group: str = ""
    """``platform:account:chat`` of the group it leads into, if Hearth is in that group."""
    way: str = ""
    """Name by which the platform tells who joined through it."""
    settled: int = 0
    """Seats of tickets that the plan has forgotten, less seats that came back; may be negative."""
    extra: int = 0
    """Tickets beyond the capacity, because not everybody who gets one joins."""

    def open_at(self, now: int) -> bool:
        """Whether it may be shown: switched on, begun and not expired."""
        begun = self.valid_from <= now
        return self.enabled and begun and (self.valid_until == 0 or now < self.valid_until)


@dataclass(frozen=True, slots=True)
class Segment:
    """Tickets ``first … last``, dealt to its destinations in turn."""

    first: int
    last: int
    destinations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What the page says around a QR code, in the operator's words."""

    steps: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    colour: str = ""
    """``#rrggbb``; empty for Hearth's own."""
    logo: str = field(default="", repr=False)
    """Data URI of a small picture; in no log and no audit entry, for its length."""
    for_links: bool = False
    """Whether links too are shown on the page instead of being followed at once."""


@dataclass(frozen=True, slots=True)
class LiveCode:
    """The permanent code, what its destinations are and which tickets lead to them."""

    code: str
    community: str
    name: str
    version: int
    """Changes whenever anything of it changes."""
    destinations: tuple[Destination, ...] = ()
    order: Order = Order.ORDERED
    plan: tuple[Segment, ...] = ()
    """In the order of their tickets; they never overlap."""
    planned: int = 0
    """When the plan was made, ms since 1970."""
    planned_at: int = 0
    """The last ticket that was drawn, or might be, when the plan was made."""
    settled_to: int = 0
    """What is noted of tickets up to this one is in ``Destination.settled`` already."""
    guide: Guide = Guide()
    domains: tuple[str, ...] = ()
    """Origins that its address may have; empty for every one of the installation."""
    overbooking: bool = True
    """Whether more tickets than seats may be out, where it is learned how many lead to a join."""
    archived: int = 0
    """When it was put into the archive, ms since 1970; 0 while it is in use. It deals no seats."""

    def find(self, destination: str) -> Destination | None:
        """The destination of that id."""
        return next((one for one in self.destinations if one.id == destination), None)


@dataclass(frozen=True, slots=True)
class Counter:
    """What a scan's one write returns."""

    seq: int
    """Tickets drawn so far; the caller's own are the last of them."""
    version: int
    scans: int = 0
    """Scans by people, with and without a ticket."""
    robots: int = 0
    lost: frozenset[int] = frozenset()
    """Tickets that led nowhere or were not needed: they hold no seat."""
    step: int = 0
    """Writes by scans so far; numbers the facts that ride on them."""


def require_code(code: str) -> str:
    """The code itself; raises BadInput unless it is 4–32 of a–z and 0–9."""
    if not _CODE.fullmatch(code):
        raise BadInput("a code has 4 to 32 of the characters a–z and 0–9")
    return code


def require_capacity(destination: Destination) -> Destination:
    """The destination itself; raises BadInput when it has no seats, or too many."""
    people = destination.kind is Kind.PERSON
    if not people and not 1 <= destination.capacity <= LARGEST_CAPACITY:
        raise BadInput(f"“capacity” must be from 1 to {LARGEST_CAPACITY}")
    if people and destination.capacity:
        raise BadInput("“capacity” of a person must be 0: a person is shown without a seat")
    return destination


def require_in_use(code: LiveCode) -> LiveCode:
    """The code itself; raises BadInput for one in the archive, which leads into no group."""
    if code.archived:
        raise BadInput("this live code is archived: take it out of the archive first", "archived")
    return code


def is_code(code: str) -> bool:
    """Whether ``code`` can be a live code at all; spares the table pointless requests."""
    return _CODE.fullmatch(code) is not None


def is_channel(channel: str) -> bool:
    """Whether ``channel`` may stand behind a code: up to 40 letters, digits, ``_ . -``."""
    return not channel or _CHANNEL.fullmatch(channel) is not None
