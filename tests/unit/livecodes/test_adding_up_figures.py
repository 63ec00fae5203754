"""Figures of hours added up: nothing is lost, whatever is shown one by one or together."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.hours import HOUR_MS, day_of, days_between, hour_of, hours_between
from hearth.domain.statistics import OTHERS, Figures
from hearth.domain.sums import MOST_FIGURES, MOST_LINES, Facet, lines, summed

ZONES = [
    ZoneInfo(name)
    for name in (
        "Asia/Shanghai",
        "Asia/Kathmandu",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "America/Havana",
        "America/Sao_Paulo",
        "Pacific/Apia",
        "UTC",
    )
]
NAMES = ("new", "again", "robot", "seats", "channel||scans", "channel|a|scans", "device|x|scans")
HOURS = st.lists(
    st.tuples(
        st.integers(0, 99),
        st.dictionaries(st.sampled_from(NAMES), st.integers(-2, 50)).map(lambda it: Figures(1, it)),
    ),
    max_size=9,
)


@given(HOURS)
def test_every_figure_is_in_the_sums_once(hours: list[tuple[int, Figures]]) -> None:
    sums = summed(hours, lambda start: start // 10)
    for name in ("new", "again", "robot", "seats"):
        assert sums.total.get(name, 0) == sum(it.counts.get(name, 0) for _, it in hours)
    for span, counts in sums.spans.items():
        own = [it for start, it in hours if start // 10 == span]
        assert counts.get("new", 0) == sum(it.counts.get("new", 0) for it in own)
    for facet, of in ((Facet.CHANNEL, ""), (Facet.CHANNEL, "a"), (Facet.DEVICE, "x")):
        wanted = sum(it.counts.get(f"{facet.value}|{of}|scans", 0) for _, it in hours)
        assert sums.facets[facet].get(of, {}).get("scans", 0) == wanted


def test_figures_that_nobody_knows_yet_are_left_alone() -> None:
    figures = Figures(1, {"new": 1, "weather|rain|scans": 9, "channel|a|joins-estimated": 2})
    sums = summed([(0, figures)], lambda start: start)
    assert sums.total == {"new": 1}
    assert sums.facets[Facet.CHANNEL] == {"a": {"joins-estimated": 2}}


def test_names_beyond_the_most_are_one_line_at_the_end() -> None:
    names = {f"c{n}": {"scans": n, "seats": 1} for n in range(1, MOST_LINES + 6)}
    shown = lines({**names, OTHERS: {"scans": 1000}}, "scans")
    assert len(shown) == MOST_LINES + 1
    assert (shown[0].name, shown[-2].name, shown[-1].name) == ("c205", "c6", OTHERS)
    assert shown[-1].counts == {"scans": 1000 + 1 + 2 + 3 + 4 + 5, "seats": 5}


def test_names_with_as_many_scans_are_in_the_order_of_letters() -> None:
    shown = lines({"b": {"scans": 1}, "a": {"scans": 1}, "c": {}}, "scans")
    assert [line.name for line in shown] == ["a", "b", "c"]


def test_more_figures_than_one_answer_may_read_are_refused() -> None:
    def endless() -> Iterator[tuple[int, Figures]]:
        crowd = Figures(1, {f"channel|c{n}|scans": 1 for n in range(400)})
        while True:
            yield 0, crowd

    with pytest.raises(BadInput, match=f"more than {MOST_FIGURES}.*fewer days"):
        summed(endless(), lambda start: start)


@given(st.integers(0, 4_000_000_000_000), st.integers(1, 400), st.sampled_from(ZONES))
def test_hours_follow_each_other_without_a_gap(since: int, many: int, zone: ZoneInfo) -> None:
    until = since + many * HOUR_MS
    starts = list(hours_between(since, until, zone))
    assert starts[0] == hour_of(since, zone) and starts[-1] == hour_of(until - 1, zone)
    assert all(0 < later - start <= HOUR_MS for start, later in pairwise(starts))
    assert all(hour_of(start, zone) == start for start in starts)


@given(st.integers(0, 4_000_000_000_000), st.integers(1, 100), st.sampled_from(ZONES))
def test_days_follow_each_other_and_hold_every_hour(since: int, many: int, zone: ZoneInfo) -> None:
    until = since + many * 24 * HOUR_MS
    starts = list(days_between(since, until, zone))
    assert starts[0] == day_of(since, zone) and starts[-1] == day_of(until - 1, zone)
    assert all(22 * HOUR_MS < b - a < 26 * HOUR_MS for a, b in pairwise(starts))
    assert {day_of(hour, zone) for hour in hours_between(since, until, zone)} <= set(starts)


@pytest.mark.parametrize(
    ("at", "zone", "start"),
    [
        ("2026-11-22T16:15:00+00:00", "Asia/Shanghai", "2026-11-22T16:00:00+00:00"),
        ("2026-11-22T15:59:59+00:00", "Asia/Shanghai", "2026-11-21T16:00:00+00:00"),
        ("2026-10-25T22:30:00+00:00", "Europe/Berlin", "2026-10-24T22:00:00+00:00"),
        ("2018-11-04T20:00:00+00:00", "America/Sao_Paulo", "2018-11-04T03:00:00+00:00"),
        ("2026-11-01T05:30:00+00:00", "America/Havana", "2026-11-01T04:00:00+00:00"),
    ],
)
def test_a_day_begins_when_the_communitys_clocks_say(at: str, zone: str, start: str) -> None:
    moments = [round(datetime.fromisoformat(text).timestamp() * 1000) for text in (at, start)]
    assert day_of(moments[0], ZoneInfo(zone)) == moments[1]
