"""A scan is one write; destinations are read when they have changed and not otherwise."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.livecodes import LiveCode, appended
from hearth.domain.scans import Scan
from hearth.usecases.scan import Usher
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import code, destination

PERSON = Scan("tea1", 10)
ROBOT = replace(PERSON, robot=True)
AGAIN = replace(PERSON, remembered="a")


def _cost(table: FakeLiveCodes, usher: Usher, scan: Scan) -> tuple[int, int]:
    before = replace(table.requests)
    usher.lead(scan)
    return table.requests.writes - before.writes, table.requests.reads - before.reads


def test_the_first_scan_of_an_environment_also_reads_the_destinations() -> None:
    table = FakeLiveCodes([code(destination("a", 9))])
    assert _cost(table, Usher(table), PERSON) == (1, 1)


@pytest.mark.parametrize("scan", [PERSON, ROBOT, AGAIN])
def test_every_further_scan_is_one_write_and_no_read(scan: Scan) -> None:
    table = FakeLiveCodes([code(destination("a", 9))])
    usher = Usher(table)
    usher.lead(PERSON)
    assert {_cost(table, usher, scan) for _ in range(5)} == {(1, 0)}


@given(st.lists(st.sampled_from([PERSON, ROBOT, AGAIN]), min_size=1), st.integers(1, 5))
def test_however_people_and_robots_come_the_price_is_the_same(
    scans: list[Scan], capacity: int
) -> None:
    table = FakeLiveCodes([code(destination("a", capacity))])
    usher = Usher(table)
    for scan in scans:
        usher.lead(scan)
    meets_the_end = scans.count(PERSON) > capacity
    assert (table.requests.writes, table.requests.reads) == (len(scans) + meets_the_end, 1)


def test_who_finds_a_code_full_gives_his_ticket_back_once_an_environment() -> None:
    table = FakeLiveCodes([code(destination("a", 1))])
    ushers = [Usher(table), Usher(table)]
    ushers[0].lead(PERSON)
    assert [_cost(table, usher, PERSON) for usher in ushers] == [(2, 0), (2, 1)]
    assert {_cost(table, usher, PERSON) for usher in ushers for _ in range(5)} == {(1, 0)}
    assert table.counter("tea1").seq == 1


def test_a_change_costs_each_environment_one_read() -> None:
    table = FakeLiveCodes([code(destination("a", 9))])
    ushers = [Usher(table), Usher(table)]
    for usher in ushers:
        usher.lead(PERSON)
    kept = table.load("tea1")
    table.change(kept, appended(kept, destination("b", 9), 2))
    costs = [[_cost(table, usher, PERSON) for usher in ushers] for _ in range(2)]
    assert costs == [[(1, 1), (1, 1)], [(1, 0), (1, 0)]]


def test_a_closed_group_costs_the_first_who_meets_it_one_more_write() -> None:
    table = FakeLiveCodes([code(destination("a", 9, until=20), destination("b", 9))])
    usher = Usher(table)
    usher.lead(PERSON)
    late = replace(PERSON, at=30)
    assert [_cost(table, usher, late) for _ in range(3)] == [(2, 0), (1, 0), (1, 0)]


def test_memory_is_bounded_and_forgetting_costs_a_read_only() -> None:
    many = [replace(code(destination("a", 9)), code=f"tea{n}") for n in range(600)]
    table = FakeLiveCodes(many)
    usher = Usher(table)
    costs = [_cost(table, usher, replace(PERSON, code=one.code)) for one in [*many, *many[-50:]]]
    assert costs == [(1, 1)] * 600 + [(1, 0)] * 50
    assert _cost(table, usher, replace(PERSON, code="tea0")) == (1, 1)


def test_forgetting_does_not_confuse_who_is_full() -> None:
    def named(number: int) -> LiveCode:
        return replace(code(destination("a", 1)), code=f"tea{number}")

    table = FakeLiveCodes([named(n) for n in range(600)])
    usher = Usher(table)
    for _ in range(3):
        for number in range(600):
            usher.lead(replace(PERSON, code=f"tea{number}"))
    assert {table.counter(f"tea{n}").scans for n in range(600)} == {3}
    assert len(usher._known) <= 500 and len(usher._full_at) <= 500
