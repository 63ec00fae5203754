"""Figures of joins are made again from who came, and what differs is found."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from hearth.domain import comings
from hearth.domain.plans import replanned
from hearth.domain.reconciling import Difference
from hearth.domain.statistics import Counts, Figures, Written, with_joins
from hearth.usecases import reconcile_joins
from hearth.usecases.reconcile import Compared, Reconcile
from hearth.usecases.reconcile_joins import ComparedJoins, ReconcileJoins
from tests.fakes.communities import FakeCommunities
from tests.unit.livecodes.told_code import MINUTE, TEA, ToldCode, told

HOUR = 60 * MINUTE
DAY = 24 * HOUR
A = "telegram:bot:a"


class Kept:
    """Figures as the table gives them: of scans, with those of joins."""

    def __init__(self, world: ToldCode) -> None:
        self._world = world

    def hours(self, code: str, since: int, until: int) -> Iterator[tuple[int, Figures]]:
        own = dict(self._world.statistics.hours(code, since, until))
        joins = [(start, counts) for start, _, counts in self.joins(code, since, until)]
        for start in sorted({*own, *(start for start, _ in joins)}):
            told = [counts for at, counts in joins if at == start]
            yield start, with_joins(own.get(start, Figures()), told)

    def joins(self, code: str, since: int, until: int) -> Iterator[tuple[int, str, Counts]]:
        for (name, start, group), counts in sorted(self._world.seats.joins.items()):
            if name == code and since <= start < until:
                yield start, group, counts

    def archived(self, code: str) -> Iterator[Written]:
        return self._world.statistics.archived(code)


class World(ToldCode):
    """People scan and come, for some hours; and the two commands."""

    def __init__(self) -> None:
        super().__init__(told("a", 30, "w-a"), told("b", 30, "w-b"))
        self.waits = 0
        self._kept, self._communities = Kept(self), FakeCommunities([TEA])

    def fill(self, people: int = 8) -> None:
        """Every other visitor comes, every fourth by no way that is told."""
        for number in range(people):
            self.now += 20 * MINUTE
            self.scan(f"c{number % 2}")
            self.hear_scans()
            if number % 2:
                self.come(A, f"m{number}", "" if number % 4 == 1 else "w-a")

    def passing(self) -> None:
        self.waits += 1

    def compare(self) -> ComparedJoins:
        ask = ReconcileJoins(
            self._kept, self.seats, self.table, self._communities, self.clock, self.passing
        )
        return ask("tea1")

    def compare_scans(self) -> Compared:
        ask = Reconcile(self._kept, self.table, self._communities, self.clock, self.passing)
        return ask("tea1")

    def spoil(self, **counts: int) -> int:
        """Change the first hour's figures; when it began."""
        (code, start, group), own = min(self.seats.joins.items())
        self.seats.joins[code, start, group] = {**own, **counts}
        return start


@pytest.fixture
def world() -> World:
    world = World()
    world.fill()
    return world


def test_where_people_came_nothing_differs(world: World) -> None:
    found = world.compare()
    assert (found.joins, found.differences, world.waits) == (4, [], 0)
    assert world.figures()["joins"] == world.figures()["joins-estimated"] == 2


def test_joins_are_no_difference_between_scans_and_their_facts(world: World) -> None:
    before = world.compare_scans()
    world.now += 3 * HOUR
    world.come(A, "late", "w-a")  # in an hour in which nobody scans
    found = world.compare_scans()
    assert (found.count, found.waiting, found.hours) == (0, 0, before.hours)
    assert world.compare().joins == 5


def test_who_is_counted_and_never_came_is_found(world: World) -> None:
    start = world.spoil(joins=7)
    found = world.compare()
    assert found.differences == [Difference("joins", 7, 0, start)]
    assert world.waits == 1


def test_who_came_and_is_not_counted_is_found(world: World) -> None:
    (key, own), *_ = sorted(world.seats.joins.items())
    del world.seats.joins[key]
    found = {(one.figure, one.kept, one.made) for one in world.compare().differences}
    assert found == {(name, 0, many) for name, many in own.items()}


def test_who_came_is_found_where_nothing_at_all_was_counted(world: World) -> None:
    world.seats.joins.clear()
    assert len(world.compare().differences) > 4


def test_joins_of_a_destination_that_was_removed_stay(world: World) -> None:
    left = replace(world.code, destinations=world.code.destinations[1:])
    assert world.table.replan(replanned(left, world.counter, world.now))
    world.scan()
    world.hear_scans()
    assert world.compare() == ComparedJoins(4, [])
    assert world.figures()["destination|a|joins"] == 2


def test_a_second_destination_into_the_group_leaves_those_of_a_removed_one_in_their_hour() -> None:
    world = ToldCode(told("a", 9, "w-a", group=A), told("b", 9, "w-b", group=A))
    world.scan()
    world.hear_scans()
    world.come(A, "ann", "w-a")
    left = replace(world.code, destinations=world.code.destinations[1:])
    assert world.table.replan(replanned(left, world.counter, world.now))
    world.scan()
    world.hear_scans()
    world.come(A, "bob", "w-b")
    sums = world.figures()
    assert (sums["joins"], sums["destination|a|joins"], sums["destination|b|joins"]) == (2, 1, 1)


def test_people_whom_a_full_book_has_forgotten_stay_in_the_figures(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (comings, reconcile_joins):
        monkeypatch.setattr(module, "MOST_PEOPLE", 3)
    before = world.figures()["joins"]
    for number in range(4):
        world.now += HOUR
        world.come(A, f"n{number}", "w-a")
    assert world.figures()["joins"] == before + 4
    assert world.compare().differences == []
    last = max(key for key in world.seats.joins if key[2] == A)
    world.seats.joins[last] = {}
    assert {one.hour for one in world.compare().differences} == {last[1]}


def test_joins_that_the_books_may_have_forgotten_are_left_out(world: World) -> None:
    world.spoil(joins=7)
    world.now += 731 * DAY
    assert world.compare() == ComparedJoins(0, [])


def test_what_is_counted_while_one_looks_is_looked_at_again(world: World) -> None:
    own = dict(world.seats.joins)
    world.spoil(joins=7)
    world.passing = lambda: world.seats.joins.update(own)  # type: ignore[method-assign]
    assert world.compare().differences == []


def test_a_code_that_nobody_joins_by_has_nothing_to_compare() -> None:
    assert World().compare() == ComparedJoins(0, [])
