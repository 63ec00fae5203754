"""What ended environments did not send in is counted from the log, once."""

from collections.abc import Iterable

import pytest

from hearth.domain.blocks import RETURN_MS, SETTLE_MS
from hearth.domain.communities import Community
from hearth.domain.errors import Malformed, Unavailable
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
        self.silent = ""
        self.damaged = False
        self.asked: list[tuple[str, int, int]] = []
        self._tally = Tally(self.statistics, self.table, FakeCommunities([TEA]), lambda: self.now)
        self.settle = Settle(self.statistics, self.table, self, lambda: self.now)

    def lines(self, word: str, since: int, until: int) -> Iterable[str]:
        """As the log does it."""
        if self.damaged:
            raise Malformed("the stored body is damaged")
        if word == self.silent:
            raise Unavailable("log: throttled")
        self.asked.append((word, since, until))
        return [line for line in self.log if word in line]

    def environment(self) -> Usher:
        """One that is warm already."""
        room = Usher(self.table, self.log.append, lambda rate, ahead, capacity: 5)
        room.lead(Scan("tea1", self.now))
        return room

    def stream(self, until: int | None = None) -> None:
        """What was written reaches the room that counts, perhaps not all of it yet."""
        facts = self.table.requests.facts[:until]
        self._tally.take([Change("tea1", *fact) for fact in facts])

    def give_up_the_rest(self) -> None:
        """What is left of the stream belongs to a code that cannot be read."""
        self.table.damaged = True
        rest = [Change("tea1", *fact) for fact in self.table.requests.facts]
        fresh = Tally(self.statistics, self.table, FakeCommunities([TEA]), lambda: self.now)
        assert fresh.take(rest, lambda own, error: None) == []

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


def test_all_ended_environments_of_a_code_are_counted_in_one_minute() -> None:
    world = World()
    for _ in range(3):
        _ended(world)
        world.now += 1
    world.now += SETTLE_MS
    assert world.settle.settle() == 3
    world.stream()
    assert world.table.counter("tea1").scans == world.figure("new") == 15


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
    assert world.statistics.overdue(world.now, world.now) == []


def test_a_block_whose_log_does_not_answer_is_not_claimed_and_stops_no_other() -> None:
    world = World()
    _ended(world)
    world.now += 1
    _ended(world)
    world.now += SETTLE_MS + 1
    world.silent = world.statistics.overdue(world.now, world.now)[0].name
    with pytest.raises(ExceptionGroup, match="1 failed, 1 done") as failed:
        world.settle.settle()
    assert failed.group_contains(Unavailable)
    world.silent = ""
    world.stream()
    assert world.settle.settle() == 1
    world.stream()
    assert world.table.counter("tea1").scans == world.figure("new") == 10


def _sent_in(world: World) -> None:
    """One environment draws a block, answers three visitors from it, and sends that in."""
    room = world.environment()
    for _ in range(4):
        room.lead(Scan("tea1", world.now))
    world.now += RETURN_MS - 1
    room.lead(Scan("tea1", world.now, robot=True))


def test_a_block_whose_end_is_still_on_its_way_is_not_counted_twice() -> None:
    world = World()
    _sent_in(world)
    world.stream(until=2)  # the stream is more than a minute behind
    world.now += SETTLE_MS + 1
    assert [world.settle.settle() for _ in range(3)] == [0, 0, 0]
    world.stream()
    assert world.settle.settle() == 0
    assert world.table.counter("tea1").scans == world.figure("new") == 5


def test_a_block_counts_when_the_stream_has_passed_what_was_written_before() -> None:
    world = World()
    _ended(world)
    world.environment()
    world.now += SETTLE_MS + 1
    assert world.settle.settle() == 0
    world.stream()
    world.environment()  # a busy code always has a write on its way
    assert world.settle.settle() == 1
    world.stream()
    assert world.table.counter("tea1").scans == world.figure("new") == 7


def test_what_the_stream_has_forgotten_is_waited_for_no_longer() -> None:
    """The write that never came through may have closed the block: nothing is counted twice."""
    world = World()
    _sent_in(world)
    world.stream(until=2)
    world.now += 26 * 3_600_000
    assert world.settle.settle() == 0
    assert world.table.counter("tea1").scans == 5
    assert world.statistics.overdue(world.now, world.now) == []


def test_a_hole_in_the_archive_may_hide_the_end_of_a_block() -> None:
    world = World()
    _sent_in(world)
    world.environment()
    facts = world.table.requests.facts
    del facts[2]  # set aside: it closed the block
    world.stream()
    world.now += SETTLE_MS + 1
    assert [world.settle.settle() for _ in range(2)] == [0, 0]


def test_a_write_that_is_given_up_still_closes_its_block() -> None:
    world = World()
    _sent_in(world)
    world.stream(until=2)
    world.give_up_the_rest()
    assert world.statistics.overdue(world.now + 10**9, world.now) == []


def test_blocks_in_trouble_let_others_have_their_turn() -> None:
    world = World()
    _ended(world)
    world.now += SETTLE_MS + 1
    world.damaged = True
    with pytest.raises(ExceptionGroup):
        world.settle.settle()
    world.damaged = False
    assert world.statistics.overdue(world.now, world.now) == []
    world.now += 3_600_001
    assert world.settle.settle() == 1


def test_a_write_that_failed_is_tried_again_when_it_cannot_be_under_way_any_more() -> None:
    world = World()
    _ended(world)
    world.now += SETTLE_MS + 1
    world.table.requests.down = True
    with pytest.raises(ExceptionGroup):
        world.settle.settle()
    world.table.requests.down = False
    assert world.settle.settle() == 0
    world.now += 6 * 60_000
    assert world.settle.settle() == 1
    world.stream()
    assert world.table.counter("tea1").scans == world.figure("new") == 5


def test_the_log_is_searched_where_the_block_was_in_use() -> None:
    world = World()
    _ended(world)
    world.now += SETTLE_MS + 1
    world.settle.settle()
    [(_, since, until)] = world.asked
    assert since == NOW and NOW + RETURN_MS <= until <= NOW + SETTLE_MS
