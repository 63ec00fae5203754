"""Figures are made again from the facts alone, and what differs is found."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.communities import Community
from hearth.domain.reconciling import Difference, Missing
from hearth.domain.retention import EVENT_DAYS
from hearth.domain.scans import Scan
from hearth.domain.statistics import Change, Figures
from hearth.usecases.reconcile import Compared, Reconcile
from hearth.usecases.scan import Usher
from hearth.usecases.tally import Tally
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.scans import FakeScanStatistics
from tests.unit.livecodes.drawn import code, destination

NOW = 1_763_818_200_000
"""A full hour in Kolkata."""
HOUR = 3_600_000
DAY = 24 * HOUR
TEA = Community("tea", "Tea", "zh", "Asia/Kolkata", "", 1)


class World:
    """A code that is scanned, the room that counts, and the command."""

    def __init__(self, block: int = 1) -> None:
        self.table = FakeLiveCodes([code(destination("a", 5), destination("b", 999))])
        self.kept = FakeScanStatistics()
        self.now = NOW
        self.waits = 0
        self.communities = FakeCommunities([TEA])
        self.tally = Tally(self.kept, self.table, self.communities, lambda: self.now)
        self.reconcile = Reconcile(
            self.kept, self.table, self.communities, lambda: self.now, self.passing
        )
        self._room = Usher(self.table, str, lambda rate, ahead, capacity: block)

    def passing(self) -> None:
        self.waits += 1

    def scan(self, many: int, apart: int = HOUR // 4) -> None:
        """Scans one after the other, every fifth by a robot."""
        for number in range(many):
            self.now += apart
            self._room.lead(Scan("tea1", self.now, f"c{number % 3}", robot=number % 5 == 4))

    def changes(self) -> list[Change]:
        """What the stream has."""
        return [Change("tea1", *fact) for fact in self.table.requests.facts]

    def compare(self) -> Compared:
        return self.reconcile("tea1")

    def spoil(self, **counts: int) -> int:
        """Change the figures of the first hour; when it began."""
        start, figures = next(iter(self.kept.hours("tea1", 0, NOW * 2)))
        after = Figures(figures.step, {**figures.counts, **counts})
        self.kept.save_hour("tea1", start, figures, after)
        return start


@given(st.integers(1, 40), st.sampled_from([1, 5]), st.lists(st.integers(0, 40), max_size=4))
def test_what_was_counted_in_whatever_pieces_is_found_right(
    many: int, block: int, cuts: list[int]
) -> None:
    world = World(block)
    world.scan(many)
    for cut in cuts:
        world.tally.take(world.changes()[:cut])
    world.tally.take(world.changes())
    found = world.compare()
    assert (found.count, found.waiting, world.waits) == (0, 0, 0)
    assert found.hours == len(list(world.kept.hours("tea1", 0, NOW * 2)))


def test_many_scans_are_compared_in_pieces() -> None:
    world = World()
    world.scan(1200, apart=100)
    world.tally.take(world.changes())
    assert world.compare().count == 0


def test_a_figure_that_was_changed_is_found() -> None:
    world = World()
    world.scan(8)
    world.tally.take(world.changes())
    start = world.spoil(new=7)
    found = world.compare()
    assert found.differences == [
        Difference("new", 7, 3, start),
        Difference("scans", 11, 7),
    ]
    assert world.waits == 1


def test_a_name_that_nobody_scanned_is_found() -> None:
    world = World()
    world.scan(3)
    world.tally.take(world.changes())
    start = world.spoil(**{"channel|ghost|scans": 1})
    assert world.compare().differences == [Difference("channel|ghost|scans", 1, 0, start)]


def test_an_hour_without_its_figures_is_found() -> None:
    world = World()
    world.scan(8)
    world.tally.take(world.changes())
    start = world.spoil()
    del world.kept._hours["tea1", start]
    found = world.compare()
    assert Difference("new", 0, 3, start) in found.differences
    assert {one.hour for one in found.differences} == {start, 0}


@pytest.mark.parametrize(("lost", "missing"), [((0, 2), Missing(1, 2)), ((3, 4), Missing(4, 4))])
def test_writes_that_were_never_counted_are_found(lost: tuple[int, int], missing: Missing) -> None:
    world = World()
    world.scan(8)
    changes = world.changes()
    world.tally.take(changes[: lost[0]] + changes[lost[1] :])
    found = world.compare()
    assert found.missing == [missing]
    assert found.differences == [Difference("scans", 7 - (lost[1] - lost[0]), 7)]


def test_facts_that_are_gone_are_found() -> None:
    world = World()
    world.scan(8)
    for piece in (world.changes()[:5], world.changes()[5:]):
        world.tally.take(piece)
    del world.kept._facts["tea1", 6]
    found = world.compare()
    assert found.missing == [Missing(6, 8)] and found.differences


def test_what_is_not_counted_yet_waits_and_does_not_differ() -> None:
    world = World()
    world.scan(8)
    world.tally.take(world.changes()[:5])
    found = world.compare()
    assert (found.count, found.waiting, world.waits) == (0, 3, 0)


def test_a_code_without_scans_has_nothing_to_compare() -> None:
    found = World().compare()
    assert (found.count, found.hours, found.waiting) == (0, 0, 0)


def test_hours_of_which_the_facts_have_expired_are_left_out() -> None:
    world = World()
    world.scan(6)
    world.tally.take(world.changes())
    old, before = world.spoil(), len(list(world.kept.hours("tea1", 0, NOW * 2)))
    world.now += EVENT_DAYS * DAY
    world.scan(6)
    world.tally.take(world.changes()[6:])
    assert world.compare().count == 0
    del world.kept._facts["tea1", 1]
    found = world.compare()
    assert found.count == 0 and old < world.now - EVENT_DAYS * DAY
    assert found.hours == len(list(world.kept.hours("tea1", 0, NOW * 2))) - before


def test_what_is_counted_while_one_looks_is_looked_at_again() -> None:
    world = World()
    world.scan(8)
    world.tally.take(world.changes())
    start = world.spoil()
    figures = world.kept.hour("tea1", start)
    world.spoil(new=7)

    def mend() -> None:
        world.kept.save_hour("tea1", start, figures, figures)

    assert replace(world.reconcile, wait=mend)("tea1").count == 0


def test_figures_are_right_also_after_the_community_has_moved_half_an_hour() -> None:
    world = World()
    world.scan(9)
    world.tally.take(world.changes())
    world.communities.change(replace(TEA, time_zone="Asia/Shanghai"))
    world.scan(9)
    world.tally.take(world.changes()[9:])
    found = world.compare()
    assert (found.count, found.zone.key) == (0, "Asia/Shanghai")
