"""Several environments write one group's book, request by request, and some of them crash."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearth.domain.comings import Join, Link, counts
from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.events import Change, Event, Membership
from hearth.domain.groups import GroupRef
from hearth.domain.reservations import Ledger, SeatBook
from hearth.usecases.count_joins import CountJoins
from tests.fakes.communities import FakeCommunities
from tests.fakes.seats import FakeSeats
from tests.unit.livecodes.interleaving import Pause, interleave

NOW, MINUTE, HOUR = 1_763_816_400_000, 60_000, 3_600_000
GROUP = "telegram:bot:a"
LINKS = [Link(f"tea{n}", "d", "tea", f"w-{n}", f"https://t.me/+{n}", NOW) for n in (1, 2)]
SEATS = {(NOW // MINUTE + n, "poster"): 3 for n in range(0, 90, 10)}
COMMUNITIES = FakeCommunities([Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)])

facts = st.tuples(
    st.sampled_from("abcdef"),
    st.integers(1, 89),
    st.sampled_from(["", "w-1", "w-2", "elsewhere"]),
    st.sampled_from([Change.JOINED, Change.JOINED, Change.JOINED, Change.LEFT]),
)
batches = st.lists(st.lists(facts, max_size=3), min_size=1, max_size=4)
"""Of one environment; an empty batch looks at the group, as every minute does."""
orders = st.lists(st.integers(0, 3), max_size=60)
crashes = st.lists(st.booleans(), max_size=40)


class _Crash(Exception):
    """An environment ends in the middle of its work."""


class Watched:
    """The shelf as one environment has it: it waits before each request, and may not outlive it."""

    def __init__(self, shelf: FakeSeats, pause: Pause, crashes: list[bool]) -> None:
        self._shelf, self._pause, self._crashes = shelf, pause, crashes

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def request(*values: object) -> object:
            self._pause()
            answer = getattr(self._shelf, name)(*values)
            if self._crashes and self._crashes.pop():
                raise _Crash
            return answer

        return request


def _event(member: str, minute: int, via: str, change: Change) -> Event:
    at = NOW + minute * MINUTE
    fact = Membership(change, (member,), via if change is Change.JOINED else "")
    return Event(GroupRef.parse(GROUP), at, fact, f"{member} {via} {change} {at}".encode())


def _shelf() -> FakeSeats:
    shelf = FakeSeats()
    for link in LINKS:
        ledger = Ledger(GROUP, link.way, link.target, NOW, channels=("poster",), minutes=SEATS)
        shelf.save_book(link.code, SeatBook(ledgers={"d": ledger}))
        shelf.link(GROUP, link)
    return shelf


def _environment(
    shelf: FakeSeats, own: list[list[Event]], crashes: list[bool]
) -> Callable[[Pause], None]:
    """Takes its batches one by one; one that fails comes again, to a new one if it crashed."""

    def work(pause: Pause) -> None:
        books = Watched(shelf, pause, crashes)
        joins = CountJoins(books, COMMUNITIES, lambda: NOW + 90 * MINUTE)
        waiting = own[::-1]
        while waiting:
            try:
                joins.look(GROUP, waiting[-1])
                waiting.pop()
            except Unavailable:
                continue
            except _Crash:
                joins = CountJoins(books, COMMUNITIES, lambda: NOW + 90 * MINUTE)

    return work


def _told_by_the_book(shelf: FakeSeats) -> dict[tuple[str, int, str], Mapping[str, int]]:
    hours: dict[tuple[str, int, str], list[Join]] = defaultdict(list)
    for person in shelf.group(GROUP)[1].people.values():
        for join in person.joins:
            start = join.at // HOUR * HOUR
            hours[join.link.partition("#")[0], start, GROUP].append(join)
    return {hour: counts(joins) for hour, joins in hours.items()}


@settings(max_examples=400)
@given(st.lists(batches, min_size=2, max_size=3), orders, crashes)
def test_figures_say_what_the_book_says_once_everybody_has_finished(
    environments: list[list[list[tuple[str, int, str, Change]]]],
    order: list[int],
    crashes: list[bool],
) -> None:
    shelf = _shelf()
    own = [[[_event(*fact) for fact in batch] for batch in one] for one in environments]
    interleave([_environment(shelf, batches, crashes) for batches in own], order)
    assert {hour: told for hour, told in shelf.joins.items() if told} == _told_by_the_book(shelf)


def test_figures_that_a_crash_kept_back_are_saved_by_whoever_looks_next() -> None:
    shelf = _shelf()
    # The group, the books of its codes, its book; and the end.
    books = Watched(shelf, lambda: None, [True, False, False])
    crashed = CountJoins(books, COMMUNITIES, lambda: NOW + MINUTE)
    with pytest.raises(_Crash):
        crashed.look(GROUP, [_event("ann", 1, "w-1", Change.JOINED)])
    assert not shelf.joins
    other = CountJoins(shelf, COMMUNITIES, lambda: NOW + MINUTE)
    other.look(GROUP)
    assert shelf.joins == _told_by_the_book(shelf) != {}


def test_what_another_has_saved_is_saved_once_more_and_no_oftener() -> None:
    shelf = _shelf()
    one, other = (CountJoins(shelf, COMMUNITIES, lambda: NOW + MINUTE) for _ in range(2))
    one.look(GROUP, [_event("ann", 1, "w-1", Change.JOINED)])
    costs = []
    for joins in (one, other, one, other):
        before = shelf.requests
        joins.look(GROUP)
        costs.append(shelf.requests - before)
    assert costs == [2, 3, 2, 2]
