"""Raise what the operators should hear of live codes, and withdraw what is mended."""

import logging
from collections.abc import Iterable, Iterator
from typing import Protocol

from hearth.domain.errors import NotFound
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.notices import Notice, NoticeKind
from hearth.domain.pace import seats_an_hour
from hearth.domain.statistics import Figures
from hearth.domain.warnings import Watched, expiring, filling, own_tasks
from hearth.domain.watching import PACE_MS, next_look
from hearth.ports import Clock
from hearth.usecases.one_by_one import TROUBLE_MS, in_time, one_by_one, passes
from hearth.usecases.open_notices import OpenNotices, open_notices

MOST = 100
"""Live codes asked for at once."""
ROUNDS = 5
"""So often in one minute; the next goes on."""

_MOST_KNOWN = 1_000
_MENDABLE = (
    NoticeKind.LIVECODE_EXPIRING,
    NoticeKind.LIVECODE_FILLING,
    NoticeKind.LIVECODE_FULL,
)
_log = logging.getLogger(__name__)


class WatchedCodes(Protocol):
    """Live codes and when to look at them; see ``store.livecodes``."""

    def load(self, code: str) -> LiveCode: ...
    def counter(self, code: str) -> Counter: ...
    def due(self, now: int, limit: int = ...) -> list[str]: ...
    def warned(self, code: LiveCode, next_at: int) -> None: ...
    def put_off(self, code: str, begun: int, until: int) -> None: ...


class Pace(Protocol):
    """Figures by hour; see ``store.scans``."""

    def hours(self, code: str, since: int, until: int) -> Iterable[tuple[int, Figures]]: ...


class Voice(Protocol):
    """Tells the operators; see ``usecases.raise_notice``."""

    def __call__(self, notice: Notice) -> bool: ...
    def withdraw(self, community: str, notice: str) -> bool: ...


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
        """Look at codes whose seats were just handed out. Raises ExceptionGroup, after all."""
        one_by_one(codes, lambda scanned: self._scanned(*scanned))

    def tick(self) -> int:
        """Look at codes that were changed or come nearer to an end; how many.

        One that fails stops no other. It stays due when something did not answer; else it is due
        again in an hour, or when it is saved. Raises ExceptionGroup, after all.
        """
        return one_by_one(in_time(self._due(), self._clock), self._served)

    def _due(self) -> Iterator[str]:
        """Each once, although one that fails is due again in the next round."""
        seen: set[str] = set()
        for _ in range(ROUNDS):
            due = self._codes.due(self._clock(), MOST)
            new = [name for name in due if name not in seen]
            yield from new
            seen.update(new)
            if len(due) < MOST or not new:
                return

    def _scanned(self, code: LiveCode, counter: Counter) -> None:
        said = frozenset(found.id for found in filling(Watched(code, counter, self._clock())))
        if said != self._said.get(code.code):
            self._look(code.code)

    def _served(self, name: str) -> bool:
        now = self._clock()
        try:
            if code := self._look(name):
                self._codes.warned(code, next_look(code, now))
        except Exception as error:
            if not passes(error):
                self._codes.put_off(name, now, now + TROUBLE_MS)
            raise
        return True

    def _look(self, name: str) -> LiveCode | None:
        try:
            return self._looked(name)
        except Exception:
            _log.error("the live code %s could not be looked at, or not all of it be said", name)
            raise

    def _looked(self, name: str) -> LiveCode | None:
        try:
            code, counter = self._codes.load(name), self._codes.counter(name)
        except NotFound:
            return None
        self._say(code, counter)
        return code

    def _say(self, code: LiveCode, counter: Counter) -> None:
        now = self._clock()
        watched = Watched(code, counter, now, self._rate(code.code, counter, now))
        level = [*filling(watched)]
        every = [*level, *expiring(watched)]
        one_by_one(every, self._voice)
        self._withdraw(code, {found.id for found in every})
        if len(self._said) >= _MOST_KNOWN:
            self._said.clear()
        self._said[code.code] = frozenset(found.id for found in level)

    def _withdraw(self, code: LiveCode, current: set[str]) -> None:
        """What was said of it and holds no more, and tasks that are done.

        Tasks that an operator asked for stay, unless the code is archived.
        """
        tasks = own_tasks(code)
        for known in [*open_notices(self._notices, code.community)]:
            about = known.subject == f"livecode:{code.code}"
            own = about and (code.archived or known.kind in _MENDABLE)
            if (own or known.id in tasks) and known.id not in current:
                self._voice.withdraw(code.community, known.id)

    def _rate(self, code: str, counter: Counter, now: int) -> float:
        """Seats an hour over the current and the last hour."""
        return seats_an_hour(self._pace.hours(code, now - PACE_MS, now), counter.seq, now)
