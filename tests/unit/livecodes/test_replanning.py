"""Everything that changes a plan, in any order: nobody is oversold, no drawn ticket moves."""

from collections import Counter as Tally
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hearth.domain.livecodes import Counter, LiveCode, Order
from hearth.domain.plans import Replan, free, has_room, owner, replanned, seat, taken
from tests.unit.livecodes.drawn import code, destination

with_destinations = precondition(lambda self: self.code.destinations)


class LiveCodeInUse(RuleBasedStateMachine):
    """One counter, as the table keeps it, and everything that can happen to a code."""

    def __init__(self) -> None:
        super().__init__()
        self.code = code()
        self.counter = Counter(0, 0)
        self.now = 0
        self.owners: dict[int, str] = {}
        """Ticket → where it led when it was drawn."""
        self.led: dict[int, str] = {}
        """Ticket → destination that its holder was led to."""
        self.released: Tally[str] = Tally()
        self.most: dict[str, int] = {}
        """The largest capacity that a destination ever had."""

    @rule(capacity=st.integers(1, 5), lives=st.none() | st.integers(1, 20), waits=st.integers(0, 9))
    def add_a_destination(self, capacity: int, lives: int | None, waits: int) -> None:
        name = f"d{len(self.most)}"
        until = 0 if lives is None else self.now + waits + lives
        new = destination(name, capacity, until, begins=self.now + waits)
        self.most[name] = capacity
        self._edit(replace(self.code, destinations=(*self.code.destinations, new)))

    @with_destinations
    @rule(data=st.data())
    def switch_a_destination(self, data: st.DataObject) -> None:
        self._change(data, lambda one: {"enabled": not one.enabled})

    @with_destinations
    @rule(data=st.data(), lives=st.integers(0, 20))
    def give_a_destination_another_end(self, data: st.DataObject, lives: int) -> None:
        self._change(data, lambda one: {"valid_until": self.now + lives})

    @with_destinations
    @rule(data=st.data(), capacity=st.integers(1, 9))
    def give_a_destination_more_or_fewer_seats(self, data: st.DataObject, capacity: int) -> None:
        self._change(data, lambda one: {"capacity": capacity})

    @with_destinations
    @rule(data=st.data())
    def move_destinations(self, data: st.DataObject) -> None:
        order = data.draw(st.permutations(self.code.destinations))
        self._edit(replace(self.code, destinations=tuple(order)))

    @with_destinations
    @rule(data=st.data())
    def remove_a_destination(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(self.code.destinations))
        left = tuple(one for one in self.code.destinations if one is not gone)
        self._edit(replace(self.code, destinations=left))

    @with_destinations
    @rule(data=st.data())
    def let_reservations_expire(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.code.destinations))
        held = taken(self.code, one, self.counter)
        gone = data.draw(st.integers(0, max(0, held)))
        self.released[one.id] += gone
        self._replace(one.id, {"settled": one.settled - gone})

    @rule(order=st.sampled_from(Order))
    def fill_in_another_order(self, order: Order) -> None:
        self._edit(replace(self.code, order=order))

    @rule(ms=st.sampled_from([1, 5, 10, 70_000]))
    def let_time_pass(self, ms: int) -> None:
        self.now += ms

    @rule(tickets=st.integers(1, 4), used=st.integers(1, 4), margin=st.integers(0, 3))
    def scan(self, tickets: int, used: int, margin: int) -> None:
        """A block is drawn, some of it used, the rest comes back; a gap is mended."""
        first = self.counter.seq + 1
        self._draw(tickets)
        for ticket in range(first, first + tickets):
            place = seat(self.code, ticket, self.now)
            if place and ticket < first + used:
                self.led[ticket] = place.id
            else:
                self._lose(ticket)
        if not any(ticket in self.led for ticket in range(first, first + tickets)):
            self._mend(margin)

    @invariant()
    def nobody_is_oversold(self) -> None:
        shown = Tally(self.led.values())
        assert all(shown[name] - self.released[name] <= most for name, most in self.most.items())

    @invariant()
    def what_is_dealt_and_drawn_never_exceeds_the_seats(self) -> None:
        for one in self.code.destinations:
            held = taken(self.code, one, self.counter)
            coming = taken(self.code, one, replace(self.counter, seq=10**9)) - held
            assert coming <= max(0, one.capacity - held)

    @invariant()
    def the_console_shows_exactly_who_was_led(self) -> None:
        shown = Tally(self.led.values())
        for one in self.code.destinations:
            led = shown[one.id] - self.released[one.id]
            assert taken(self.code, one, self.counter) == led

    def _mend(self, margin: int) -> None:
        if not has_room(self.code, self.counter, self.now):
            return
        room = {d.id: free(self.code, d, self.counter) for d in self.code.destinations}
        plan = replanned(self.code, self.counter, self.now, margin)
        after, ticket = plan.code, plan.last + 1
        place = seat(after, ticket, self.now)
        if margin == 0 or sum(room.values()) > margin:
            assert place is not None or margin
        skipped = range(self.counter.seq + 1, ticket)
        self._save(plan)
        self.counter = replace(self.counter, seq=ticket)
        for passed in skipped:
            self.owners[passed] = owner(after, passed)
            self._lose(passed)
        self._own(ticket, place.id if place else "")

    def _own(self, ticket: int, name: str) -> None:
        self.owners[ticket] = owner(self.code, ticket)
        if name:
            self.led[ticket] = name
        else:
            self._lose(ticket)

    def _draw(self, tickets: int) -> None:
        for _ in range(tickets):
            self.counter = replace(self.counter, seq=self.counter.seq + 1)
            self.owners[self.counter.seq] = owner(self.code, self.counter.seq)

    def _lose(self, ticket: int) -> None:
        self.counter = replace(self.counter, lost=self.counter.lost | {ticket})

    def _change(self, data: st.DataObject, changes) -> None:
        chosen = data.draw(st.sampled_from(self.code.destinations))
        self._replace(chosen.id, changes(chosen))

    def _replace(self, name: str, changes: dict) -> None:
        self.most[name] = max(self.most[name], changes.get("capacity", 0))
        every = (replace(d, **changes) if d.id == name else d for d in self.code.destinations)
        self._edit(replace(self.code, destinations=tuple(every)))

    def _edit(self, edited: LiveCode) -> None:
        self._save(replanned(edited, self.counter, self.now))

    def _save(self, plan: Replan) -> None:
        self._drawn_tickets_stay(plan.code)
        self.code = plan.code
        noted = self.counter.lost - plan.settled
        self.counter = replace(self.counter, version=plan.code.version, lost=noted)

    def _drawn_tickets_stay(self, after: LiveCode) -> None:
        """Whoever draws a ticket is led where it led from the first."""
        for ticket, name in self.owners.items():
            assert owner(after, ticket) == name


TestLiveCodeInUse = LiveCodeInUse.TestCase
TestLiveCodeInUse.settings = settings(deadline=None, max_examples=150, stateful_step_count=40)
