"""Drawing tickets: the same contract for the quick client and for PynamoDB."""

from collections import Counter as Tally
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.livecodes import Counter, Destination, Guide, Kind, LiveCode, Order
from hearth.domain.plans import Replan, replanned
from hearth.domain.scans import DRAWN, Facts, Seen, Who, write_facts
from hearth.runtime.aws_json import dynamodb
from hearth.store.livecodes import CounterItem, LiveCodes
from hearth.store.livecodes_http import LiveCodesHttp
from tests.conftest import Aws
from tests.fakes.livecodes import FakeLiveCodes
from tests.support.unique import unique

NOTHING = Counter(0, -1)
LINK = Destination("d1", Kind.LINK, "https://t.example/a", capacity=3)


Codes = LiveCodes | FakeLiveCodes
Tickets = LiveCodes | LiveCodesHttp | FakeLiveCodes


@pytest.fixture(params=["pynamodb", "memory"])
def codes(request: pytest.FixtureRequest, aws: Aws) -> Codes:
    if request.param == "memory":
        return FakeLiveCodes()
    return LiveCodes(aws.names["LIVECODES_TABLE"])


@pytest.fixture(params=["own", "http"])
def tickets(request: pytest.FixtureRequest, aws: Aws, codes: Codes) -> Iterator[Tickets]:
    """What draws: the store itself, or the quick client on the same table."""
    if request.param == "own" or isinstance(codes, FakeLiveCodes):
        yield codes
        return
    service = dynamodb()
    yield LiveCodesHttp(aws.names["LIVECODES_TABLE"], service)
    service.close()


@pytest.fixture
def code(codes: Codes) -> LiveCode:
    bare = LiveCode(unique(), "tea", "Tea lovers", -1, (LINK,))
    code = replanned(bare, NOTHING, 1_700_000_000_000).code
    codes.add(code)
    return code


def _facts(*who: Who) -> Facts:
    return Facts(tuple(Seen(1_700_000_000_000, one, "poster", ticket=DRAWN) for one in who))


def _draw(tickets: Tickets, code: LiveCode, many: int = 1) -> Counter:
    return tickets.take(code.code, many, _facts(Who.NEW))


def _edited(code: LiveCode, counter: Counter, margin: int = 0) -> Replan:
    edited = replace(code, destinations=(*code.destinations, replace(LINK, id="d2")))
    return replanned(edited, counter, 1_700_000_000_001, margin)


def test_a_draw_counts_its_scans(codes: Codes, tickets: Tickets, code: LiveCode) -> None:
    assert [_draw(tickets, code).seq for _ in range(3)] == [1, 2, 3]
    counter = codes.counter(code.code)
    assert (counter.seq, counter.scans, counter.robots, counter.step) == (3, 3, 0, 3)


def test_a_block_is_drawn_by_one_write(tickets: Tickets, code: LiveCode) -> None:
    counter = tickets.take(code.code, 20, _facts(Who.NEW, Who.AGAIN, Who.ROBOT, Who.SEATED))
    assert (counter.seq, counter.scans, counter.robots, counter.step) == (20, 2, 1, 1)


@pytest.mark.parametrize("codes", ["pynamodb"], indirect=True)
def test_a_draw_is_one_write(aws: Aws, tickets: Tickets, code: LiveCode) -> None:
    with aws.proxy.counting() as operations:
        _draw(tickets, code)
        tickets.take(code.code, 0, _facts(Who.ROBOT), lost=(1,))
    assert operations == ["DynamoDB.UpdateItem"] * 2


@pytest.mark.parametrize("codes", ["pynamodb"], indirect=True)
def test_the_facts_stay_on_the_counter_for_the_stream(tickets: Tickets, code: LiveCode) -> None:
    facts = _facts(Who.NEW)
    tickets.take(code.code, 1, facts)
    kept = CounterItem.get(code.code, "counter", consistent_read=True)
    assert kept.last_scan == write_facts(facts)


def test_a_draw_whose_answer_was_lost_can_be_sent_again(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    facts = replace(_facts(Who.NEW), id="one1")
    first = tickets.take(code.code, 2, facts, lost=(1,))
    assert tickets.take(code.code, 2, facts, lost=(1,)) == first == codes.counter(code.code)
    other = tickets.take(code.code, 2, replace(facts, id="one2"))
    assert (other.seq, other.scans) == (4, 2)


def test_writes_without_a_name_are_all_taken(tickets: Tickets, code: LiveCode) -> None:
    assert [tickets.take(code.code, 1, _facts(Who.NEW)).seq for _ in range(2)] == [1, 2]


def test_a_write_that_tells_nothing_is_no_step(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    told = _draw(tickets, code)
    after = tickets.take(code.code, 0, Facts(), lost=(1,))
    assert (after.step, after.lost) == (told.step, {1}) == (1, codes.counter(code.code).lost)


def test_lost_tickets_are_noted_once_each(tickets: Tickets, code: LiveCode) -> None:
    tickets.take(code.code, 3, Facts(), lost=(1, 2))
    assert tickets.take(code.code, 0, Facts(), lost=(2, 3)).lost == {1, 2, 3}


def test_an_unknown_code_leaves_nothing_behind(codes: Codes, tickets: Tickets) -> None:
    ghost = unique()
    with pytest.raises(NotFound, match="no such live code"):
        tickets.take(ghost, 1, Facts())
    assert not tickets.replan(Replan(LiveCode(ghost, "tea", "Tea lovers", 1), 9))
    with pytest.raises(NotFound):
        tickets.load(ghost)
    with pytest.raises(NotFound):
        codes.counter(ghost)


def test_a_code_is_read_as_it_was_written(tickets: Tickets, code: LiveCode) -> None:
    assert tickets.load(code.code) == code


def test_a_code_is_taken_once(codes: Codes, code: LiveCode) -> None:
    with pytest.raises(Conflict):
        codes.add(code)


def test_no_ticket_is_drawn_twice_by_many_at_once(code: LiveCode, codes: Codes) -> None:
    with ThreadPoolExecutor(16) as pool:
        drawn = list(pool.map(lambda _: _draw(codes, code).seq, range(200)))
    assert max(Tally(drawn).values()) == 1
    assert codes.counter(code.code).scans == 200


def test_a_plan_moves_the_version_that_scans_see(tickets: Tickets, code: LiveCode) -> None:
    plan = _edited(code, _draw(tickets, code))
    assert tickets.replan(plan)
    assert tickets.load(code.code) == plan.code
    assert _draw(tickets, code).version == plan.code.version == code.version + 1


def test_a_plan_may_draw_its_first_ticket_in_the_same_breath(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    plan = _edited(code, replace(_draw(tickets, code), lost=frozenset({1})), margin=5)
    assert tickets.replan(plan, _facts(Who.SEATED))
    counter = codes.counter(code.code)
    assert (counter.seq, counter.step, counter.scans) == (7, 2, 1)


def test_a_plan_for_something_changed_meanwhile_is_not_saved(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    plan = _edited(code, codes.counter(code.code))
    assert tickets.replan(plan)
    assert not tickets.replan(plan)
    assert codes.load(code.code) == plan.code


def test_a_plan_for_tickets_that_are_drawn_already_is_not_saved(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    plan = _edited(code, codes.counter(code.code), margin=1)
    for _ in range(2):
        _draw(tickets, code)
    assert not tickets.replan(plan)
    assert codes.load(code.code) == code
    assert tickets.replan(replace(plan, last=2))


def test_settled_tickets_are_noted_no_longer(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    codes.take(code.code, 4, Facts(), lost=(2, 3))
    plan = _edited(code, codes.counter(code.code))
    assert tickets.replan(replace(plan, settled=frozenset({2})))
    assert codes.counter(code.code).lost == {3}
    plan = _edited(plan.code, codes.counter(code.code))
    assert tickets.replan(replace(plan, settled=frozenset({3, 99})))
    assert codes.counter(code.code).lost == set()


def test_lost_tickets_may_be_noted_with_a_plan(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    codes.take(code.code, 4, Facts(), lost=(2,))
    plan = replace(
        _edited(code, before := codes.counter(code.code)),
        settled=frozenset({2}),
        lost=frozenset({3, 4}),
    )
    assert tickets.replan(plan)
    assert codes.counter(code.code) == plan.noted(before)
    assert codes.counter(code.code).lost == {2, 3, 4}


def test_everything_an_operator_says_is_kept(tickets: Tickets, code: LiveCode) -> None:
    guide = Guide(("scan",), ("be kind",), "#a0522d", "data:image/png;x", True)
    said = replace(code, order=Order.LEAST_FILLED, guide=guide, domains=("https://a.example",))
    plan = replanned(said, Counter(0, said.version), 9)
    assert tickets.replan(plan)
    assert tickets.load(code.code) == plan.code


def test_codes_of_a_community_are_listed_with_their_counters(codes: Codes) -> None:
    community = unique()
    names = sorted(unique() for _ in range(3))
    for name in names:
        codes.add(LiveCode(name, community, name, 0))
    codes.take(names[1], 1, Facts())
    first, cursor = codes.of_community(community, limit=2)
    rest, end = codes.of_community(community, cursor, limit=2)
    assert [code.code for code in first + rest] == names and not end
    assert {c: n.seq for c, n in codes.counters(names).items()} == {
        names[0]: 0,
        names[1]: 1,
        names[2]: 0,
    }


def test_a_code_that_was_saved_is_due_at_once_until_it_is_looked_at(codes: Codes) -> None:
    code = _ending(codes, 10)
    assert _is_due(codes, code, 10) and not _is_due(codes, code, 9)
    codes.warned(code, 500)
    assert _is_due(codes, code, 500) and not _is_due(codes, code, 499)
    plan = replanned(code, codes.counter(code.code), 20)
    assert codes.replan(plan)
    codes.warned(code, 500)  # looked at before it was changed: that must not put off what is due
    assert _is_due(codes, code, 20)
    codes.warned(plan.code, 0)
    assert not _is_due(codes, code, 10**15)


def test_a_code_that_fails_is_put_off_unless_it_is_saved_meanwhile(codes: Codes) -> None:
    code = _ending(codes, 10)
    codes.put_off(code.code, 9, 500)
    assert _is_due(codes, code, 10)
    codes.put_off(code.code, 10, 500)
    assert _is_due(codes, code, 500) and not _is_due(codes, code, 499)
    assert codes.load(code.code) == code
    codes.warned(code, 0)
    codes.put_off(code.code, 10**15, 500)
    codes.put_off(unique(), 10**15, 500)  # removed since
    assert not _is_due(codes, code, 10**15)


def test_what_scans_mend_is_due_when_it_was(aws: Aws) -> None:
    table = aws.names["LIVECODES_TABLE"]
    codes, service = LiveCodes(table), dynamodb()
    code = _ending(codes, 10)
    codes.warned(code, 500)
    assert LiveCodesHttp(table, service).replan(_edited(code, codes.counter(code.code)))
    service.close()
    assert _is_due(codes, code, 500) and not _is_due(codes, code, 499)


def _ending(codes: Codes, planned: int) -> LiveCode:
    bare = LiveCode(unique(), "tea", "Tea lovers", -1, (replace(LINK, valid_until=10**12),))
    code = replanned(bare, NOTHING, planned).code
    codes.add(code)
    return code


def _is_due(codes: Codes, code: LiveCode, now: int) -> bool:
    return code.code in codes.due(now, 100)
