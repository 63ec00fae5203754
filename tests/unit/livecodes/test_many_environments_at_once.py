"""Several warm environments, an operator and the clock in any order, request by request."""

from collections import Counter as Tally

from hypothesis import given, settings
from hypothesis import strategies as st

from hearth.domain.livecodes import LiveCode, is_full
from hearth.domain.scans import Led, Turned
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.busy_code import BusyCode, Visit
from tests.unit.livecodes.drawn import codes
from tests.unit.livecodes.interleaving import interleave

kinds = st.lists(st.sampled_from(["new", "new", "again", "robot"]), min_size=1, max_size=8)
environments = st.lists(kinds, min_size=1, max_size=5)
changes = st.lists(
    st.tuples(st.just("add"), st.integers(1, 4))
    | st.tuples(st.just("switch"), st.integers(0, 5))
    | st.tuples(st.just("prolong"), st.integers(0, 30))
    | st.tuples(st.just("wait"), st.integers(1, 40)),
    max_size=6,
)
orders = st.lists(st.integers(0, 5), max_size=120)


@settings(max_examples=300)
@given(codes(), environments, changes, orders)
def test_whatever_happens_at_once_every_promise_holds(
    code: LiveCode, scans: list[list[str]], operator: list[tuple[str, int]], order: list[int]
) -> None:
    world = BusyCode(FakeLiveCodes([code]))
    works = [world.environment(kinds) for kinds in scans]
    interleave([*works, world.operator(operator)], order)
    assert len(world.visits) == sum(map(len, scans))
    _nobody_is_oversold(world)
    _everybody_is_counted_once(world)
    for visit in world.visits:
        _answered_rightly(visit)


@settings(max_examples=100)
@given(codes(), environments, orders)
def test_without_an_operator_nobody_is_asked_to_try_again_and_nothing_is_stranded(
    code: LiveCode, scans: list[list[str]], order: list[int]
) -> None:
    world = BusyCode(FakeLiveCodes([code]))
    interleave([world.environment(kinds) for kinds in scans], order)
    seats = sum(one.capacity for one in code.destinations if one.open_at(0))
    wanted = sum(_takes_a_seat(visit) for visit in world.visits)
    turned = [v for v in world.visits if isinstance(v.result, Turned) and not v.scan.robot]
    assert all(visit.result for visit in world.visits)
    assert wanted == seats if turned else wanted <= seats


@settings(max_examples=200)
@given(codes(), environments, changes, orders, st.lists(st.booleans(), max_size=40))
def test_answers_lost_on_their_way_cost_tickets_but_never_oversell(
    code: LiveCode,
    scans: list[list[str]],
    operator: list[tuple[str, int]],
    order: list[int],
    lost: list[bool],
) -> None:
    world = BusyCode(FakeLiveCodes([code]))
    works = [world.environment(kinds, lost) for kinds in scans]
    interleave([*works, world.operator(operator)], order)
    _nobody_is_oversold(world)


def _takes_a_seat(visit: Visit) -> bool:
    led = visit.result
    return isinstance(led, Led) and led.destination.id != visit.scan.remembered


def _nobody_is_oversold(world: BusyCode) -> None:
    seats = Tally(
        visit.result.destination.id
        for visit in world.visits
        if isinstance(visit.result, Led) and _takes_a_seat(visit)
    )
    capacity = {one.id: one.capacity for one in world.versions[-1].destinations}
    assert all(seats[name] <= capacity[name] for name in seats), (seats, capacity)


def _everybody_is_counted_once(world: BusyCode) -> None:
    robots = sum(visit.scan.robot for visit in world.visits)
    assert world.counter.robots == robots
    assert world.counter.scans == len(world.visits) - robots


def _answered_rightly(visit: Visit) -> None:
    scan, result = visit.scan, visit.result
    if isinstance(result, Led):
        assert not scan.robot
        assert result.destination.open_at(scan.at)
        assert any(result.destination in version.destinations for version in visit.during)
    elif isinstance(result, Turned):
        assert result.robot == scan.robot
        full = (is_full(v.destinations, visit.drawn, scan.at) for v in visit.during)
        assert scan.robot or any(full)
    if scan.remembered and all(_open(version, visit) for version in visit.during):
        assert isinstance(result, Led) and result.destination.id == scan.remembered


def _open(version: LiveCode, visit: Visit) -> bool:
    own = [one for one in version.destinations if one.id == visit.scan.remembered]
    return bool(own) and own[0].open_at(visit.scan.at)
