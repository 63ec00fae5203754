"""Books of seats and of groups: the real table and the fake keep the same contract."""

from dataclasses import replace

import pytest

from hearth.domain.comings import MOST_LINKS, GroupBook, Join, Link, Person
from hearth.domain.errors import Unavailable
from hearth.domain.reservations import Ledger, SeatBook
from hearth.domain.statistics import Figures
from hearth.store.scans import ScanStatistics
from hearth.store.seats import Seats
from tests.conftest import Aws
from tests.fakes.seats import FakeSeats
from tests.support.both import BOTH, either
from tests.support.unique import unique

NOW = 1_763_816_400_000
HOUR = 3_600_000
LEDGER = Ledger(
    group="telegram:bot:-1",
    way="lc_tea1_poster_0a1b2c",
    target="https://t.me/+abc",
    since=NOW,
    first=3,
    base=2,
    handed=7,
    matured=4,
    channels=("", "海报"),
    minutes={(29_000_000, ""): 2, (29_000_001, "海报"): 1},
)
BOOK = SeatBook(0, 9, ((NOW, 3), (NOW + 60_000, 7)), {"d1": LEDGER, "d2": Ledger("g", "", "", 1)})
JOINS = (Join("tea1#d1", NOW, True, 29_000_000, "海报"), Join("tea2#d9", NOW + 5, False))
GROUP = GroupBook(
    people={
        "abcdefgh": Person(NOW, True, NOW + 9, "0a1b", "tea1#d1", True, NOW - 9, JOINS),
        "ijklmnop": Person(0, False, NOW, "ffff"),
    },
    heard={"tea1#d1": 7},
    crowd=1,
    unsaved=frozenset({("tea1", NOW), ("tea2", NOW + HOUR)}),
)


@pytest.fixture(params=BOTH)
def seats(request: pytest.FixtureRequest) -> Seats | FakeSeats:
    return either(request, FakeSeats, Seats, "SCANS_TABLE")


def test_a_book_is_read_back_as_it_was_saved(seats: Seats | FakeSeats) -> None:
    code = unique()
    assert seats.book(code) == SeatBook()
    seats.save_book(code, BOOK)
    assert seats.book(code) == replace(BOOK, version=1)
    seats.save_book(code, replace(BOOK, version=1, step=10))
    assert seats.books([code, unique()]) == {code: replace(BOOK, version=2, step=10)}
    assert seats.books([]) == {}


@pytest.mark.parametrize("read", [0, 2])
def test_a_book_that_changed_meanwhile_is_not_replaced(seats: Seats | FakeSeats, read: int) -> None:
    code, group = unique(), unique()
    seats.save_book(code, BOOK)
    seats.save_group(group, GROUP, NOW)
    with pytest.raises(Unavailable):
        seats.save_book(code, replace(BOOK, version=read))
    with pytest.raises(Unavailable):
        seats.save_group(group, replace(GROUP, version=read), NOW)


def test_a_group_knows_its_destinations_and_its_people(seats: Seats | FakeSeats) -> None:
    group, code = f"telegram:bot:{unique()}", unique()
    assert seats.group(group) == ([], GroupBook())
    one = Link(code, "d1", "tea", "way", "https://t.me/+abc", NOW)
    other = Link(code, "d2", "tea", "", "https://t.me/+def", NOW)
    for link in (one, other, replace(other, since=NOW + 1)):
        seats.link(group, link)
    seats.save_group(group, GROUP, NOW)
    assert seats.group(group) == ([one, replace(other, since=NOW + 1)], replace(GROUP, version=1))
    seats.unlink(group, one.id)
    seats.unlink(group, one.id)
    assert [link.id for link in seats.group(group)[0]] == [other.id]


def test_a_destination_too_many_is_left_out_and_hides_nobody(seats: Seats | FakeSeats) -> None:
    group = f"telegram:bot:{unique()}"
    links = [Link(f"code{n:03d}", "d1", "tea", "", "", NOW) for n in range(MOST_LINKS + 1)]
    for link in links:  # the last two at once, so that neither sees the other
        seats.link(group, link)
    assert seats.group(group) == (links[:MOST_LINKS], GroupBook())
    for version in (0, 1):
        seats.save_group(group, replace(GROUP, version=version), NOW)
    assert seats.group(group) == (links[:MOST_LINKS], replace(GROUP, version=2))


def test_a_code_is_due_once_from_the_earliest_moment_on(seats: Seats | FakeSeats) -> None:
    one, other = unique(), unique()
    for code, at in ((one, NOW + 2), (one, NOW + 9), (one, NOW + 1), (other, NOW)):
        seats.wait(code, at)
    assert _due(seats, NOW, one, other) == [other]
    assert _due(seats, NOW + 9, one, other) == [other, one]
    assert len(seats.due(NOW + 9, 1)) == 1


def test_a_code_that_is_held_is_due_later_if_it_was_not_done(seats: Seats | FakeSeats) -> None:
    code = unique()
    seats.wait(code, NOW)
    seats.hold(code, NOW + 5)
    assert _due(seats, NOW + 4, code) == []
    assert _due(seats, NOW + 5, code) == [code]
    for _ in range(2):
        seats.done(code, NOW + 5)
    assert _due(seats, NOW + 5, code) == []


def test_a_code_that_is_waited_for_while_it_is_held_stays_due(seats: Seats | FakeSeats) -> None:
    code = unique()
    seats.hold(code, NOW + 5)
    seats.wait(code, NOW + 3)
    seats.done(code, NOW + 5)
    assert _due(seats, NOW + 3, code) == [code]


def test_a_code_that_is_put_off_is_due_no_earlier_whoever_waits_for_it(
    seats: Seats | FakeSeats,
) -> None:
    code = unique()
    seats.hold(code, NOW + 5)
    seats.put_off(code, NOW + 60)
    for at in (NOW + 1, NOW + 90):
        seats.wait(code, at)
    assert _due(seats, NOW + 59, code) == [] and _due(seats, NOW + 60, code) == [code]
    seats.hold(code, NOW + 65)
    seats.wait(code, NOW + 61)
    assert _due(seats, NOW + 61, code) == [code]


def _due(seats: Seats | FakeSeats, now: int, *codes: str) -> list[str]:
    """Those of ``codes`` that are due, beside what other tests have left."""
    return [code for code in seats.due(now, 10_000) if code in codes]


def test_figures_of_joins_are_merged_into_those_of_their_hours(aws: Aws) -> None:
    code, table = unique(), aws.names["SCANS_TABLE"]
    statistics, seats = ScanStatistics(table), Seats(table)
    for hours in (0, 2):
        statistics.save_hour(code, NOW + hours * HOUR, Figures(), Figures(hours + 1, {"new": 5}))
    for hours, group in ((0, "g1"), (0, "g2"), (1, "g1"), (3, "g1"), (4, "g1")):
        seats.save_joins(code, NOW + hours * HOUR, group, {"joins": 2}, 4)
    seats.save_joins(code, NOW, "g1", {"joins": 3, "joins-estimated": 1}, 5)
    seats.save_joins(code, NOW, "g1", {"joins": 2}, 4)  # as an earlier book said
    assert list(statistics.hours(code, NOW, NOW + 4 * HOUR)) == [
        (NOW, Figures(1, {"new": 5, "joins": 5, "joins-estimated": 1})),
        (NOW + HOUR, Figures(0, {"joins": 2})),
        (NOW + 2 * HOUR, Figures(3, {"new": 5})),
        (NOW + 3 * HOUR, Figures(0, {"joins": 2})),
    ]
    assert statistics.last_counted(code) == 3
