"""Statistics of a live code: bounded, on the community's clocks, from the figures alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from hearth.console_ports import CommunityStore, FigureShelf, LiveCodeStore
from hearth.domain.errors import BadInput
from hearth.domain.hours import (
    HOUR_MS,
    day_of,
    days_between,
    hour_of,
    hours_between,
)
from hearth.domain.livecodes import Destination, Kind, LiveCode
from hearth.domain.sums import Facet, Line, lines, summed
from hearth.ports import Clock

MOST_DAYS = 92

_DAY_MS = 24 * HOUR_MS
_LONGEST_MS = MOST_DAYS * _DAY_MS + HOUR_MS
"""One of the days may have 25 hours."""

Counts = Mapping[str, int]


class By(StrEnum):
    """How long the spans are."""

    HOUR = "hour"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Span:
    """An hour or a day."""

    start: int
    """ms since 1970."""
    counts: Counts


@dataclass(frozen=True, slots=True)
class Place:
    """What one destination brought."""

    id: str
    destination: Destination | None
    """None when it was removed since."""
    counts: Counts

    @property
    def told(self) -> bool:
        """Whether anybody tells who joins there; else nothing is known of joins."""
        known = self.destination
        return any("joins" in name for name in self.counts) or bool(
            known and (known.way or known.group)
        )


@dataclass(frozen=True, slots=True)
class Statistics:
    """What was counted of a code."""

    code: LiveCode
    zone: ZoneInfo
    since: int
    until: int
    """From ``since`` on and before ``until``: whole hours on the community's clocks."""
    by: By
    total: Counts
    spans: tuple[Span, ...]
    """Every span, also those in which nothing happened; the first may have begun earlier."""
    channels: tuple[Line, ...]
    devices: tuple[Line, ...]
    destinations: tuple[Place, ...]
    uncounted: int
    """Writes by scans that have not reached the figures yet."""

    @property
    def joins_told(self) -> bool:
        """Whether joins are known of any destination."""
        return any(place.told for place in self.destinations)


@dataclass(frozen=True, slots=True)
class ShowStatistics:
    """Reads the figures that the room of vitality makes."""

    figures: FigureShelf
    codes: LiveCodeStore
    communities: CommunityStore
    clock: Clock

    def of(
        self, code: str, since: int | None = None, until: int | None = None, by: By = By.DAY
    ) -> Statistics:
        """Figures of the hours from ``since`` on and before ``until``, ms since 1970.

        Without ``until``: until now; without ``since``: that day and the six before it. Raises
        NotFound, and BadInput beyond 92 days.
        """
        known, counter = self.codes.load(code), self.codes.counter(code)
        zone = ZoneInfo(self.communities.get(known.community).time_zone)
        first, end = _whole_hours(since, self.clock() if until is None else until, zone)
        # Read behind the counter: what it counts is then either in the figures or told.
        uncounted = max(0, counter.step - self.figures.last_counted(code))
        span_of, every = _spans(by, zone)
        sums = summed(self.figures.hours(code, first, end), span_of)
        starts = sorted({*every(first, end, zone), *sums.spans})
        return Statistics(
            code=known,
            zone=zone,
            since=first,
            until=end,
            by=by,
            total=sums.total,
            spans=tuple(Span(start, sums.spans.get(start, {})) for start in starts),
            channels=lines(sums.facets[Facet.CHANNEL], "scans"),
            devices=lines(sums.facets[Facet.DEVICE], "scans"),
            destinations=_places(known, sums.facets[Facet.DESTINATION]),
            uncounted=uncounted,
        )


def _whole_hours(since: int | None, until: int, zone: ZoneInfo) -> tuple[int, int]:
    start = day_of(until - 6 * _DAY_MS, zone) if since is None else since
    if start >= until:
        raise BadInput("“since” must be before “until”")
    if until - start > _LONGEST_MS:
        raise BadInput(f"“since” and “until” must span at most {MOST_DAYS} days")
    return hour_of(start, zone), hour_of(until - 1, zone) + HOUR_MS


def _spans(
    by: By, zone: ZoneInfo
) -> tuple[Callable[[int], int], Callable[[int, int, ZoneInfo], Iterator[int]]]:
    """Where the span of a moment began, and where all spans between two moments begin.

    Hours that were counted on the clocks of another zone are shown where they began.
    """
    if by is By.HOUR:
        return lambda at: hour_of(at, zone), hours_between
    return lambda at: day_of(at, zone), days_between


def _places(code: LiveCode, names: Mapping[str, Counts]) -> tuple[Place, ...]:
    """The code's destinations in their order, then those that were removed since."""
    present = [
        Place(one.id, one, names.get(one.id, {}))
        for one in code.destinations
        if one.kind is not Kind.PERSON or one.id in names
    ]
    removed = {name: counts for name, counts in names.items() if code.find(name) is None}
    gone = [Place(line.name, None, line.counts) for line in lines(removed, "seats")]
    return (*present, *gone)
