"""A destination that was closed while scans passed it gets its free seats back when it opens."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.livecodes import Counter, Destination, LiveCode, changed
from tests.unit.livecodes.drawn import code, destination

CLOSED = code(destination("a", 5, enabled=False), destination("b", 3))
PASSED = Counter(seq=6, version=0, jumps=((5, 2),), lost=frozenset({2}))
"""One visitor was led to ``a``; the second met it closed and leapt to ``b``."""


def _open(closed: LiveCode, counter: Counter) -> tuple[Destination, ...]:
    return changed(closed, replace(closed.destinations[0], enabled=True), counter, now=0)


def test_its_free_seats_come_behind_all_others() -> None:
    b, a = _open(CLOSED, PASSED)
    assert (b.id, a.id) == ("b", "a")
    assert (a.first, a.served, a.last) == (8, 1, 12)
    assert a.taken(PASSED) == 1


def test_one_that_nobody_passed_stays_where_it_is() -> None:
    quiet = Counter(seq=1, version=0)
    a, b = _open(CLOSED, quiet)
    assert (a.id, a.first, a.served) == ("a", 0, 0)
    assert b == CLOSED.destinations[1]


def test_one_that_is_open_already_stays_where_it_is() -> None:
    opened = code(destination("a", 5), destination("b", 3))
    noted = replace(opened.destinations[0], note="the big one")
    assert changed(opened, noted, PASSED, now=0) == (noted, opened.destinations[1])


def test_one_that_stays_closed_stays_where_it_is() -> None:
    noted = replace(CLOSED.destinations[0], note="not yet")
    assert changed(CLOSED, noted, PASSED, now=0) == (noted, CLOSED.destinations[1])


def test_one_that_had_expired_is_opened_by_a_later_end() -> None:
    expired = code(destination("a", 5, until=10), destination("b", 3))
    prolonged = replace(expired.destinations[0], valid_until=99)
    assert changed(expired, prolonged, PASSED, now=20)[-1].first == 8


def test_opened_twice_it_remembers_everybody_it_was_shown_to() -> None:
    b, a = _open(CLOSED, PASSED)
    c = replace(destination("c", 9), first=a.last)
    closed = replace(CLOSED, destinations=(b, replace(a, enabled=False), c))
    again = Counter(seq=13, version=0, jumps=((5, 2), (12, 10)), lost=frozenset({2, 10}))
    reopened = changed(closed, a, again, now=0)[-1]
    assert (reopened.served, reopened.last - reopened.first) == (2, 3)


@given(st.integers(1, 30), st.integers(0, 40))
def test_seats_and_served_together_are_never_more_than_the_capacity(
    capacity: int, seq: int
) -> None:
    closed = code(destination("a", capacity, enabled=False), destination("b", 50))
    before = min(seq, capacity)
    counter = Counter(seq + capacity + 1, 0, jumps=((capacity, before),))
    reopened = next(one for one in _open(closed, counter) if one.id == "a")
    assert reopened.last - reopened.first + reopened.served == capacity
    assert reopened.taken(counter) == before
