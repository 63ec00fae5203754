"""The quick client of live codes: what it repeats and what it must not."""

import json
from collections.abc import Iterator

import pytest

from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.scans import Scan
from hearth.runtime.aws_json import AwsError, dynamodb
from hearth.store.livecodes_http import LiveCodesHttp
from tests.unit.runtime.loopback import DROP, Loopback, answer

SCAN = Scan("tea1", 10)
COUNTER = {name: {"N": "7"} for name in ("seq", "scans", "robots", "version")}
FAILED = answer({"__type": "x#ConditionalCheckFailedException"}, 400)


@pytest.fixture
def tickets(aws_environment: pytest.MonkeyPatch, waits: list[float]) -> Iterator[LiveCodesHttp]:
    service = dynamodb()
    yield LiveCodesHttp("livecodes", service)
    service.close()


def test_a_ticket_is_given_back_once_at_most(server: Loopback, tickets: LiveCodesHttp) -> None:
    server.plan(DROP)
    with pytest.raises(Unavailable):
        tickets.give_back(SCAN, 7)
    assert len(server.asked) == 1


def test_a_ticket_that_cannot_be_given_back_any_more_is_no_trouble(
    server: Loopback, tickets: LiveCodesHttp
) -> None:
    server.plan(FAILED)
    tickets.give_back(SCAN, 7)
    content = json.loads(server.asked[0].body)
    assert content["ConditionExpression"] == "seq = :ticket"
    assert content["ExpressionAttributeValues"] == {":ticket": {"N": "7"}, ":before": {"N": "6"}}


def test_a_draw_without_an_answer_is_repeated(server: Loopback, tickets: LiveCodesHttp) -> None:
    server.plan(DROP, answer({"Attributes": COUNTER}))
    assert tickets.draw(SCAN).seq == 7
    assert len(server.asked) == 2


def test_a_refusal_is_not_taken_for_a_condition(server: Loopback, tickets: LiveCodesHttp) -> None:
    server.plan(answer({"__type": "AccessDeniedException"}, 400), FAILED)
    with pytest.raises(AwsError, match="AccessDenied"):
        tickets.draw(SCAN)
    with pytest.raises(NotFound):
        tickets.draw(SCAN)
