"""Draws, skips, expiries, switches and additions in any order: nobody is ever oversold."""

from collections import Counter as Tally
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hearth.domain.livecodes import Counter, Full, Seat, Skip, allocate, appended, changed, is_full
from tests.unit.livecodes.drawn import code, destination


class LiveCodeInUse(RuleBasedStateMachine):
    """One counter, as the table keeps it, and everything that can happen to a code."""

    def __init__(self) -> None:
        super().__init__()
        self.code = code()
        self.counter = Counter(0, 0)
        self.now = 0
        self.led: dict[int, str] = {}
        """Ticket → destination that its holder was led to."""

    @rule(capacity=st.integers(1, 5), lives=st.none() | st.integers(1, 20))
    def add_a_destination(self, capacity: int, lives: int | None) -> None:
        name = f"d{len(self.code.destinations)}"
        until = 0 if lives is None else self.now + lives
        self._replace(appended(self.code, destination(name, capacity, until), self.counter.seq))

    @precondition(lambda self: self.code.destinations)
    @rule(data=st.data())
    def switch_a_destination(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(self.code.destinations))
        switched = replace(chosen, enabled=not chosen.enabled)
        self._replace(changed(self.code, switched, self.counter, self.now))

    @precondition(lambda self: self.code.destinations)
    @rule(data=st.data(), lives=st.integers(0, 20))
    def give_a_destination_another_end(self, data: st.DataObject, lives: int) -> None:
        chosen = data.draw(st.sampled_from(self.code.destinations))
        prolonged = replace(chosen, valid_until=self.now + lives)
        self._replace(changed(self.code, prolonged, self.counter, self.now))

    @rule(ms=st.integers(1, 10))
    def let_time_pass(self, ms: int) -> None:
        self.now += ms

    @rule()
    def scan(self) -> None:
        was_full = is_full(self.code.destinations, self.counter.seq, self.now)
        ticket = self._draw()
        place = allocate(self.code.destinations, ticket, self.now)
        if isinstance(place, Skip):
            assert place.to >= ticket
            ticket = self._leap(place.to)
            place = allocate(self.code.destinations, ticket, self.now)
        assert isinstance(place, Full) == was_full
        if isinstance(place, Seat):
            assert place.destination.open_at(self.now)
            assert ticket not in self.led
            self.led[ticket] = place.destination.id
        else:
            self.counter = replace(self.counter, seq=ticket - 1)

    def _draw(self) -> int:
        self.counter = replace(self.counter, seq=self.counter.seq + 1)
        return self.counter.seq

    def _leap(self, to: int) -> int:
        before, lost = self.counter.seq, self.counter.lost
        jumps = (*self.counter.jumps, (to, before))
        self.counter = replace(self.counter, seq=to + 1, jumps=jumps, lost=lost | {before})
        return self.counter.seq

    @invariant()
    def nobody_is_oversold(self) -> None:
        shown = Tally(self.led.values())
        assert all(shown[d.id] <= d.capacity for d in self.code.destinations)

    @invariant()
    def the_console_shows_exactly_who_was_led(self) -> None:
        shown = Tally(self.led.values())
        assert {d.id: d.taken(self.counter) for d in self.code.destinations} == {
            d.id: shown[d.id] for d in self.code.destinations
        }

    def _replace(self, destinations: tuple) -> None:
        self.code = replace(self.code, version=self.code.version + 1, destinations=destinations)


TestLiveCodeInUse = LiveCodeInUse.TestCase
TestLiveCodeInUse.settings = settings(deadline=None, max_examples=80, stateful_step_count=40)
