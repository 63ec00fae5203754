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
from tests.support.unique import unique

LINK = Destination("d1", Kind.LINK, "https://t.example/a", capacity=3, first=0)


@pytest.fixture
def codes(aws: Aws) -> LiveCodes:
    return LiveCodes(aws.names["LIVECODES_TABLE"])


@pytest.fixture(params=["pynamodb", "http"])
def tickets(request: pytest.FixtureRequest, aws: Aws) -> Iterator[LiveCodes | LiveCodesHttp]:
    if request.param == "pynamodb":
        yield LiveCodes(aws.names["LIVECODES_TABLE"])
        return
    service = dynamodb()
    yield LiveCodesHttp(aws.names["LIVECODES_TABLE"], service)
    service.close()


@pytest.fixture
def code(codes: LiveCodes) -> LiveCode:
    code = LiveCode(unique(), "tea", "Tea lovers", 0, (LINK,))
    codes.add(code)
    return code


def _scan(code: str, robot: bool = False) -> Scan:
    return Scan(code, 1_700_000_000_000, "poster", robot)


def test_a_draw_is_one_write_and_counts_a_scan(
    aws: Aws, tickets: LiveCodes | LiveCodesHttp, code: LiveCode
) -> None:
    with aws.proxy.counting() as operations:
        drawn = [tickets.draw(_scan(code.code)).seq for _ in range(3)]
    assert drawn == [1, 2, 3]
    assert operations == ["DynamoDB.UpdateItem"] * 3
    counter = LiveCodes(aws.names["LIVECODES_TABLE"]).counter(code.code)
    assert (counter.seq, counter.scans, counter.robots) == (3, 3, 0)


def test_a_visit_counts_people_and_robots_apart_and_draws_nothing(
    tickets: LiveCodes | LiveCodesHttp, code: LiveCode
) -> None:
    tickets.visit(_scan(code.code))
    counter = tickets.visit(_scan(code.code, robot=True))
    assert (counter.seq, counter.scans, counter.robots) == (0, 1, 1)


def test_an_uncounted_draw_takes_a_ticket_only(
    tickets: LiveCodes | LiveCodesHttp, code: LiveCode
) -> None:
    counter = tickets.draw(_scan(code.code), counted=False)
    assert (counter.seq, counter.scans) == (1, 0)


def test_a_skip_is_won_once(tickets: LiveCodes | LiveCodesHttp, code: LiveCode) -> None:
    first = tickets.skip(_scan(code.code), to=200)
    assert first is not None and first.seq == 201
    assert tickets.skip(_scan(code.code), to=200) is None


def test_an_unknown_code_leaves_nothing_behind(
    codes: LiveCodes, tickets: LiveCodes | LiveCodesHttp
) -> None:
    ghost = unique()
    for attempt in (tickets.draw, tickets.visit):
        with pytest.raises(NotFound, match="no such live code"):
            attempt(_scan(ghost))
    with pytest.raises(NotFound):
        tickets.load(ghost)
    with pytest.raises(NotFound):
        codes.counter(ghost)


def test_a_code_is_read_as_it_was_written(
    tickets: LiveCodes | LiveCodesHttp, code: LiveCode
) -> None:
    assert tickets.load(code.code) == code


def test_a_code_is_taken_once(codes: LiveCodes, code: LiveCode) -> None:
    with pytest.raises(Conflict):
        codes.add(code)


def test_no_ticket_is_drawn_twice_by_many_at_once(code: LiveCode, codes: LiveCodes) -> None:
    with ThreadPoolExecutor(16) as pool:
        drawn = list(pool.map(lambda _: codes.draw(_scan(code.code)).seq, range(200)))
    assert max(Tally(drawn).values()) == 1
    assert codes.counter(code.code).scans == 200


def test_a_change_moves_the_version_that_scans_see(codes: LiveCodes, code: LiveCode) -> None:
    changed = codes.change(code, appended(code, LINK, seq=0), most_drawn=3)
    assert codes.load(code.code) == changed
    assert codes.draw(_scan(code.code)).version == changed.version == 1


def test_a_change_of_something_changed_meanwhile_is_refused(
    codes: LiveCodes, code: LiveCode
) -> None:
    codes.change(code, code.destinations)
    with pytest.raises(Conflict):
        codes.change(code, ())
    assert codes.load(code.code).destinations == code.destinations


def test_destinations_are_not_put_over_tickets_drawn_meanwhile(
    codes: LiveCodes, code: LiveCode
) -> None:
    for _ in range(5):
        codes.draw(_scan(code.code))
    with pytest.raises(Conflict):
        codes.change(code, appended(code, LINK, seq=3), most_drawn=3)
    assert codes.load(code.code).version == 0


def test_codes_of_a_community_are_listed_with_their_counters(codes: LiveCodes) -> None:
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
