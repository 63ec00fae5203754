"""Figures made from the stream of writes: once each, by hour, by what the facts say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.communities import Community
from hearth.domain.errors import Malformed, Unavailable
from hearth.domain.hours import hour_of
from hearth.domain.livecodes import LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import DRAWN, Facts, Scan, Seen, Who
from hearth.domain.statistics import MOST_CHANNELS, OTHERS, Change, Figures, Written, counted
from hearth.usecases.scan import Usher
from hearth.usecases.tally import Tally
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.scans import FakeScanStatistics
from tests.unit.livecodes.drawn import changed, code, destination

DELHI = ZoneInfo("Asia/Kolkata")
TEA = Community("tea", "Tea", "zh", "Asia/Kolkata", "", 1)
NOW = 1_763_816_400_000
NAMES = ("tea1", "oolong")
HOUR = 3_600_000


def _tally(table: FakeLiveCodes, statistics: FakeScanStatistics) -> Tally:
    return Tally(statistics, table, FakeCommunities([TEA]), lambda: NOW)


def _changes(table: FakeLiveCodes) -> list[Change]:
    return [Change("tea1", *fact) for fact in table.requests.facts]


def _scanned(many: int = 5, block: int = 1) -> FakeLiveCodes:
    table = FakeLiveCodes([code(destination("a", 2), destination("b", 99))])
    room = Usher(table, str, lambda rate, ahead, capacity: block)
    for step in range(many):
        room.lead(Scan("tea1", NOW + step, "poster" if step % 2 else "", device="wechat-ios"))
    room.lead(Scan("tea1", NOW + HOUR, robot=True))
    room.lead(Scan("tea1", NOW + HOUR, remembered="a", device="browser-desktop"))
    return table


def test_what_the_facts_say_is_counted_by_hour() -> None:
    table, statistics = _scanned(), FakeScanStatistics()
    _tally(table, statistics).take(_changes(table))
    first, second = statistics.hours("tea1", 0, NOW * 2)
    assert first[1].counts == {
        "new": 5,
        "seats": 5,
        "channel||scans": 3,
        "channel||seats": 3,
        "channel|poster|scans": 2,
        "channel|poster|seats": 2,
        "device|wechat-ios|scans": 5,
        "destination|a|seats": 2,
        "destination|b|seats": 3,
    }
    assert second[1].counts == {
        "robot": 1,
        "again": 1,
        "channel||scans": 1,
        "device|browser-desktop|scans": 1,
    }


@given(st.lists(st.integers(1, 7), max_size=6), st.sampled_from([1, 5]))
def test_batches_that_come_again_in_other_pieces_count_once(cuts: list[int], block: int) -> None:
    table, whole, pieces = _scanned(9, block), FakeScanStatistics(), FakeScanStatistics()
    changes = _changes(table)
    _tally(table, whole).take(changes)
    tally = _tally(table, pieces)
    for cut in cuts:
        tally.take(changes[: cut % (len(changes) + 1)])
    tally.take(changes)
    assert list(pieces.hours("tea1", 0, NOW * 2)) == list(whole.hours("tea1", 0, NOW * 2))
    assert list(pieces.archived("tea1")) == list(whole.archived("tea1"))


def test_a_ticket_that_led_nowhere_is_no_seat() -> None:
    table = FakeLiveCodes([code(destination("a", 9, until=NOW + 5), destination("b", 9))])
    room, statistics = Usher(table, str), FakeScanStatistics()
    for at in (NOW, NOW + 5, NOW + 6):
        room.lead(Scan("tea1", at))
    _tally(table, statistics).take(_changes(table))
    [(_, figures)] = statistics.hours("tea1", 0, NOW * 2)
    assert figures.counts == {
        "new": 3,
        "seats": 3,
        "channel||scans": 3,
        "channel||seats": 3,
        "device||scans": 3,
        "destination|a|seats": 1,
        "destination|b|seats": 2,
    }


def test_who_was_turned_away_took_no_seat() -> None:
    table = FakeLiveCodes([code(destination("a", 1))])
    room, statistics = Usher(table, str), FakeScanStatistics()
    for step in range(4):
        room.lead(Scan("tea1", NOW + step))
    _tally(table, statistics).take(_changes(table))
    [(_, figures)] = statistics.hours("tea1", 0, NOW * 2)
    assert (figures.counts["new"], figures.counts["seats"]) == (4, 1)


def test_where_a_ticket_led_is_known_also_after_many_changes() -> None:
    table, statistics = _scanned(), FakeScanStatistics()
    for step in range(30):
        kept = changed(table.load("tea1"), "b", capacity=50 + step)
        assert table.replan(replanned(kept, table.counter("tea1"), NOW + 70_000 * step))
    _tally(table, statistics).take(_changes(table))
    (_, first), _ = statistics.hours("tea1", 0, NOW * 2)
    assert (first.counts["destination|a|seats"], first.counts["destination|b|seats"]) == (2, 3)


def test_blocks_that_are_out_are_remembered_until_they_are_sent_in() -> None:
    table, statistics = _scanned(4, block=5), FakeScanStatistics()
    changes = _changes(table)
    lease = next(change.facts.lease for change in changes if change.facts.lease)
    tally = _tally(table, statistics)
    tally.take([change for change in changes if change.facts.closes != lease])
    assert lease in statistics
    tally.take([replace(changes[-1], facts=Facts((Seen(NOW, Who.ROBOT),), closes=lease))])
    assert lease not in statistics


def test_a_removed_code_stops_nobody() -> None:
    table, statistics = _scanned(), FakeScanStatistics()
    ghost = [replace(change, code="gone") for change in _changes(table)]
    done = _tally(table, statistics).take([*ghost, *_changes(table)])
    assert done == [(table.load("tea1"), table.counter("tea1"))]


def test_made_up_channels_are_counted_together() -> None:
    crowd = [Seen(NOW, Who.NEW, f"c{n}", ticket=DRAWN) for n in range(MOST_CHANNELS + 50)]
    figures = counted(Figures(), [Written(1, Facts(tuple(crowd)))])
    assert figures.counts[f"channel|{OTHERS}|scans"] == 50
    assert len(figures.counts) < MOST_CHANNELS + 10


@pytest.mark.parametrize(
    ("at", "zone", "start"),
    [
        ("2026-11-22T10:15:00+00:00", "Asia/Shanghai", "2026-11-22T10:00:00+00:00"),
        ("2026-11-22T10:15:00+00:00", "Asia/Kolkata", "2026-11-22T09:30:00+00:00"),
        ("2026-11-22T10:15:00+00:00", "Asia/Kathmandu", "2026-11-22T10:15:00+00:00"),
        ("2026-10-25T01:30:00+00:00", "Europe/Berlin", "2026-10-25T01:00:00+00:00"),
        ("2026-10-03T15:40:00+00:00", "Australia/Lord_Howe", "2026-10-03T15:30:00+00:00"),
        ("2026-10-03T15:20:00+00:00", "Australia/Lord_Howe", "2026-10-03T14:30:00+00:00"),
        ("2026-10-03T16:10:00+00:00", "Australia/Lord_Howe", "2026-10-03T16:00:00+00:00"),
        ("1969-12-31T23:59:59+00:00", "UTC", "1969-12-31T23:00:00+00:00"),
    ],
)
def test_an_hour_begins_when_the_communitys_clocks_say(at: str, zone: str, start: str) -> None:
    moments = [round(datetime.fromisoformat(text).timestamp() * 1000) for text in (at, start)]
    assert hour_of(moments[0], ZoneInfo(zone)) == moments[1]


@given(st.integers(0, 4_000_000_000_000))
def test_an_hour_is_an_hour(at: int) -> None:
    start = hour_of(at, DELHI)
    assert start <= at < start + HOUR and hour_of(start, DELHI) == start


class Damaged(FakeLiveCodes):
    """A table of which one code cannot be read."""

    def load(self, code: str) -> LiveCode:
        if code == "tea1":
            raise Malformed("not the content of a live code")
        return super().load(code)


def test_a_code_in_trouble_is_given_up_and_stops_no_other() -> None:
    table = Damaged([code(destination("a", 9)), replace(code(destination("b", 9)), code="oolong")])
    table.take("tea1", 1, Facts((Seen(NOW, Who.NEW, ticket=DRAWN),)))
    table.take("oolong", 1, Facts((Seen(NOW, Who.NEW, ticket=DRAWN),)))
    statistics, kept = FakeScanStatistics(), list[tuple[str, str]]()
    first, second = (
        Change(name, *fact) for name, fact in zip(NAMES, table.requests.facts, strict=True)
    )
    done = _tally(table, statistics).take(
        [first, second], lambda own, error: kept.append((own[0].code, str(error)))
    )
    assert [found.code for found, _ in done] == ["oolong"]
    assert kept == [("tea1", "not the content of a live code")]
    assert [one.counts["new"] for _, one in statistics.hours("oolong", 0, NOW * 2)] == [1]


def test_a_table_that_is_down_gives_nothing_up() -> None:
    table, kept = _scanned(), list[object]()
    with pytest.raises(Unavailable):
        _tally(table, Down()).take(_changes(table), lambda *given: kept.append(given))
    assert kept == []


class Down(FakeScanStatistics):
    """Figures that cannot be kept now."""

    def archive(self, code: str, writes: Sequence[Written], now: int) -> None:
        raise Unavailable("facts: ThrottlingException")


def test_another_time_zone_holds_for_what_comes_a_minute_later() -> None:
    table, statistics, at = _scanned(1), FakeScanStatistics(), [NOW]
    communities = FakeCommunities([TEA])
    tally = Tally(statistics, table, communities, lambda: at[0])
    changes = _changes(table)
    tally.take(changes[:1])
    communities.change(replace(TEA, time_zone="Asia/Shanghai"))
    tally.take(changes[1:2])
    at[0] += 60_000
    tally.take(changes[2:])
    assert [one.zone for one in statistics.archived("tea1")] == [
        "Asia/Kolkata",
        "Asia/Kolkata",
        "Asia/Shanghai",
    ]
