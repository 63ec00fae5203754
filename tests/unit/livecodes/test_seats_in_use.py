"""Scans, joins, leaves, time, operators, blocks and ended environments, in any order.

Whoever was led somewhere has a seat for ten minutes, and as long as he is a member; nobody else
is dealt it. Where joins of people without a reservation are told, one of them may confirm the seat
of another: nobody can tell them apart.
"""

from collections import Counter as Tally

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hearth.domain.events import Change
from hearth.domain.livecodes import Counter
from hearth.domain.plans import taken
from hearth.domain.reservations import RESERVED_MS
from tests.unit.livecodes.told_code import ToldCode, told

ways = st.sampled_from(["w-a", "w-b", "", "https://t.me/+other"])
places = st.sampled_from(["a", "b"])
visited = precondition(lambda self: self.led)


class SeatsInUse(RuleBasedStateMachine):
    """One code into two groups that tell who comes."""

    def __init__(self) -> None:
        super().__init__()
        self.world = ToldCode(told("a", 3, "w-a"), told("b", 2, "w-b"))
        self.led: list[tuple[str, int]] = []
        """Destination and moment of each visitor."""
        self.came: dict[tuple[str, str], int] = {}
        """Place and member → since when he is there."""
        self.most = {"a": 3, "b": 2}
        self.confused: list[tuple[str, int]] = []
        """Comings without a reservation: each may confirm another's seat."""

    @initialize(block=st.sampled_from([1, 1, 2, 5]))
    def start(self, block: int) -> None:
        self.world.block = block

    @rule(
        environment=st.integers(0, 1),
        channel=st.sampled_from(["", "poster"]),
        many=st.integers(1, 5),
        heard=st.booleans(),
    )
    def scan(self, environment: int, channel: str, many: int, heard: bool) -> None:
        for _ in range(many):
            if name := self.world.scan(channel, environment=environment):
                self.led.append((name, self.world.now))
        if heard:
            self._hear()

    @visited
    @rule(data=st.data())
    def scan_again(self, data: st.DataObject) -> None:
        name, _ = data.draw(st.sampled_from(self.led))
        assert self.world.scan(remembered=name) == name

    @visited
    @rule(way=ways)
    def let_everybody_join(self, way: str) -> None:
        for number, (name, at) in enumerate(self.led[:10]):
            self._come(name, f"v{number}", way, late=at <= self.world.now - RESERVED_MS)

    @visited
    @rule(data=st.data(), way=ways)
    def join(self, data: st.DataObject, way: str) -> None:
        number = data.draw(st.integers(0, len(self.led) - 1))
        name, at = self.led[number]
        self._come(name, f"v{number}", way, late=at <= self.world.now - RESERVED_MS)

    @rule(name=places, number=st.integers(0, 3), way=ways)
    def let_a_stranger_in(self, name: str, number: int, way: str) -> None:
        self._come(name, f"s{number}", way, late=True)

    @precondition(lambda self: self.came)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        name, member = data.draw(st.sampled_from(sorted(self.came)))
        self.world.now += 1_000
        self.world.leave(f"telegram:bot:{name}", member)
        del self.came[name, member]

    @precondition(lambda self: self.world.past.events)
    @rule(data=st.data())
    def hear_of_people_again(self, data: st.DataObject) -> None:
        first = data.draw(st.integers(0, len(self.world.past.events) - 1))
        self.world.hear(*self.world.past.events[first:])

    @rule(again=st.integers(0, 3))
    def hear_of_scans(self, again: int) -> None:
        self._hear(again)

    @rule(ms=st.sampled_from([1_000, 30_000, 300_000, 700_000]))
    def let_time_pass(self, ms: int) -> None:
        self.world.now += ms
        self.world.keep.tick()

    @rule()
    def look(self) -> None:
        self.world.tick()

    @rule(name=places, capacity=st.integers(1, 6))
    def give_another_capacity(self, name: str, capacity: int) -> None:
        self.world.edit(name, capacity=capacity)
        self.most[name] = max(self.most[name], capacity)

    @rule(environment=st.integers(0, 1))
    def end_an_environment(self, environment: int) -> None:
        self.world.environments[environment] = self.world.environment()

    @invariant()
    def nobody_who_is_there_or_may_still_come_loses_his_seat(self) -> None:
        since = self.world.now - RESERVED_MS - 60_000  # seats are told apart by minute
        held = Tally(name for name, _ in self._waiting())
        held.update(name for name, _ in self._present())
        confused = Tally(name for name, at in self.confused if at > since)
        for one in self.world.code.destinations:
            kept = taken(self.world.code, one, self.world.counter)
            assert kept >= min(one.capacity, held[one.id] - confused[one.id])

    @invariant()
    def no_more_tickets_are_out_than_there_are_seats(self) -> None:
        code, counter = self.world.code, self.world.counter
        last = Counter(10**9, counter.version, lost=counter.lost)
        for one in code.destinations:
            held = taken(code, one, counter)
            assert one.extra == 0
            assert taken(code, one, last) - held <= max(0, self.most[one.id] - held)

    @invariant()
    def each_person_is_counted_once_a_destination(self) -> None:
        figures = self.world.figures()
        total = figures.get("joins", 0) + figures.get("joins-estimated", 0)
        people = {e.group.id + e.fact.members[0] for e in self.world.past.events}
        assert total <= len(people) * 2
        assert figures.get("joins-estimated", 0) <= len(self.led)

    def _hear(self, again: int = 0) -> None:
        """Who came into a group before it was followed takes a seat with the next look."""
        self.world.hear_scans(again)
        self.world.tick()

    def _come(self, name: str, member: str, way: str, late: bool) -> None:
        self.world.now += 1_000
        self.world.come(f"telegram:bot:{name}", member, way)
        if late or self._was_there(name, member, before=self.world.now):
            self.confused.append((name, self.world.now))
        self.came.setdefault((name, member), self.world.now)
        self.world.tick()

    def _waiting(self) -> list[tuple[str, int]]:
        """Visitors who were led lately and did not come."""
        since = self.world.now - RESERVED_MS
        return [
            (name, at)
            for number, (name, at) in enumerate(self.led)
            if at > since and not self._was_there(name, f"v{number}")
        ]

    def _present(self) -> list[tuple[str, str]]:
        """Members who came since the group is followed."""
        ledgers = self.world.seats.book("tea1").ledgers
        return [
            (name, member)
            for (name, member), at in self.came.items()
            if name in ledgers and at > ledgers[name].since
        ]

    def _was_there(self, name: str, member: str, before: int = 0) -> bool:
        return any(
            e.group.chat == name
            and e.fact.members[0] == member
            and e.fact.change is Change.JOINED
            and (not before or e.at < before - 1_000)
            for e in self.world.past.events
        )


TestSeatsInUse = SeatsInUse.TestCase
TestSeatsInUse.settings = settings(deadline=None, max_examples=150, stateful_step_count=40)
