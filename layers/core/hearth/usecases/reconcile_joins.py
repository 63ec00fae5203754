"""Make a live code's figures of joins again from who is known to have come, and compare."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from hearth.domain.comings import MOST_PEOPLE, GroupBook, Join, Link, counts
from hearth.domain.communities import Community
from hearth.domain.hours import hour_of
from hearth.domain.livecodes import LiveCode
from hearth.domain.reconciling import Difference, differing
from hearth.domain.reservations import followed
from hearth.domain.retention import MEMBER_DAYS
from hearth.domain.statistics import Counts
from hearth.ports import Clock

_EVER = 10**13
"""ms since 1970: in the year 2286."""

_SURE_MS = (MEMBER_DAYS - 1) * 86_400_000
"""Books that know of younger joins have not expired."""

_Hours = dict[int, Counts]


class JoinFigures(Protocol):
    """Figures of joins by hour; see ``store.scans``."""

    def joins(self, code: str, since: int, until: int) -> Iterable[tuple[int, str, Counts]]: ...


class GroupBooks(Protocol):
    """Who came into a group; see ``store.seats``."""

    def group(self, group: str) -> tuple[list[Link], GroupBook]: ...


class Codes(Protocol):
    """The table of live codes, read."""

    def load(self, code: str) -> LiveCode: ...


class Communities(Protocol):
    """The table of communities, read."""

    def get(self, community: str) -> Community: ...


@dataclass(frozen=True, slots=True)
class ComparedJoins:
    """What was found of one code."""

    joins: int
    """Joins, exact and estimated, that the books know of."""
    differences: Sequence[Difference]


@dataclass(frozen=True, slots=True)
class ReconcileJoins:
    """Compares; changes nothing."""

    figures: JoinFigures
    books: GroupBooks
    codes: Codes
    communities: Communities
    clock: Clock
    wait: Callable[[], None]
    """Lets pass the time in which a batch is counted."""

    def __call__(self, code: str) -> ComparedJoins:
        """Compare one code, group by group. Raises NotFound, Unavailable.

        What differs is looked at twice: people may come at the same time.
        """
        found = self._look(code)
        if found.differences:
            self.wait()
            found = self._look(code)
        return found

    def _look(self, name: str) -> ComparedJoins:
        code = self.codes.load(name)
        zone = ZoneInfo(self.communities.get(code.community).time_zone)
        since = self.clock() - _SURE_MS
        kept: dict[str, _Hours] = defaultdict(dict)
        for start, group, own in self.figures.joins(name, since, _EVER):
            kept[group][start] = own
        joins, found = 0, list[Difference]()
        for group in sorted(kept.keys() | {one.group for one in followed(code).values()}):
            _, book = self.books.group(group)
            made = _made(book, name, zone, since)
            joins += sum(_many(own) for own in made.values())
            found += _compared(kept[group], made, len(book.people) >= MOST_PEOPLE)
        return ComparedJoins(joins, found)


def _made(book: GroupBook, code: str, zone: ZoneInfo, since: int) -> _Hours:
    hours: dict[int, list[Join]] = defaultdict(list)
    for person in book.people.values():
        for join in person.joins:
            if join.link.partition("#")[0] == code:
                hours[hour_of(join.at, zone)].append(join)
    return {start: counts(own) for start, own in hours.items() if start >= since}


def _compared(
    kept: Mapping[int, Counts], made: Mapping[int, Counts], forgets: bool
) -> Iterator[Difference]:
    """``forgets``: the book is full, so that figures may know of more people than it."""
    for start in sorted(kept.keys() | made.keys()):
        for one in differing(kept.get(start, {}), made.get(start, {}), start):
            if not forgets or one.kept < one.made:
                yield one


def _many(own: Counts) -> int:
    return own.get("joins", 0) + own.get("joins-estimated", 0)
