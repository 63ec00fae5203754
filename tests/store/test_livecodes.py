"""Drawing tickets: the same contract for the quick client and for PynamoDB."""

from collections import Counter as Tally
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.livecodes import Destination, Kind, LiveCode, appended
from hearth.domain.scans import Scan
from hearth.runtime.aws_json import dynamodb
from hearth.store.livecodes import LiveCodes
from hearth.store.livecodes_http import LiveCodesHttp
from tests.conftest import Aws
from tests.fakes.livecodes import FakeLiveCodes
from tests.support.unique import unique

LINK = Destination("d1", Kind.LINK, "https://t.example/a", capacity=3, first=0)


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
    code = LiveCode(unique(), "tea", "Tea lovers", 0, (LINK,))
    codes.add(code)
    return code


def _scan(code: str, robot: bool = False) -> Scan:
    return Scan(code, 1_700_000_000_000, "poster", robot)


def test_a_draw_counts_a_scan(codes: Codes, tickets: Tickets, code: LiveCode) -> None:
    assert [tickets.draw(_scan(code.code)).seq for _ in range(3)] == [1, 2, 3]
    counter = codes.counter(code.code)
    assert (counter.seq, counter.scans, counter.robots) == (3, 3, 0)


@pytest.mark.parametrize("codes", ["pynamodb"], indirect=True)
def test_a_draw_is_one_write(aws: Aws, tickets: Tickets, code: LiveCode) -> None:
    with aws.proxy.counting() as operations:
        tickets.draw(_scan(code.code))
        tickets.visit(_scan(code.code))
    assert operations == ["DynamoDB.UpdateItem"] * 2


def test_a_visit_counts_people_and_robots_apart_and_draws_nothing(
    tickets: Tickets, code: LiveCode
) -> None:
    tickets.visit(_scan(code.code))
    counter = tickets.visit(_scan(code.code, robot=True))
    assert (counter.seq, counter.scans, counter.robots) == (0, 1, 1)


def test_an_uncounted_draw_takes_a_ticket_only(tickets: Tickets, code: LiveCode) -> None:
    counter = tickets.draw(_scan(code.code), counted=False)
    assert (counter.seq, counter.scans) == (1, 0)


def test_a_skip_is_won_once_and_the_leap_is_noted(tickets: Tickets, code: LiveCode) -> None:
    tickets.draw(_scan(code.code))
    leapt = tickets.skip(_scan(code.code), to=200, lost=1)
    assert leapt is not None
    assert (leapt.seq, leapt.jumps, leapt.lost) == (201, ((200, 1),), {1})
    assert tickets.skip(_scan(code.code), to=200, lost=2) is None
    after = tickets.draw(_scan(code.code), counted=False, lost=2)
    assert (after.seq, after.scans, after.lost) == (202, 1, {1, 2})


def test_a_ticket_is_given_back_unless_a_later_one_was_drawn(
    codes: Codes, tickets: Tickets, code: LiveCode
) -> None:
    for _ in range(3):
        tickets.draw(_scan(code.code))
    tickets.give_back(_scan(code.code), 2)
    assert codes.counter(code.code).seq == 3
    tickets.give_back(_scan(code.code), 3)
    assert codes.counter(code.code).seq == 2


def test_an_unknown_code_leaves_nothing_behind(codes: Codes, tickets: Tickets) -> None:
    ghost = unique()
    for attempt in (tickets.draw, tickets.visit):
        with pytest.raises(NotFound, match="no such live code"):
            attempt(_scan(ghost))
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
        drawn = list(pool.map(lambda _: codes.draw(_scan(code.code)).seq, range(200)))
    assert max(Tally(drawn).values()) == 1
    assert codes.counter(code.code).scans == 200


def test_a_change_moves_the_version_that_scans_see(codes: Codes, code: LiveCode) -> None:
    changed = codes.change(code, appended(code, LINK, seq=0), most_drawn=3)
    assert codes.load(code.code) == changed
    assert codes.draw(_scan(code.code)).version == changed.version == 1


def test_a_change_of_something_changed_meanwhile_is_refused(codes: Codes, code: LiveCode) -> None:
    codes.change(code, code.destinations)
    with pytest.raises(Conflict):
        codes.change(code, ())
    assert codes.load(code.code).destinations == code.destinations


def test_destinations_are_not_put_over_tickets_drawn_meanwhile(
    codes: Codes, code: LiveCode
) -> None:
    for _ in range(5):
        codes.draw(_scan(code.code))
    with pytest.raises(Conflict):
        codes.change(code, appended(code, LINK, seq=3), most_drawn=3)
    assert codes.load(code.code).version == 0


def test_codes_of_a_community_are_listed_with_their_counters(codes: Codes) -> None:
    community = unique()
    names = sorted(unique() for _ in range(3))
    for name in names:
        codes.add(LiveCode(name, community, name, 0))
    codes.draw(_scan(names[1]))
    first, cursor = codes.of_community(community, limit=2)
    rest, end = codes.of_community(community, cursor, limit=2)
    assert [code.code for code in first + rest] == names and not end
    assert {c: n.seq for c, n in codes.counters(names).items()} == {
        names[0]: 0,
        names[1]: 1,
        names[2]: 0,
    }
