"""Statistics as operators ask for them: bounded, by hour or day, honest about what is missing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, NotFound
from hearth.domain.hours import HOUR_MS
from hearth.domain.livecodes import Destination, Kind, LiveCode
from hearth.domain.scans import Facts, Scan, Seen, Who
from hearth.domain.statistics import Change, Figures
from hearth.usecases.scan import Usher
from hearth.usecases.show_statistics import By, ShowStatistics
from hearth.usecases.tally import Tally
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.scans import FakeScanStatistics
from tests.unit.livecodes.drawn import code, destination, helper

SHANGHAI = ZoneInfo("Asia/Shanghai")


def _at(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).timestamp() * 1000)


NOW = _at("2026-11-22T14:30")


class World:
    """A code, its figures, and an operator who looks at them."""

    def __init__(self, known: LiveCode | None = None, zone: str = "Asia/Shanghai") -> None:
        self.table = FakeLiveCodes([known or code(destination("a", 2), destination("b", 9))])
        self.figures = FakeScanStatistics()
        tea = FakeCommunities([Community("tea", "Tea", "zh", zone, "", 1)])
        self.shown = ShowStatistics(self.figures, self.table, tea, lambda: NOW)
        self._tally = Tally(self.figures, self.table, tea, lambda: NOW)

    def scan(self, *moments: int, channel: str = "", robot: bool = False) -> None:
        room = Usher(self.table, str)
        for at in moments:
            room.lead(Scan("tea1", at, channel, robot=robot, device="wechat-ios"))

    def count(self) -> None:
        self._tally.take([Change("tea1", *fact) for fact in self.table.requests.facts])

    def figure(self, at: int, **counts: int) -> None:
        """Figures of the hour that begins at ``at``; ``__`` stands for ``|``, ``_`` for ``-``."""
        named = {k.replace("__", "|").replace("_", "-"): many for k, many in counts.items()}
        self.figures.save_hour("tea1", at, Figures(), Figures(1, named))


def test_without_a_range_it_is_the_last_seven_days_on_the_communitys_clocks() -> None:
    found = World().shown.of("tea1")
    assert (found.since, found.until) == (_at("2026-11-16T00:00"), _at("2026-11-22T15:00"))
    days = [f"2026-11-{day}T00:00" for day in range(16, 23)]
    assert [span.start for span in found.spans] == [_at(day) for day in days]
    assert all(span.counts == {} for span in found.spans) and found.total == {}


def test_what_was_scanned_is_shown_by_hour_and_by_day() -> None:
    world = World()
    world.scan(_at("2026-11-21T23:59"), channel="poster")
    world.scan(_at("2026-11-22T00:00"), _at("2026-11-22T13:10"), _at("2026-11-22T13:50"))
    world.scan(_at("2026-11-22T13:55"), robot=True)
    world.count()
    days = world.shown.of("tea1", _at("2026-11-21T00:00"), NOW)
    assert [(span.counts["new"], span.counts["seats"]) for span in days.spans] == [(1, 1), (3, 3)]
    hours = world.shown.of("tea1", _at("2026-11-22T00:00"), NOW, By.HOUR)
    assert len(hours.spans) == 15 and hours.spans[13].counts["new"] == 2
    assert hours.spans[13].start == _at("2026-11-22T13:00")
    assert (hours.total["new"], hours.total["robot"]) == (3, 1)
    assert [line.name for line in days.channels] == ["", "poster"]
    assert [(line.name, line.counts) for line in hours.devices] == [("wechat-ios", {"scans": 3})]
    assert [(one.id, one.counts["seats"]) for one in days.destinations] == [("a", 2), ("b", 2)]


def test_hours_at_the_edges_are_whole() -> None:
    world = World()
    for hour in (9, 10, 11, 12):
        world.figure(_at(f"2026-11-22T{hour:02}:00"), new=10**hour)
    found = world.shown.of("tea1", _at("2026-11-22T10:59"), _at("2026-11-22T11:01"), By.HOUR)
    assert (found.since, found.until) == (_at("2026-11-22T10:00"), _at("2026-11-22T12:00"))
    assert found.total == {"new": 10**10 + 10**11}


def test_hours_counted_on_other_clocks_are_in_the_span_where_they_began() -> None:
    world = World()
    world.figure(_at("2026-11-22T10:30"), new=5)
    found = world.shown.of("tea1", _at("2026-11-22T10:00"), _at("2026-11-22T12:00"), By.HOUR)
    assert [span.counts.get("new", 0) for span in found.spans] == [5, 0]


def test_a_range_is_at_most_92_days_long() -> None:
    world = World()
    since = NOW - 92 * 24 * HOUR_MS
    assert len(world.shown.of("tea1", since, NOW, By.HOUR).spans) == 2_209, "parts at both ends"
    with pytest.raises(BadInput, match="“since” and “until” must span at most 92 days"):
        world.shown.of("tea1", since - HOUR_MS - 1, NOW)


@pytest.mark.parametrize(("since", "until"), [(5, 5), (6, 5), (NOW + 1, None)])
def test_a_range_that_ends_before_it_begins_is_refused(since: int, until: int | None) -> None:
    with pytest.raises(BadInput, match="“since” must be before “until”"):
        World().shown.of("tea1", since, until)


def test_92_days_may_hold_the_day_of_25_hours() -> None:
    world, berlin = World(zone="Europe/Berlin"), ZoneInfo("Europe/Berlin")
    since, until = (datetime(2026, month, 1, tzinfo=berlin).timestamp() for month in (9, 12))
    found = world.shown.of("tea1", round(since * 1000), round(until * 1000), By.HOUR)
    assert len(found.spans) == 91 * 24 + 1


def test_what_is_not_counted_yet_is_told() -> None:
    world = World()
    world.scan(NOW - 5, NOW - 4)
    assert world.shown.of("tea1").uncounted == 2
    world.count()
    assert world.shown.of("tea1").uncounted == 0
    world.table.take("tea1", 0, Facts((Seen(NOW, Who.ROBOT),)))
    old = world.shown.of("tea1", 0, 9 * HOUR_MS)
    assert (old.uncounted, old.total) == (1, {}), "also when the range is long over"


def test_destinations_that_were_removed_keep_their_figures() -> None:
    world = World(code(destination("a", 2), helper()))
    world.figure(NOW - 30 * 60_000, destination__gone__seats=3, destination__late__seats=7)
    found = world.shown.of("tea1").destinations
    assert [(one.id, one.destination is None) for one in found] == [
        ("a", False),
        ("late", True),
        ("gone", True),
    ]


def test_joins_are_told_where_a_platform_tells_them() -> None:
    link = "https://t.example/x"
    silent = Destination("silent", Kind.LINK, link, 5)
    named = Destination("named", Kind.LINK, link, 5, way="poster-1")
    known = Destination("known", Kind.LINK, link, 5, group="onebot:main:1")
    assert not World(code(silent)).shown.of("tea1").joins_told
    found = World(code(silent, named, known)).shown.of("tea1")
    assert [place.told for place in found.destinations] == [False, True, True]
    assert found.joins_told


@pytest.mark.parametrize("figure", ["joins", "joins_estimated"])
def test_joins_that_were_counted_are_told_also_of_what_was_removed(figure: str) -> None:
    world = World(code(destination("a", 2)))
    world.figure(NOW - 30 * 60_000, **{figure: 3, f"destination__gone__{figure}": 3})
    found = world.shown.of("tea1")
    assert [place.told for place in found.destinations] == [False, True] and found.joins_told
    assert found.total == {figure.replace("_", "-"): 3}


def test_an_unknown_code_has_no_statistics() -> None:
    with pytest.raises(NotFound):
        World().shown.of("tea2")
