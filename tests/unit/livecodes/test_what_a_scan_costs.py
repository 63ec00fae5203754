"""A scan is one write; destinations are read when they have changed and not otherwise."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.livecodes import LiveCode
from hearth.domain.scans import Scan
from hearth.usecases.scan import Usher
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import code, destination
from tests.unit.livecodes.test_leading_visitors import save, usher

PERSON = Scan("tea1", 10)
ROBOT = replace(PERSON, robot=True)
AGAIN = replace(PERSON, remembered="a")


def _cost(table: FakeLiveCodes, room: Usher, scan: Scan) -> tuple[int, int]:
    before = replace(table.requests)
    room.lead(scan)
    return table.requests.writes - before.writes, table.requests.reads - before.reads


def test_the_first_scan_of_an_environment_also_reads_the_destinations() -> None:
    table = FakeLiveCodes([code(destination("a", 9))])
    assert _cost(table, usher(table), PERSON) == (1, 1)


@pytest.mark.parametrize("scan", [PERSON, ROBOT, AGAIN])
def test_every_further_scan_is_one_write_and_no_read(scan: Scan) -> None:
    table = FakeLiveCodes([code(destination("a", 9))])
    room = usher(table)
    room.lead(PERSON)
    assert {_cost(table, room, scan) for _ in range(5)} == {(1, 0)}


@given(st.lists(st.sampled_from([PERSON, ROBOT, AGAIN]), min_size=1), st.integers(1, 5))
def test_however_people_and_robots_come_the_price_is_the_same(
    scans: list[Scan], capacity: int
) -> None:
    table = FakeLiveCodes([code(destination("a", capacity))])
    room = usher(table)
    for scan in scans:
        room.lead(scan)
    assert (table.requests.writes, table.requests.reads) == (len(scans), 1)


def test_a_full_code_costs_one_write_a_scan() -> None:
    table = FakeLiveCodes([code(destination("a", 1))])
    ushers = [usher(table), usher(table)]
    ushers[0].lead(PERSON)
    assert [_cost(table, room, PERSON) for room in ushers] == [(1, 0), (1, 1)]
    assert {_cost(table, room, PERSON) for room in ushers for _ in range(5)} == {(1, 0)}
    assert table.counter("tea1").seq == 3


def test_a_change_costs_each_environment_one_read() -> None:
    table = FakeLiveCodes([code(destination("a", 9))])
    ushers = [usher(table), usher(table)]
    for room in ushers:
        room.lead(PERSON)
    kept = table.load("tea1")
    save(table, replace(kept, destinations=(*kept.destinations, destination("b", 9))))
    costs = [[_cost(table, room, PERSON) for room in ushers] for _ in range(2)]
    assert costs == [[(1, 1), (1, 1)], [(1, 0), (1, 0)]]


def test_a_closed_group_costs_the_first_who_meets_it_one_more_write() -> None:
    table = FakeLiveCodes([code(destination("a", 9, until=20), destination("b", 9))])
    room = usher(table)
    room.lead(PERSON)
    late = replace(PERSON, at=30)
    assert [_cost(table, room, late) for _ in range(3)] == [(2, 0), (1, 0), (1, 0)]


def test_twenty_tickets_at_once_cost_a_twentieth_of_a_write() -> None:
    table = FakeLiveCodes([code(destination("a", 100_000))])
    room = Usher(table, lambda line: None, lambda rate, ahead, capacity: 20)
    room.lead(PERSON)
    before = table.requests.writes
    for _ in range(2_000):
        room.lead(PERSON)
    assert (table.requests.writes - before) / 2_000 == 0.05
    assert table.requests.reads == 1


def test_memory_is_bounded_and_forgetting_costs_a_read_only() -> None:
    many = [replace(code(destination("a", 9)), code=f"tea{n}") for n in range(600)]
    table = FakeLiveCodes(many)
    room = usher(table)
    costs = [_cost(table, room, replace(PERSON, code=one.code)) for one in [*many, *many[-50:]]]
    assert costs == [(1, 1)] * 600 + [(1, 0)] * 50
    assert _cost(table, room, replace(PERSON, code="tea0")) == (1, 1)


def test_forgetting_does_not_confuse_who_is_full() -> None:
    def named(number: int) -> LiveCode:
        return replace(code(destination("a", 1)), code=f"tea{number}")

    table = FakeLiveCodes([named(n) for n in range(600)])
    room = usher(table)
    for _ in range(3):
        for number in range(600):
            room.lead(replace(PERSON, code=f"tea{number}"))
    assert {table.counter(f"tea{n}").scans for n in range(600)} == {3}
    assert len(room._desks) <= 500
