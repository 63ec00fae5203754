"""What ended environments did not send in is counted from the log, once."""

from collections.abc import Iterable

import pytest

from hearth.domain.blocks import RETURN_MS, SETTLE_MS
from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.scans import Scan
from hearth.domain.statistics import Change
from hearth.usecases.scan import Usher
from hearth.usecases.settle import Settle
from hearth.usecases.tally import Tally
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.scans import FakeScanStatistics
from tests.unit.livecodes.drawn import code, destination

NOW = 1_763_816_400_000
TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)


class World:
    """Environments that draw five tickets at once, their log, and the room that counts."""

    def __init__(self) -> None:
        self.table = FakeLiveCodes([code(destination("a", 99))])
        self.statistics = FakeScanStatistics()
        self.now = NOW
        self.log: list[str] = ["START RequestId: 1", '{"level":"ERROR","message":"of another"}']
        self.silent = False
        self.asked: list[tuple[str, int, int]] = []
        self._tally = Tally(self.statistics, self.table, FakeCommunities([TEA]), lambda: self.now)
        self.settle = Settle(self.statistics, self.table, self, lambda: self.now)

    def lines(self, word: str, since: int, until: int) -> Iterable[str]:
        """As the log does it."""
        if self.silent:
            raise Unavailable("log: throttled")
        self.asked.append((word, since, until))
        return [line for line in self.log if word in line]

    def environment(self) -> Usher:
        """One that is warm already."""
        room = Usher(self.table, self.log.append, lambda rate, ahead, capacity: 5)
        room.lead(Scan("tea1", self.now))
        return room

    def stream(self) -> None:
        """What was written reaches the room that counts."""
        self._tally.take([Change("tea1", *fact) for fact in self.table.requests.facts])

    def figure(self, name: str) -> int:
        """The sum of all hours."""
        hours = self.statistics.hours("tea1", 0, NOW * 2)
        return sum(figures.counts.get(name, 0) for _, figures in hours)


def _ended(world: World) -> None:
    """One environment draws a block, answers three visitors from it, and ends."""
    room = world.environment()
    for _ in range(4):
        room.lead(Scan("tea1", world.now, "poster"))
    world.stream()


def test_scans_of_an_ended_environment_are_counted_a_minute_later() -> None:
    world = World()
    _ended(world)
    assert world.table.counter("tea1").scans == 2
    world.now += SETTLE_MS
    assert world.settle.settle() == 0
    world.now += 1
    assert world.settle.settle() == 1
    world.stream()
    assert world.table.counter("tea1").scans == world.figure("new") == 5
    assert world.figure("destination|a|seats") == 5
    assert world.figure("channel|poster|scans") == 4


def test_they_are_counted_once_however_often_the_minute_comes() -> None:
    world = World()
    _ended(world)
    world.now += SETTLE_MS + 1
    assert [world.settle.settle() for _ in range(3)] == [1, 0, 0]
    world.stream()
    world.now += 26 * 3_600_000
    assert world.settle.settle() == 0
    assert world.table.counter("tea1").scans == 5


def test_its_tickets_stay_out() -> None:
    """A line that the log lost must not seat two visitors on one ticket."""
    world = World()
    _ended(world)
    world.now += SETTLE_MS + 1
    world.settle.settle()
    counter = world.table.counter("tea1")
    assert (counter.seq, counter.lost) == (6, frozenset())


def test_a_block_that_was_sent_in_is_not_looked_for() -> None:
    world = World()
    room = world.environment()
    for _ in range(9):
        room.lead(Scan("tea1", world.now))
    world.now += RETURN_MS - 1
    room.lead(Scan("tea1", world.now, robot=True))
    world.stream()
    world.now += SETTLE_MS + 1
    assert world.settle.settle() == 0 and world.asked == []
    assert world.table.counter("tea1").scans == 10


def test_a_block_of_which_nothing_was_used_is_closed_without_a_write() -> None:
    world = World()
    room = world.environment()
    room.lead(Scan("tea1", world.now))
    world.stream()
    writes = world.table.requests.writes
    world.now += SETTLE_MS + 1
    assert world.settle.settle() == 1
    assert world.table.requests.writes == writes
    assert world.statistics.overdue(world.now) == []


def test_while_the_log_does_not_answer_nothing_is_claimed() -> None:
    world = World()
    _ended(world)
    world.now += SETTLE_MS + 1
    world.silent = True
    with pytest.raises(Unavailable):
        world.settle.settle()
    world.silent = False
    assert world.settle.settle() == 1
    world.stream()
    assert world.table.counter("tea1").scans == 5


def test_the_log_is_searched_where_the_block_was_in_use() -> None:
    world = World()
    _ended(world)
    world.now += SETTLE_MS + 1
    world.settle.settle()
    [(_, since, until)] = world.asked
    assert since == NOW and NOW + RETURN_MS <= until <= NOW + SETTLE_MS
