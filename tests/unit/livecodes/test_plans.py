"""Which ticket leads where, when a plan is made once."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode, Order
from hearth.domain.plans import (
    MOST_LOST,
    SETTLED_MS,
    ahead,
    free,
    has_room,
    is_stale,
    owner,
    replanned,
    seat,
    taken,
)
from tests.unit.livecodes.drawn import (
    LATEST,
    changed,
    code,
    codes,
    dealt,
    destination,
    helper,
)

ALL = range(1, 120)
moments = st.integers(0, LATEST)


@given(codes(), moments)
def test_every_open_destination_has_as_many_tickets_as_seats(code: LiveCode, now: int) -> None:
    planned = replanned(code, Counter(0, code.version), now).code
    seats = {
        one.id: one.capacity
        for one in planned.destinations
        if one.open_at(now) and one.kind is not Kind.PERSON
    }
    assert dealt(planned, ALL) == seats
    assert ahead(planned, 0) == sum(seats.values())


@given(codes())
def test_segments_are_in_order_and_never_overlap(code: LiveCode) -> None:
    for one, next_one in pairwise(code.plan):
        assert one.first <= one.last < next_one.first


@given(codes(), st.integers(0, 60), moments)
def test_seats_taken_are_the_tickets_drawn(code: LiveCode, seq: int, now: int) -> None:
    counter = Counter(seq, code.version)
    drawn = dealt(code, range(1, seq + 1))
    assert {d.id: taken(code, d, counter) for d in code.destinations} == {
        d.id: drawn[d.id] for d in code.destinations
    }
    assert has_room(code, counter, now) == any(
        d.open_at(now) and free(code, d, counter) > 0 for d in code.destinations
    )


@given(codes(), st.integers(1, 60), moments)
def test_a_ticket_leads_to_an_open_destination_or_nowhere(
    code: LiveCode, ticket: int, now: int
) -> None:
    place = seat(code, ticket, now)
    assert place is None or (place.open_at(now) and place.id == owner(code, ticket))


def test_a_group_is_filled_before_the_next_is_shown() -> None:
    both = code(destination("a", 2), destination("b", 1))
    assert [owner(both, ticket) for ticket in (1, 2, 3, 4)] == ["a", "a", "b", ""]


def test_the_emptiest_comes_first_and_then_all_in_turn() -> None:
    three = (destination("a", 2), destination("b", 5), destination("c", 3))
    spread = code(*three, order=Order.LEAST_FILLED)
    assert "".join(owner(spread, ticket) for ticket in range(1, 12)) == "bbbcbcabca"[:11]


@given(codes())
def test_least_filled_first_never_lets_a_fuller_group_take_a_visitor(code: LiveCode) -> None:
    if code.order is Order.ORDERED:
        return
    for ticket in range(1, ahead(code, 0) + 1):
        before = Counter(ticket - 1, code.version)
        rooms = {d.id: free(code, d, before) for d in code.destinations if d.open_at(0)}
        assert rooms[owner(code, ticket)] == max(rooms.values())


def test_a_person_has_no_tickets() -> None:
    both = code(helper(), destination("a", 1))
    assert [owner(both, ticket) for ticket in (1, 2)] == ["a", ""]
    assert not has_room(code(helper()), Counter(0, 0), 0)


def test_a_code_without_destinations_leads_nowhere() -> None:
    assert owner(code(), 1) == "" and not has_room(code(), Counter(0, 0), 0)


@pytest.mark.parametrize(("now", "open_"), [(99, True), (100, False), (101, False)])
def test_a_destination_is_closed_from_its_last_moment_on(now: int, open_: bool) -> None:
    assert destination("a", 1, until=100).open_at(now) is open_


@pytest.mark.parametrize(("now", "open_"), [(99, False), (100, True), (101, True)])
def test_a_destination_is_open_from_its_first_moment_on(now: int, open_: bool) -> None:
    assert destination("a", 1, begins=100).open_at(now) is open_


def test_of_a_destination_nothing_more_need_be_said_for_it_to_be_open() -> None:
    plain = Destination("a", Kind.LINK, "https://t.example/a", capacity=1)
    assert plain.open_at(0) and plain.open_at(10**15)


def test_a_plan_is_stale_when_a_destination_has_begun_since() -> None:
    late = code(destination("a", 1), destination("b", 1, begins=50))
    none = Counter(0, 0)
    assert [is_stale(late, none, now) for now in (0, 49, 50, 90)] == [False, False, True, True]
    assert not is_stale(changed(late, "b", enabled=False), none, 90)
    renewed = replanned(late, none, 60).code
    assert not is_stale(renewed, none, 60) and owner(renewed, 2) == "b"


def test_a_plan_is_stale_when_many_lost_tickets_can_be_settled() -> None:
    known = code(destination("a", 100))
    lost = Counter(60, 0, lost=frozenset(range(1, MOST_LOST + 2)))
    assert not is_stale(known, lost, SETTLED_MS - 1)
    assert is_stale(known, lost, SETTLED_MS)
    assert not is_stale(known, Counter(60, 0, lost=frozenset({1})), SETTLED_MS)


def test_lost_tickets_are_settled_by_the_second_plan_after_them_and_once() -> None:
    first = code(destination("a", 100))
    lost = Counter(10, 0, lost=frozenset({4, 5}))
    second = replanned(first, lost, SETTLED_MS)
    assert (second.settled, taken(second.code, second.code.destinations[0], lost)) == (set(), 8)
    third = replanned(second.code, lost, 2 * SETTLED_MS)
    assert third.settled == {4, 5}
    after = Counter(10, 2)
    assert taken(third.code, third.code.destinations[0], after) == 8
    noted_late = Counter(10, 2, lost=frozenset({4}))
    assert taken(third.code, third.code.destinations[0], noted_late) == 8
    fourth = replanned(third.code, noted_late, 3 * SETTLED_MS)
    assert taken(fourth.code, fourth.code.destinations[0], after) == 8
    assert fourth.settled == {4}
