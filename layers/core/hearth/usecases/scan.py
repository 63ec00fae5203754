"""Lead a visitor to a group that still has room: one write, destinations from memory."""

from typing import Protocol

from hearth.domain.errors import Unavailable
from hearth.domain.livecodes import Counter, Destination, Full, LiveCode, Seat, allocate, is_full
from hearth.domain.scans import Led, Scan, Turned

_MOST_KNOWN = 500
_ROUNDS = 5


class Tickets(Protocol):
    """The live codes' table as a scan needs it; see ``store.livecodes_http``."""

    def draw(self, scan: Scan, counted: bool = True, lost: int = 0) -> Counter: ...
    def visit(self, scan: Scan) -> Counter: ...
    def skip(self, scan: Scan, to: int, lost: int) -> Counter | None: ...
    def give_back(self, scan: Scan, ticket: int) -> None: ...
    def load(self, code: str) -> LiveCode: ...


class Usher:
    """Answers scans; lives as long as the warm environment and remembers destinations."""

    def __init__(self, tickets: Tickets) -> None:
        self._tickets = tickets
        self._known: dict[str, LiveCode] = {}
        self._full_at: dict[str, int] = {}

    def lead(self, scan: Scan) -> Led | Turned:
        """Where the visitor goes. Raises NotFound, Unavailable."""
        needs_no_ticket = scan.robot or scan.remembered or self._seems_full(scan)
        if needs_no_ticket:
            counter = self._tickets.visit(scan)
            code = self._current(scan.code, counter)
            if scan.robot:
                return Turned(code.name, robot=True)
            if known := _still_open(code, scan):
                return Led(code.name, known)
            if is_full(code.destinations, counter.seq, scan.at):
                return self._turn_away(code)
        return self._seat(scan, counted=not needs_no_ticket)

    def _seat(self, scan: Scan, counted: bool) -> Led | Turned:
        counter = self._tickets.draw(scan, counted)
        for _ in range(_ROUNDS):
            code = self._current(scan.code, counter)
            place = allocate(code.destinations, counter.seq, scan.at)
            if isinstance(place, Seat):
                return Led(code.name, place.destination)
            if isinstance(place, Full):
                self._tickets.give_back(scan, counter.seq)
                return self._turn_away(code)
            counter = self._pass(scan, place.to, counter.seq)
        raise Unavailable("too many visitors passed a closed destination at once")

    def _pass(self, scan: Scan, to: int, lost: int) -> Counter:
        leapt = self._tickets.skip(scan, to, lost)
        return leapt or self._tickets.draw(scan, counted=False, lost=lost)

    def _turn_away(self, code: LiveCode) -> Turned:
        self._full_at[code.code] = code.version
        return Turned(code.name)

    def _seems_full(self, scan: Scan) -> bool:
        known = self._known.get(scan.code)
        return known is not None and self._full_at.get(scan.code) == known.version

    def _current(self, code: str, counter: Counter) -> LiveCode:
        known = self._known.get(code)
        if known is None or known.version != counter.version:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
                self._full_at.clear()
            known = self._known[code] = self._tickets.load(code)
        return known


def _still_open(code: LiveCode, scan: Scan) -> Destination | None:
    found = (d for d in code.destinations if d.id == scan.remembered and d.open_at(scan.at))
    return next(found, None)
