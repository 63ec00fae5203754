"""Raise what the operators should hear of live codes, and withdraw what is mended."""

from collections.abc import Iterable
from typing import Protocol

from hearth.domain.errors import NotFound
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.notices import Notice, NoticeKind
from hearth.domain.statistics import Figures
from hearth.domain.warnings import Watched, expiring, filling, own_tasks, seats_an_hour
from hearth.domain.watching import PACE_MS, next_warning
from hearth.ports import Clock

MOST = 50
"""Live codes looked at in one minute; the next goes on."""

_MOST_NOTICES = 100
_MOST_KNOWN = 1_000
_MENDABLE = (NoticeKind.LIVECODE_FILLING, NoticeKind.LIVECODE_FULL)


class WatchedCodes(Protocol):
    """Live codes and when to look at them; see ``store.livecodes``."""

    def load(self, code: str) -> LiveCode: ...
    def counter(self, code: str) -> Counter: ...
    def due(self, now: int, limit: int = ...) -> list[str]: ...
    def warned(self, code: LiveCode, next_at: int) -> None: ...


class Pace(Protocol):
    """Figures by hour; see ``store.scans``."""

    def hours(self, code: str, since: int, until: int) -> Iterable[tuple[int, Figures]]: ...


class Voice(Protocol):
    """Tells the operators; see ``usecases.raise_notice``."""

    def __call__(self, notice: Notice) -> bool: ...
    def withdraw(self, community: str, notice: str) -> bool: ...


class OpenNotices(Protocol):
    """Notices that nobody has dealt with."""

    def open_of(
        self, community: str, cursor: str = "", limit: int = ...
    ) -> tuple[list[Notice], str]: ...


class Warn:
    """Watches live codes; remembers what it said of each, so that most scans cost no look."""

    def __init__(
        self,
        codes: WatchedCodes,
        pace: Pace,
        notices: OpenNotices,
        voice: Voice,
        clock: Clock,
    ) -> None:
        self._codes = codes
        self._pace = pace
        self._notices = notices
        self._voice = voice
        self._clock = clock
        self._said: dict[str, frozenset[str]] = {}

    def scanned(self, codes: Iterable[tuple[LiveCode, Counter]]) -> None:
        """Look at codes whose seats were just handed out. Raises Unavailable."""
        for code, counter in codes:
            said = frozenset(found.id for found in filling(Watched(code, counter, self._clock())))
            if said != self._said.get(code.code):
                self._look(code.code)

    def tick(self) -> int:
        """Look at codes of which a destination comes nearer to its end; how many."""
        due = self._codes.due(self._clock(), MOST)
        for name in due:
            now = self._clock()
            if code := self._look(name):
                self._codes.warned(code, next_warning(code, now))
        return len(due)

    def _look(self, name: str) -> LiveCode | None:
        now = self._clock()
        try:
            code, counter = self._codes.load(name), self._codes.counter(name)
        except NotFound:
            return None
        watched = Watched(code, counter, now, self._rate(name, now))
        full = list(filling(watched))
        for found in (*full, *expiring(watched)):
            self._voice(found)
        self._withdraw(code, {found.id for found in full})
        if len(self._said) >= _MOST_KNOWN:
            self._said.clear()
        self._said[name] = frozenset(found.id for found in full)
        return code

    def _withdraw(self, code: LiveCode, current: set[str]) -> None:
        """What was said of its seats and holds no more, and tasks that are done.

        Tasks that an operator asked for stay.
        """
        found, _ = self._notices.open_of(code.community, limit=_MOST_NOTICES)
        tasks = own_tasks(code)
        for known in found:
            level = known.subject == f"livecode:{code.code}" and known.kind in _MENDABLE
            if (level or known.id in tasks) and known.id not in current:
                self._voice.withdraw(code.community, known.id)

    def _rate(self, code: str, now: int) -> float:
        """Seats an hour over the current and the last hour."""
        return seats_an_hour(self._pace.hours(code, now - PACE_MS, now), now)
