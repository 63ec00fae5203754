"""Several warm environments, an operator and the clock in any order, request by request."""

from collections import Counter as Tally
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from hearth.domain.livecodes import Kind, LiveCode
from hearth.domain.plans import free, has_room, owner, taken
from hearth.domain.scans import Facts, Led, Turned, Who
from hearth.domain.statistics import Figures, counted, resolved
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.busy_code import BusyCode, Visit
from tests.unit.livecodes.drawn import codes
from tests.unit.livecodes.interleaving import interleave

kinds = st.lists(
    st.sampled_from(["new", "new", "new", "new", "again", "again", "robot"]), min_size=1, max_size=9
)
environments = st.lists(kinds, min_size=2, max_size=5)
changes = st.lists(
    st.tuples(st.just("add"), st.integers(1, 4))
    | st.tuples(st.just("switch"), st.integers(0, 5))
    | st.tuples(st.just("switch"), st.integers(0, 5))
    | st.tuples(st.just("prolong"), st.integers(1, 30))
    | st.tuples(st.just("seats"), st.integers(1, 8))
    | st.tuples(st.just("archive"), st.integers(0, 3))
    | st.tuples(st.just("wait"), st.sampled_from([1, 5, 10, 40, 2_500, 70_000])),
    max_size=9,
)
orders = st.lists(st.integers(0, 5), min_size=20, max_size=150)
blocks = st.sampled_from([1, 2, 3, 20])


@settings(max_examples=400)
@given(codes(), environments, changes, orders, blocks)
def test_whatever_happens_at_once_every_promise_holds(
    code: LiveCode,
    scans: list[list[str]],
    operator: list[tuple[str, int]],
    order: list[int],
    block: int,
) -> None:
    world = BusyCode(FakeLiveCodes([code]), block=block)
    works = [world.environment(kinds) for kinds in scans]
    interleave([*works, world.operator(operator)], order)
    assert len(world.visits) == sum(map(len, scans))
    _nobody_is_oversold(world)
    _no_ticket_is_used_twice(world)
    _everybody_is_counted_once(world)
    _the_figures_tell_what_happened(world)
    for visit in world.visits:
        _answered_rightly(visit, world)


@settings(max_examples=150)
@given(codes(), environments, orders)
def test_without_an_operator_nobody_is_asked_to_try_again_and_nothing_is_stranded(
    code: LiveCode, scans: list[list[str]], order: list[int]
) -> None:
    world = BusyCode(FakeLiveCodes([code]))
    interleave([world.environment(kinds) for kinds in scans], order)
    seats = sum(one.capacity for one in code.destinations if one.open_at(0))
    wanted = sum(_takes_a_seat(visit) for visit in world.visits)
    without = [v for v in world.visits if not v.scan.robot and not _has_a_seat(v)]
    assert all(visit.result for visit in world.visits)
    assert wanted == seats if without else wanted <= seats


@settings(max_examples=250)
@given(codes(), environments, changes, orders, st.lists(st.booleans(), max_size=40), blocks)
def test_answers_lost_on_their_way_cost_tickets_but_never_oversell(
    code: LiveCode,
    scans: list[list[str]],
    operator: list[tuple[str, int]],
    order: list[int],
    lost: list[bool],
    block: int,
) -> None:
    world = BusyCode(FakeLiveCodes([code]), block=block)
    works = [world.environment(kinds, lost) for kinds in scans]
    interleave([*works, world.operator(operator)], order)
    _nobody_is_oversold(world)


@settings(max_examples=150)
@given(codes(), kinds, changes, orders, st.lists(st.booleans(), max_size=40), blocks)
def test_answers_lost_while_no_other_environment_writes_change_nothing(
    code: LiveCode,
    scans: list[str],
    operator: list[tuple[str, int]],
    order: list[int],
    lost: list[bool],
    block: int,
) -> None:
    world = BusyCode(FakeLiveCodes([code]), block=block)
    interleave([world.environment(scans, lost), world.operator(operator)], order)
    _nobody_is_oversold(world)
    _no_ticket_is_used_twice(world)
    _everybody_is_counted_once(world)


def _has_a_seat(visit: Visit) -> bool:
    return isinstance(visit.result, Led) and visit.result.destination.kind is not Kind.PERSON


def _takes_a_seat(visit: Visit) -> bool:
    led = visit.result
    return _has_a_seat(visit) and led.destination.id != visit.scan.remembered


def _nobody_is_oversold(world: BusyCode) -> None:
    seats = Tally(
        visit.result.destination.id
        for visit in world.visits
        if isinstance(visit.result, Led) and _takes_a_seat(visit)
    )
    most: dict[str, int] = {}
    for version in world.versions:
        for one in version.destinations:
            most[one.id] = max(most.get(one.id, 0), one.capacity)
    assert all(seats[name] <= most[name] for name in seats), (seats, most)
    last = world.table.load(world.code)
    for one in last.destinations:
        held = taken(last, one, world.counter)
        assert seats[one.id] <= held <= most[one.id] or one.kind is Kind.PERSON


def _no_ticket_is_used_twice(world: BusyCode) -> None:
    logged = [one.ticket for _, one in world.log if one.ticket]
    first = [
        one.ticket if one.ticket > 0 else before.seq + 1
        for before, _, facts in world.table.requests.facts
        for one in facts.seen[-1:]
        if one.ticket and one.who in (Who.NEW, Who.SEATED)
    ]
    assert max(Tally([*logged, *first]).values(), default=1) == 1


def _everybody_is_counted_once(world: BusyCode) -> None:
    """What is not in the table yet is in the log, under a block that no write has closed."""
    closed = {facts.closes for _, _, facts in world.table.requests.facts}
    in_log = [Facts((one,)) for block, one in world.log if block not in closed]
    robots = sum(visit.scan.robot for visit in world.visits)
    assert world.counter.robots + sum(f.robots for f in in_log) == robots
    people = world.counter.scans + sum(f.people for f in in_log)
    assert people == len(world.visits) - robots


def _the_figures_tell_what_happened(world: BusyCode) -> None:
    """A ticket that led nowhere may be told by a next write that never comes."""
    last = world.versions[-1]
    closed = {facts.closes for _, _, facts in world.table.requests.facts}
    writes = [(before.seq, facts) for before, _, facts in world.table.requests.facts]
    unsent = [(0, Facts((one,))) for block, one in world.log if block not in closed]
    resolve = partial(resolved, owner=lambda ticket: owner(last, ticket))
    every = [resolve(step, *write) for step, write in enumerate([*writes, *unsent], 1)]
    told = counted(Figures(), every).counts
    seats = Tally(v.result.destination.id for v in world.visits if _takes_a_seat(v))
    turned = sum(not _has_a_seat(visit) for visit in world.visits)
    for one in last.destinations:
        assert 0 <= told.get(f"destination|{one.id}|seats", 0) - seats[one.id] <= turned
    visits = Tally(visit.scan.who for visit in world.visits)
    assert {who: told.get(who, 0) for who in visits} == visits


def _answered_rightly(visit: Visit, world: BusyCode) -> None:
    scan, result = visit.scan, visit.result
    if isinstance(result, Led):
        assert not scan.robot
        assert not _takes_a_seat(visit) or not all(one.archived for one in visit.during)
        assert any(_opens(version, result.destination.id, scan.at) for version in visit.during)
        if result.destination.kind is Kind.PERSON and scan.remembered != result.destination.id:
            assert world.block > 1 or _found_full(visit, world)
    elif isinstance(result, Turned):
        assert result.robot == scan.robot
        assert scan.robot or world.block > 1 or _found_full(visit, world)
    if scan.remembered and all(_open(version, visit) for version in visit.during):
        assert isinstance(result, Led) and result.destination.id == scan.remembered


def _found_full(visit: Visit, world: BusyCode) -> bool:
    """Whether at some moment of the visit no destination had a seat left."""
    steps = range(visit.before.step + 1, visit.after.step + 1)
    every = (after for _, after, _ in world.table.requests.facts)
    moments = (visit.before, visit.after, *(one for one in every if one.step in steps))
    return any(
        not has_room(version, counter, visit.scan.at)
        or not sum(free(version, one, counter) for one in version.destinations)
        for version in visit.during
        for counter in moments
    )


def _open(version: LiveCode, visit: Visit) -> bool:
    return _opens(version, visit.scan.remembered, visit.scan.at)


def _opens(version: LiveCode, name: str, now: int) -> bool:
    known = version.find(name)
    return known is not None and known.open_at(now)
