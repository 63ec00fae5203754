"""Give seats back that nobody came for, before visitors are turned away."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from hearth.domain.comings import GroupBook, Link, standing
from hearth.domain.errors import NotFound
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import ahead, free, has_room, replanned, taken
from hearth.domain.reservations import SeatBook, Standing, followed, reseated, waiting
from hearth.ports import Clock
from hearth.usecases.one_by_one import TROUBLE_MS, in_time, one_by_one, passes
from hearth.usecases.redealing import Codes, attempts

MOST = 500
"""Codes looked at in one minute; the next goes on."""
AGAIN_MS = 5 * 60_000
"""After which a code is looked at again for which something did not answer, unless it is scanned
or joined before."""

_SCARCE = 0.2
_MINUTE_MS = 60_000
_log = logging.getLogger(__name__)


class DueCodes(Protocol):
    """Codes to be looked at, and their books; see ``store.seats``."""

    def book(self, code: str) -> SeatBook: ...
    def wait(self, code: str, at: int) -> None: ...
    def due(self, now: int, limit: int = ...) -> list[str]: ...
    def hold(self, code: str, until: int) -> None: ...
    def done(self, code: str, until: int) -> None: ...
    def put_off(self, code: str, until: int) -> None: ...


class Groups(Protocol):
    """Who came into a group; see ``usecases.count_joins``."""

    def look(self, group: str) -> tuple[list[Link], GroupBook]: ...


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a code's seats."""

    book: SeatBook
    people: Mapping[str, Standing]
    """By destination."""
    unsettled: bool
    """Whether somebody who came is still to be placed."""


def known_of(name: str, book: SeatBook, groups: Groups) -> Known:
    """Everything about the seats of the code ``name``."""
    people: dict[str, Standing] = {}
    unsettled = False
    for group in sorted({ledger.group for ledger in book.ledgers.values()}):
        links, comings = groups.look(group)
        unsettled |= any(one.came and not one.settled for one in comings.people.values())
        own = [link for link in links if link.code == name and link.destination in book.ledgers]
        people |= {link.destination: standing(comings, link) for link in own}
    return Known(book, people, unsettled)


class KeepSeats:
    """Lives as long as the warm environment and remembers which codes wait to be looked at."""

    def __init__(self, codes: Codes, due: DueCodes, groups: Groups, clock: Clock) -> None:
        self._codes = codes
        self._due = due
        self._groups = groups
        self._clock = clock
        self._waiting: dict[str, int] = {}

    def scanned(self, codes: Iterable[tuple[LiveCode, Counter]]) -> None:
        """After scans: look at full codes now, at others within a minute.

        No request for codes whose joins nobody tells of. Raises ExceptionGroup, after all.
        """
        one_by_one(codes, lambda scanned: self._scanned(*scanned))

    def joined(self, codes: Iterable[str]) -> None:
        """After people came or went: look at these codes within a minute. Raises Unavailable."""
        for code in codes:
            self._wait(code)

    def tick(self) -> int:
        """Look at the codes that are due, as many as there is time for; how many were planned anew.

        One that fails stops no other. It is due again some minutes later when something did not
        answer, else in an hour, whoever scans it. Raises ExceptionGroup, after all.
        """
        due = self._due.due(self._clock(), MOST)
        return one_by_one(in_time(due, self._clock), self._served)

    def _served(self, code: str) -> bool:
        until = self._clock() + AGAIN_MS
        self._due.hold(code, until)  # first: who comes from now on makes it due again
        try:
            planned = self._keep(code)
        except Exception as error:
            _log.error("the seats of the live code %s could not be looked at", code)
            if not passes(error):
                self._due.put_off(code, self._clock() + TROUBLE_MS)
            raise
        self._due.done(code, until)
        return planned

    def _scanned(self, code: LiveCode, counter: Counter) -> None:
        if not followed(code):
            return
        if has_room(code, counter, self._clock()):
            self._wait(code.code)
        else:
            self._keep(code.code)

    def _wait(self, code: str) -> None:
        minute = self._clock() // _MINUTE_MS + 1
        if self._waiting.get(code) == minute:
            return
        self._waiting = {name: at for name, at in self._waiting.items() if at == minute}
        self._due.wait(code, minute * _MINUTE_MS)
        self._waiting[code] = minute

    def _keep(self, name: str) -> bool:
        """Plan a code anew if that helps; whether it was."""
        try:
            known = known_of(name, self._due.book(name), self._groups)
            for code, counter, margin in attempts(self._codes, name):
                now = self._clock()
                edited = self._edited(code, counter, known, now)
                if edited is None:
                    self._later(code, counter, known, now)
                    return False
                if self._codes.replan(replanned(edited, counter, now, margin)):
                    self._wait(name)
                    return True
            self._wait(name)  # scanned or changed too fast: the next minute tries again
        except NotFound:
            pass  # removed since: nobody waits for its seats
        return False

    def _edited(self, code: LiveCode, counter: Counter, known: Known, now: int) -> LiveCode | None:
        """The code as it should be; None when it may stay as it is."""
        seated = reseated(code, counter, known.book, known.people, now)
        more = _room(seated, counter) > _room(code, counter)
        scarce = more and _is_scarce(code, counter, now)
        both = zip(seated.destinations, code.destinations, strict=True)
        fuller = any(after.settled > before.settled for after, before in both)
        return seated if scarce or fuller or _deals_too_much(code, seated, counter) else None

    def _later(self, code: LiveCode, counter: Counter, known: Known, now: int) -> None:
        """Look again in a minute while something may still change by time alone."""
        names = [name for name in known.people if code.find(name)]
        reserved = any(
            waiting(code, counter, known.book, name, known.people[name], now) for name in names
        )
        if known.unsettled or reserved:
            self._wait(code.code)


def _room(code: LiveCode, counter: Counter) -> int:
    """Tickets that its destinations may still be dealt, whether they are open or not."""
    return sum(free(code, one, counter) for one in code.destinations)


def _is_scarce(code: LiveCode, counter: Counter, now: int) -> bool:
    """Whether few tickets are left to draw."""
    seats = sum(one.capacity for one in code.destinations if one.open_at(now))
    return ahead(code, counter.seq) < seats * _SCARCE


def _deals_too_much(code: LiveCode, seated: LiveCode, counter: Counter) -> bool:
    """Whether tickets are dealt that a destination has no seats for any more."""
    last = Counter(code.plan[-1].last if code.plan else 0, code.version)
    for one in seated.destinations:
        undrawn = taken(code, one, last) - taken(code, one, Counter(counter.seq, code.version))
        if undrawn > free(seated, one, counter):
            return True
    return False
