"""A plan that is mended in a rush passes over tickets; their seats come back."""

from hearth.domain.blocks import RETURN_MS
from hearth.domain.livecodes import Counter
from hearth.domain.plans import SETTLED_MS, Replan, replanned, taken
from hearth.domain.scans import DRAWN, Facts, Scan, Seen, Who
from hearth.domain.statistics import Change
from hearth.usecases.return_skipped import return_skipped, skipped
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import code, destination
from tests.unit.livecodes.test_leading_visitors import shown, usher


class Rushed(FakeLiveCodes):
    """The first plans that are to be saved come too late."""

    late = 3

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        self.late -= 1
        return super().replan(plan, drawn) if self.late < 0 else False


def test_they_are_noted_once_and_their_seats_are_dealt_again() -> None:
    table = Rushed([code(destination("a", 5, until=5), destination("b", 200))])
    room = usher(table)
    assert shown(room.lead(Scan("tea1", 10))) == "b"
    changes = [Change("tea1", *fact) for fact in table.requests.facts]
    assert [return_skipped(table, changes) for _ in range(2)] == [20, 20]
    counter, known = table.counter("tea1"), table.load("tea1")
    for later in (SETTLED_MS, 2 * SETTLED_MS):
        plan = replanned(known, counter, 10 + later + RETURN_MS)
        assert table.replan(plan)
        counter, known = table.counter("tea1"), plan.code
    assert taken(known, known.destinations[1], counter) == 1


def test_a_block_passes_over_nothing() -> None:
    block = Facts((Seen(1, Who.NEW, ticket=DRAWN),), lease="x")
    assert not skipped(Change("tea1", Counter(5, 0), Counter(25, 0, step=1), block))


def test_a_code_that_is_gone_stops_nobody() -> None:
    mended = Facts((Seen(1, Who.SEATED, ticket=9),))
    change = Change("gone", Counter(5, 0), Counter(9, 1, step=1), mended)
    assert return_skipped(FakeLiveCodes(), [change]) == 3
