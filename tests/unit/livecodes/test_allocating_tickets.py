"""Where a ticket leads: arithmetic that cannot oversell."""

from collections import Counter as Tally

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.livecodes import (
    Counter,
    Destination,
    Full,
    Kind,
    LiveCode,
    Seat,
    Skip,
    allocate,
    is_full,
)
from tests.unit.livecodes.drawn import LATEST, code, codes, destination, plain_allocation

TICKETS = range(1, 120)
moments = st.integers(0, LATEST)


@given(codes(), st.integers(1, 120), moments)
def test_a_ticket_leads_where_the_words_say(code: LiveCode, ticket: int, now: int) -> None:
    assert allocate(code.destinations, ticket, now) == plain_allocation(code, ticket, now)


@given(codes(), moments)
def test_no_destination_has_more_tickets_than_seats(code: LiveCode, now: int) -> None:
    places = [allocate(code.destinations, ticket, now) for ticket in TICKETS]
    shown = Tally(place.destination.id for place in places if isinstance(place, Seat))
    capacity = {d.id: d.capacity for d in code.destinations if d.open_at(now)}
    assert shown == capacity


@given(codes(), st.integers(1, 120), moments, moments)
def test_no_ticket_leads_to_two_destinations(
    code: LiveCode, ticket: int, now: int, later: int
) -> None:
    places = [allocate(code.destinations, ticket, at) for at in (now, later)]
    seats = {place.destination.id for place in places if isinstance(place, Seat)}
    assert len(seats) <= 1


@given(codes(), st.integers(1, 120), moments)
def test_after_a_skip_the_next_ticket_has_a_seat(code: LiveCode, ticket: int, now: int) -> None:
    place = allocate(code.destinations, ticket, now)
    if isinstance(place, Skip):
        assert place.to >= ticket
        assert isinstance(allocate(code.destinations, place.to + 1, now), Seat)


@given(codes(), st.integers(0, 120), moments)
def test_full_means_that_no_later_ticket_leads_anywhere(code: LiveCode, seq: int, now: int) -> None:
    later = [allocate(code.destinations, ticket, now) for ticket in range(seq + 1, 125)]
    assert is_full(code.destinations, seq, now) == all(isinstance(p, Full) for p in later)


@given(codes(), st.integers(0, 120))
def test_seats_taken_are_the_tickets_drawn_of_ones_own(code: LiveCode, seq: int) -> None:
    for one in code.destinations:
        own = range(one.first + 1, one.last + 1)
        assert one.taken(Counter(seq, 0)) == sum(ticket <= seq for ticket in own)


def test_a_group_is_filled_before_the_next_is_shown() -> None:
    both = code(destination("a", 2), destination("b", 1)).destinations
    shown = [allocate(both, ticket, 0) for ticket in (1, 2, 3, 4)]
    assert shown == [Seat(both[0]), Seat(both[0]), Seat(both[1]), Full()]


def test_a_code_without_destinations_is_full() -> None:
    assert allocate((), 1, 0) == Full()


@pytest.mark.parametrize(("now", "open_"), [(99, True), (100, False), (101, False)])
def test_a_destination_is_closed_from_its_last_moment_on(now: int, open_: bool) -> None:
    assert destination("a", 1, until=100).open_at(now) is open_


def test_a_destination_without_an_end_never_expires_but_can_be_switched_off() -> None:
    assert destination("a", 1).open_at(10**15)
    assert not destination("a", 1, enabled=False).open_at(0)


def test_of_a_destination_nothing_more_need_be_said_for_it_to_be_open() -> None:
    plain = Destination("a", Kind.LINK, "https://t.example/a", capacity=1, first=0)
    assert plain.open_at(0) and plain.open_at(10**15)
