"""Lead a visitor to a group that still has room: at most one write, destinations from memory."""

import os
from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from hearth.domain import plans
from hearth.domain.blocks import begun, block_size, word
from hearth.domain.errors import HearthError, Unavailable
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import DRAWN, Facts, Led, Scan, Turned, Who, redrawn, seen
from hearth.usecases.desk import BlockSize, Closed, Desk, Journal

_MOST_KNOWN = 500
_ROUNDS = 6
_MARGINS = (0, 0, 5, 20, 60, 60)
"""Tickets that others may draw while a plan is mended, attempt by attempt.

Those that nobody draws meanwhile are passed over, until ``return_skipped`` gives them back.
"""


_RUSH = 200
"""Tickets left as they are when a plan is renewed while scans come fast."""


class Tickets(Protocol):
    """The live codes' table as a scan needs it; see ``store.livecodes_http``."""

    def take(
        self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()
    ) -> Counter: ...
    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool: ...
    def load(self, code: str) -> LiveCode: ...


class Usher:
    """Answers scans; lives as long as the warm environment and remembers destinations."""

    def __init__(self, tickets: Tickets, journal: Journal, size: BlockSize = block_size) -> None:
        self._tickets = tickets
        self._journal = journal
        self._size = size
        self._desks: dict[str, Desk] = {}
        self._owed: dict[str, list[int]] = {}
        self._name = word(int.from_bytes(os.urandom(3))).rjust(5, "0")
        self._blocks = self._writes = 0

    def lead(self, scan: Scan) -> Led | Turned:
        """Where the visitor goes. Raises NotFound, Unavailable."""
        desk = self._desks.get(scan.code)
        if desk and desk.answers(scan.at) and (led := _from_memory(desk, scan)):
            return led
        return self._by_writing(desk, scan)

    def _by_writing(self, desk: Desk | None, scan: Scan) -> Led | Turned:
        wanted = _tickets_wanted(desk, scan)
        name = self._block_name(desk, scan, wanted)
        closed = desk.close(scan.at) if desk else Closed()
        own = seen(scan, DRAWN if wanted else 0, scan.remembered)
        facts = Facts((*closed.seen, own), name, closed.name, self._write())
        counter = self._tickets.take(scan.code, wanted, facts, (*closed.lost, *self._due(scan)))
        desk = self._known(desk, scan, counter, wanted)
        if name or wanted:
            desk.open(name, scan.at, counter, wanted)
        if answer := _without_ticket(desk, scan):
            return answer
        known = desk.code.version == counter.version
        if known and plans.is_stale(desk.code, counter, scan.at):
            self._refresh(desk, scan, counter)
        return self._seat(desk, scan, counter, drawn=bool(wanted))

    def _seat(self, desk: Desk, scan: Scan, counter: Counter, drawn: bool) -> Led | Turned:
        """Lead by the ticket just drawn; where it leads nowhere, mend the plan or draw again."""
        margins = iter(_MARGINS)
        for _ in range(_ROUNDS):
            if drawn and (place := desk.take_first(scan)):
                desk.full = False
                return Led(desk.code, place)
            known = desk.code.version == counter.version
            if known and not _has_room(desk, counter, scan):
                return _turned(desk, scan)
            void = desk.close(scan.at)
            counter = replace(counter, lost=counter.lost | set(void.lost))
            if not (known and drawn and self._mend(desk, scan, counter, next(margins), void)):
                own = redrawn(scan, Who.SEATED, DRAWN)
                facts = Facts((*void.seen, own), "", void.name, self._write())
                counter = self._tickets.take(scan.code, 1, facts, void.lost)
                desk = self._known(desk, scan, counter, 1)
                desk.open("", scan.at, counter, 1)
            drawn = True
        raise Unavailable("too many visitors passed a closed destination at once")

    def _mend(self, desk: Desk, scan: Scan, counter: Counter, margin: int, void: Closed) -> bool:
        """Deal the seats that are left anew and draw the first of them, if nobody else did."""
        made = plans.replanned(desk.code, counter, scan.at, margin)
        plan = replace(made, lost=frozenset(void.lost))
        ticket = plan.last + 1
        own = redrawn(scan, Who.SEATED, ticket)
        if not self._tickets.replan(plan, Facts((*void.seen, own), closes=void.name)):
            return False
        desk.code = plan.code
        desk.open("", scan.at, replace(counter, seq=ticket), 1)
        return True

    def _refresh(self, desk: Desk, scan: Scan, counter: Counter) -> None:
        """Deal anew what has become free; another scan will if this one cannot."""
        margin = _RUSH if desk.is_brisk(scan.at) else 0
        plan = plans.replanned(desk.code, counter, scan.at, margin)
        if self._tickets.replan(plan):
            desk.code, desk.full = plan.code, False

    def _due(self, scan: Scan) -> list[int]:
        """Tickets of which nobody learned where they lead, to be noted as lost."""
        return self._owed.pop(scan.code, [])

    def _known(self, desk: Desk | None, scan: Scan, counter: Counter, tickets: int) -> Desk:
        """The code as it is now; when it cannot be read, the tickets just drawn are owed."""
        try:
            return self._current(desk, scan, counter)
        except HearthError:
            if len(self._owed) < _MOST_KNOWN:
                drawn = range(counter.seq - tickets + 1, counter.seq + 1)
                self._owed.setdefault(scan.code, []).extend(drawn)
            raise

    def _current(self, desk: Desk | None, scan: Scan, counter: Counter) -> Desk:
        if desk is None:
            if len(self._desks) >= _MOST_KNOWN:
                self._desks.clear()
            desk = Desk(self._tickets.load(scan.code), self._journal, self._size)
            self._desks[scan.code] = desk
        elif desk.code.version != counter.version:
            desk.code, desk.full = self._tickets.load(scan.code), False
        desk.heard(counter, scan.at)
        return desk

    def _write(self) -> str:
        """A name for the next write."""
        self._writes += 1
        return self._name + word(self._writes)

    def _block_name(self, desk: Desk | None, scan: Scan, tickets: int) -> str:
        waiting_line = desk is not None and desk.full and desk.is_brisk(scan.at)
        if tickets < 2 and not waiting_line:
            return ""
        self._blocks += 1
        return begun(scan.at) + self._name + word(self._blocks % 36)


def _from_memory(desk: Desk, scan: Scan) -> Led | Turned | None:
    if answer := _without_ticket(desk, scan):
        led = answer.destination.id if isinstance(answer, Led) else ""
        desk.note(scan, destination=led)
        return answer
    if drawn := desk.ticket(scan.at):
        desk.note(scan, ticket=drawn[0])
        return Led(desk.code, drawn[1])
    if desk.full:
        desk.note(scan)
        return _turned(desk, scan)
    return None


def _without_ticket(desk: Desk, scan: Scan) -> Led | Turned | None:
    """The answer to robots, and to visitors who have a seat already."""
    if scan.robot:
        return Turned(desk.code, robot=True)
    known = desk.code.find(scan.remembered) if scan.remembered else None
    return Led(desk.code, known) if known and known.open_at(scan.at) else None


def _tickets_wanted(desk: Desk | None, scan: Scan) -> int:
    if scan.robot or scan.remembered or (desk and desk.full):
        return 0
    return desk.block(scan.at) if desk else 1


def _has_room(desk: Desk, counter: Counter, scan: Scan) -> bool:
    return not desk.is_rushed(scan.at) and plans.has_room(desk.code, counter, scan.at)


def _turned(desk: Desk, scan: Scan) -> Led | Turned:
    """To a person who helps, if there is one; else nowhere."""
    desk.full = True
    helper = next(filter(None, (_helper(one, scan.at) for one in desk.code.destinations)), None)
    return Led(desk.code, helper) if helper else Turned(desk.code)


def _helper(one: Destination, now: int) -> Destination | None:
    return one if one.kind is Kind.PERSON and one.open_at(now) else None
