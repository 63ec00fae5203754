"""Queues: orders in batches of ten, in order a group, deduplicated by their ids."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from hypothesis import given

from hearth.domain.actions import PostText
from hearth.domain.deliveries import Order
from hearth.domain.errors import Unavailable
from hearth.domain.groups import GroupRef
from hearth.outbound.sqs import SqsDeadLetters, SqsOutbox
from tests.unit.strategies import groups

URL = "http://127.0.0.1:1/queue"
ORDERS = [Order(GroupRef("onebot", "main", str(n)), PostText("茶"), "post:1") for n in range(25)]
FAILURES = {
    "ServiceUnavailable": ClientError({"Error": {"Code": "ServiceUnavailable"}}, "SendMessage"),
    "EndpointConnectionError": EndpointConnectionError(endpoint_url=URL),
}


class ToySqs:
    """Takes down what it is asked; ``fails`` is raised, ``refuses`` is the part not taken."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.fails: Exception | None = None
        self.refuses: list[dict[str, str]] = []

    def _ask(self, **details: Any) -> dict[str, Any]:
        if self.fails:
            raise self.fails
        self.asked.append(details)
        return {"Failed": self.refuses} if self.refuses else {"Successful": []}

    send_message = send_message_batch = change_message_visibility = _ask

    @property
    def entries(self) -> list[dict[str, str]]:
        return [entry for asked in self.asked for entry in asked["Entries"]]


@pytest.mark.parametrize(("number", "batches"), [(0, []), (1, [1]), (10, [10]), (25, [10, 10, 5])])
def test_orders_go_out_in_batches_of_at_most_ten(number: int, batches: list[int]) -> None:
    sqs = ToySqs()
    SqsOutbox(sqs, URL).send(ORDERS[:number])
    assert [len(asked["Entries"]) for asked in sqs.asked] == batches
    assert {asked["QueueUrl"] for asked in sqs.asked} <= {URL}
    for asked in sqs.asked:
        assert len({entry["Id"] for entry in asked["Entries"]}) == len(asked["Entries"])


def test_every_order_is_read_at_the_other_end_and_deduplicated_by_its_id() -> None:
    sqs = ToySqs()
    SqsOutbox(sqs, URL).send(ORDERS)
    assert [Order.from_json(entry["MessageBody"]) for entry in sqs.entries] == ORDERS
    assert [e["MessageDeduplicationId"] for e in sqs.entries] == [order.id for order in ORDERS]


@given(groups)
def test_a_groups_orders_stay_in_order_whatever_it_is_called(group: GroupRef) -> None:
    sqs = ToySqs()
    SqsOutbox(sqs, URL).send([Order(group, PostText(text), "post:1") for text in "ab"])
    one, other = (entry["MessageGroupId"] for entry in sqs.entries)
    assert one == other
    assert 1 <= len(one) <= 128
    assert one.isascii() and one.isprintable() and " " not in one


@given(groups, groups)
def test_groups_do_not_wait_for_each_other(one: GroupRef, other: GroupRef) -> None:
    sqs = ToySqs()
    SqsOutbox(sqs, URL).send([Order(group, PostText("a"), "post:1") for group in (one, other)])
    first, second = (entry["MessageGroupId"] for entry in sqs.entries)
    assert (first == second) == (one == other)


def test_a_batch_taken_in_part_is_unavailable() -> None:
    sqs = ToySqs()
    sqs.refuses = [{"Id": "1", "Code": "InternalError"}]
    with pytest.raises(Unavailable, match="only part: InternalError"):
        SqsOutbox(sqs, URL).send(ORDERS)


@pytest.mark.parametrize("why", FAILURES)
def test_a_queue_that_does_not_answer_is_unavailable(why: str) -> None:
    sqs = ToySqs()
    sqs.fails = FAILURES[why]
    for attempt in (
        lambda: SqsOutbox(sqs, URL).send(ORDERS),
        lambda: SqsOutbox(sqs, URL).postpone("receipt", 5),
        lambda: SqsDeadLetters(sqs, URL).set_aside({"error": "x"}),
    ):
        with pytest.raises(Unavailable, match=f"queue: {why}"):
            attempt()


def test_a_message_is_seen_again_after_the_platforms_delay() -> None:
    sqs = ToySqs()
    SqsOutbox(sqs, URL).postpone("receipt", 7)
    assert sqs.asked == [{"QueueUrl": URL, "ReceiptHandle": "receipt", "VisibilityTimeout": 7}]


def test_what_is_set_aside_can_be_read() -> None:
    sqs = ToySqs()
    SqsDeadLetters(sqs, URL).set_aside({"error": "“chat” is missing", "at": 7})
    assert json.loads(sqs.asked[0]["MessageBody"]) == {"error": "“chat” is missing", "at": 7}
