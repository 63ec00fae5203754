"""The quick client of live codes: what it repeats and what it must not."""

import json
from collections.abc import Iterator

import pytest

from hearth.domain.errors import NotFound
from hearth.domain.livecodes import LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts
from hearth.runtime.aws_json import AwsError, dynamodb
from hearth.store.livecodes_http import LiveCodesHttp
from tests.unit.runtime.loopback import DROP, Loopback, answer

PLAN = Replan(LiveCode("tea1", "tea", "Tea lovers", 4), 9)
COUNTER = {name: {"N": "7"} for name in ("seq", "scans", "robots", "version", "step")}
FAILED = answer({"__type": "x#ConditionalCheckFailedException"}, 400)


@pytest.fixture
def tickets(aws_environment: pytest.MonkeyPatch, waits: list[float]) -> Iterator[LiveCodesHttp]:
    service = dynamodb()
    yield LiveCodesHttp("livecodes", service)
    service.close()


def test_a_draw_without_an_answer_is_repeated(server: Loopback, tickets: LiveCodesHttp) -> None:
    server.plan(DROP, answer({"Attributes": COUNTER}))
    assert tickets.take("tea1", 1, Facts()).seq == 7
    assert len(server.asked) == 2


def test_a_refusal_is_not_taken_for_a_condition(server: Loopback, tickets: LiveCodesHttp) -> None:
    server.plan(answer({"__type": "AccessDeniedException"}, 400), FAILED)
    with pytest.raises(AwsError, match="AccessDenied"):
        tickets.take("tea1", 1, Facts())
    with pytest.raises(NotFound):
        tickets.take("tea1", 1, Facts())


def test_a_plan_that_came_too_late_is_no_trouble(server: Loopback, tickets: LiveCodesHttp) -> None:
    reasons = [{"Code": "None"}, {"Code": "ConditionalCheckFailed"}]
    cancelled = {"__type": "TransactionCanceledException", "CancellationReasons": reasons}
    server.plan(answer(cancelled, 400), answer({}))
    assert not tickets.replan(PLAN)
    assert tickets.replan(PLAN)
    content, counter = (
        item["Update"] for item in json.loads(server.asked[1].body)["TransactItems"]
    )
    assert content["ExpressionAttributeValues"][":before"] == {"N": "3"}
    assert counter["ConditionExpression"] == "seq <= :last"


def test_a_plan_that_may_not_be_saved_is_an_error(server: Loopback, tickets: LiveCodesHttp) -> None:
    server.plan(answer({"__type": "AccessDeniedException"}, 400))
    with pytest.raises(AwsError, match="AccessDenied"):
        tickets.replan(PLAN)
