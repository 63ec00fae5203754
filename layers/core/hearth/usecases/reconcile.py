"""Make a live code's figures again from its archived facts, and tell where they differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol
from zoneinfo import ZoneInfo

from hearth.domain.communities import Community
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.reconciling import Difference, Missing, Remade, sums, without_joins
from hearth.domain.retention import EVENT_DAYS
from hearth.domain.statistics import Figures, Written
from hearth.ports import Clock

_EVER = 10**13
"""ms since 1970: in the year 2286."""

_SURE_MS = (EVENT_DAYS - 1) * 86_400_000
"""Facts younger than that have not expired."""

_PIECE = 500
"""Writes that are in memory at once."""


class Archive(Protocol):
    """Figures by hour, and the facts that they were made from; see ``store.scans``."""

    def hours(self, code: str, since: int, until: int) -> Iterable[tuple[int, Figures]]: ...
    def archived(self, code: str) -> Iterable[Written]: ...


class Codes(Protocol):
    """The table of live codes, read."""

    def load(self, code: str) -> LiveCode: ...
    def counter(self, code: str) -> Counter: ...


class Communities(Protocol):
    """The table of communities, read."""

    def get(self, community: str) -> Community: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found of one code."""

    zone: ZoneInfo
    hours: int
    """How many were made again; facts of older ones have expired."""
    waiting: int
    """Newest writes that are not counted yet: with them, sums are not compared."""
    differences: Sequence[Difference]
    missing: Sequence[Missing]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self.differences) + len(self.missing)


@dataclass(frozen=True, slots=True)
class Reconcile:
    """Compares scans; changes nothing. Joins: see ``usecases.reconcile_joins``."""

    archive: Archive
    codes: Codes
    communities: Communities
    clock: Clock
    wait: Callable[[], None]
    """Lets pass the time in which a batch is counted."""

    def __call__(self, code: str) -> Compared:
        """Compare one code. Raises NotFound, Unavailable, Malformed.

        What differs is looked at twice: scans may be counted at the same time.
        """
        found = self._look(code)
        if found.count:
            self.wait()
            found = self._look(code)
        return found

    def _look(self, code: str) -> Compared:
        zone = ZoneInfo(self.communities.get(self.codes.load(code).community).time_zone)
        # In this order: facts are archived before they are counted, and counted after the write.
        kept = without_joins(dict(self.archive.hours(code, 0, _EVER)))
        counter = self.codes.counter(code)
        remade = self._remade(kept)
        for piece in _pieces(self.archive.archived(code)):
            remade.take(piece)
        waiting = counter.step - _last(kept)
        found = list(remade.differences(kept))
        if not waiting:
            found += sums(kept.values(), counter)
        hours = sum(start >= self._since() for start in kept)
        return Compared(zone, hours, waiting, found, remade.missing())

    def _remade(self, kept: Mapping[int, Figures]) -> Remade:
        since = self._since()
        whole = min(kept, default=since) >= since
        return Remade(_last(kept), since, whole)

    def _since(self) -> int:
        return self.clock() - _SURE_MS


def _last(kept: Mapping[int, Figures]) -> int:
    return max((figures.step for figures in kept.values()), default=0)


def _pieces(writes: Iterable[Written]) -> Iterator[list[Written]]:
    waiting = iter(writes)
    while piece := list(islice(waiting, _PIECE)):
        yield piece
