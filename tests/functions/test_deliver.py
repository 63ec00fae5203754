"""The deliver room against the platform simulator."""

import time
from collections.abc import Callable
from typing import Any

import boto3
import pytest

from functions.deliver.app import handler
from hearth.domain.actions import Action, DeleteMessage, Mute, PostText
from hearth.domain.deliveries import Delivery, Order, Status
from hearth.domain.groups import GroupRef
from hearth.store.deliveries import Deliveries
from tests.conftest import Aws
from tests.functions.conftest import Platforms
from tests.support.unique import unique


@pytest.fixture
def group(platforms: Platforms, keep_secret: Callable[[str, object], None]) -> GroupRef:
    account = unique()
    keep_secret(
        f"accounts/onebot/{account}",
        {"secret": "s", "access_token": "t", "api_base": f"{platforms.url}/onebot/{account}"},
    )
    return GroupRef("onebot", account, str(time.time_ns() % 10**12))


def _take(aws: Aws, *orders: Order) -> dict[str, Any]:
    """Put orders into the outbox and receive them as Lambda would."""
    client, queue = boto3.client("sqs"), aws.names["OUTBOX_QUEUE_URL"]
    for order in orders:
        client.send_message(
            QueueUrl=queue,
            MessageBody=order.to_json(),
            MessageGroupId=order.group.id,
            MessageDeduplicationId=unique(),
        )
    wanted = {order.id for order in orders}
    found: list[Any] = []
    while len(found) < len(orders):
        answer = client.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
        found += [m for m in answer.get("Messages", []) if Order.from_json(m["Body"]).id in wanted]
    return {"Records": [_record(message) for message in found]}


def _record(message: Any) -> dict[str, Any]:
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": {
            "ApproximateReceiveCount": "1",
            "MessageGroupId": Order.from_json(message["Body"]).group.id,
        },
        "messageAttributes": {},
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:test-outbox.fifo",
        "awsRegion": "us-east-1",
    }


def _delivery(aws: Aws, order: Order) -> Delivery:
    return Deliveries(aws.names["DELIVERIES_TABLE"]).get(order.id)


def _order(group: GroupRef, action: Action | None = None) -> Order:
    return Order(group, action or PostText("tea at five"), f"post:{unique()}")


def _run(batch: dict[str, Any]) -> list[str]:
    """The ids of the messages that must come again."""
    response = handler(batch, None)  # type: ignore[arg-type]
    return [failure["itemIdentifier"] for failure in response["batchItemFailures"]]


def _finish(aws: Aws, batch: dict[str, Any]) -> None:
    """Take a batch out of the queue as Lambda does, so that the next of its group comes."""
    for record in batch["Records"]:
        boto3.client("sqs").delete_message(
            QueueUrl=aws.names["OUTBOX_QUEUE_URL"], ReceiptHandle=record["receiptHandle"]
        )


@pytest.mark.parametrize(
    ("action", "method"),
    [
        (PostText("tea at five"), "send_group_msg"),
        (DeleteMessage("12"), "delete_msg"),
        (Mute("10", 600), "set_group_ban"),
    ],
)
def test_an_order_is_carried_out_and_settled(
    aws: Aws, platforms: Platforms, group: GroupRef, action: Action, method: str
) -> None:
    order = _order(group, action)
    assert _run(_take(aws, order)) == []
    assert platforms.calls(group.account) == [method]
    assert _delivery(aws, order).status is Status.SENT


def test_a_delivery_is_two_writes(aws: Aws, group: GroupRef) -> None:
    first = _take(aws, _order(group))
    _run(first)  # the account's secret is cached from now on
    _finish(aws, first)
    batch = _take(aws, _order(group))
    with aws.proxy.counting("DynamoDB") as operations:
        _run(batch)
    assert operations == ["DynamoDB.PutItem", "DynamoDB.UpdateItem"]


def test_a_message_that_comes_twice_is_sent_once(
    aws: Aws, platforms: Platforms, group: GroupRef
) -> None:
    batch = _take(aws, _order(group))
    for _ in range(3):
        assert _run(batch) == []
    assert platforms.calls(group.account) == ["send_group_msg"]


def test_a_crash_between_claim_and_answer_is_shown_and_not_repeated(
    aws: Aws, platforms: Platforms, group: GroupRef
) -> None:
    order = _order(group)
    Deliveries(aws.names["DELIVERIES_TABLE"]).claim(order, now=1)  # and then the process died
    assert _run(_take(aws, order)) == []
    assert platforms.calls(group.account) == []
    delivery = _delivery(aws, order)
    assert delivery.status is Status.UNKNOWN and "ended before" in delivery.detail


@pytest.mark.parametrize("kind", ["timeout", "reset"])
def test_a_lost_answer_is_unknown_and_not_repeated(
    aws: Aws,
    platforms: Platforms,
    group: GroupRef,
    kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hearth.outbound.http._TIMEOUT_S", (1, 0.5))
    platforms.simulator.world.faults.plan(
        {"method": "send_group_msg", "kind": kind, "account": group.account}
    )
    order = _order(group)
    batch = _take(aws, order)
    assert _run(batch) == [] and _run(batch) == []
    assert _delivery(aws, order).status is Status.UNKNOWN
    assert platforms.calls(group.account) == ["send_group_msg"]


def test_what_the_platform_postpones_comes_again_after_its_delay(
    aws: Aws, platforms: Platforms, group: GroupRef
) -> None:
    platforms.simulator.world.faults.plan(
        {"method": "send_group_msg", "kind": "429", "account": group.account}
    )
    order = _order(group)
    batch = _take(aws, order)
    assert _run(batch) == [batch["Records"][0]["messageId"]]
    assert _delivery(aws, order).status is Status.PENDING
    assert _run(batch) == []
    assert _delivery(aws, order).attempts == 2
    assert _delivery(aws, order).status is Status.SENT


def test_an_account_without_secrets_fails_with_the_reason(aws: Aws) -> None:
    order = _order(GroupRef("onebot", unique(), "1"))
    assert _run(_take(aws, order)) == []
    delivery = _delivery(aws, order)
    assert delivery.status is Status.FAILED and "no parameter" in delivery.detail


def test_a_platform_that_is_not_there_is_tried_again(
    aws: Aws, keep_secret: Callable[[str, object], None]
) -> None:
    group = GroupRef("onebot", unique(), "1")
    nowhere = {"secret": "s", "access_token": "t", "api_base": "http://127.0.0.1:9"}
    keep_secret(f"accounts/onebot/{group.account}", nowhere)
    order = _order(group)
    assert len(_run(_take(aws, order))) == 1
    assert _delivery(aws, order).status is Status.PENDING


def test_one_groups_trouble_does_not_hold_up_another(
    aws: Aws, platforms: Platforms, group: GroupRef, keep_secret: Callable[[str, object], None]
) -> None:
    other = GroupRef("onebot", unique(), "2")
    nowhere = {"secret": "s", "access_token": "t", "api_base": "http://127.0.0.1:9"}
    keep_secret(f"accounts/onebot/{other.account}", nowhere)
    stuck, fine = _order(other), _order(group)
    assert len(_run(_take(aws, stuck, fine))) == 1
    assert _delivery(aws, fine).status is Status.SENT


def test_a_defect_is_logged_and_counted_and_in_the_end_set_aside(
    aws: Aws, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    message = {"MessageId": unique(), "ReceiptHandle": "r", "Body": '{"no": "order"}'}
    records = [_broken(message, tries) for tries in ("1", "2", "3")]
    assert [len(_run({"Records": [record]})) for record in records] == [1, 1, 0]
    assert "DeliveryError" in capsys.readouterr().out
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
        "order not carried out"
    ] * 3
    letters = boto3.client("sqs").receive_message(
        QueueUrl=aws.names["OUTBOX_DEAD_QUEUE_URL"], MaxNumberOfMessages=10
    )["Messages"]
    assert '{"no": "order"}' in [letter["Body"] for letter in letters]


def _broken(message: dict[str, str], tries: str) -> dict[str, Any]:
    attributes = {"ApproximateReceiveCount": tries, "MessageGroupId": "g"}
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": attributes,
        "messageAttributes": {},
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:test-outbox.fifo",
        "awsRegion": "us-east-1",
    }


def test_what_the_platform_has_no_api_for_fails_and_says_do_it_by_hand(
    aws: Aws, keep_secret: Callable[[str, object], None]
) -> None:
    group = GroupRef("wecom", unique(), "wr1")
    keep_secret(f"accounts/wecom/{group.account}", {"token": "t"})
    order = _order(group, DeleteMessage("1"))
    assert _run(_take(aws, order)) == []
    delivery = _delivery(aws, order)
    assert delivery.status is Status.FAILED and "by hand" in delivery.detail
