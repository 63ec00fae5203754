"""Dead-letter queues on the local cloud: looked into without loss, emptied one by one."""

import json
from collections.abc import Iterator

import pytest

from hearth.domain.actions import PostText
from hearth.domain.deadletters import LostPart
from hearth.domain.deliveries import Order
from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.groups import GroupRef
from hearth.outbound.dead_letters import SqsDeadQueue, SqsResender
from hearth.outbound.sqs import SqsDeadLetters, SqsOutbox
from hearth.outbound.stream_parts import DynamoStreamParts
from hearth.platforms.neutral import read
from hearth.runtime.clients import sqs, streams
from hearth.store.events import Events
from tests.conftest import Aws
from tests.support.unique import unique


@pytest.fixture
def queue(aws: Aws) -> Iterator[SqsDeadQueue]:
    url = sqs().create_queue(QueueName=f"dead-{unique()}")["QueueUrl"]
    yield SqsDeadQueue(sqs(), url)
    sqs().delete_queue(QueueUrl=url)


def _fill(queue: SqsDeadQueue, count: int) -> None:
    letters = SqsDeadLetters(sqs(), queue._queue_url)
    for number in range(count):
        letters.set_aside({"number": number})


def test_letters_are_held_from_others_until_released(queue: SqsDeadQueue) -> None:
    _fill(queue, 12)
    held = queue.hold(50)
    assert {json.loads(letter.body)["number"] for letter in held} == set(range(12))
    assert all(letter.since > 1_600_000_000_000 for letter in held)
    assert queue.count() == 12 and queue.hold(1) == []
    queue.release(held)
    again = queue.hold(50)
    assert {letter.id for letter in again} == {letter.id for letter in held}


def test_only_so_many_are_held(queue: SqsDeadQueue) -> None:
    _fill(queue, 5)
    assert len(queue.hold(3)) == 3


def test_an_empty_queue_answers_at_once(queue: SqsDeadQueue) -> None:
    assert queue.hold(50) == [] and queue.count() == 0


def test_a_removed_letter_is_gone(queue: SqsDeadQueue) -> None:
    _fill(queue, 2)
    first, second = queue.hold(50)
    queue.remove(first)
    queue.release([second])
    assert [letter.id for letter in queue.hold(50)] == [second.id]


def test_a_queue_that_is_not_there_is_unavailable(aws: Aws) -> None:
    missing = SqsDeadQueue(sqs(), f"{aws.names['RULES_DEAD_QUEUE_URL']}-missing")
    for attempt in (missing.count, lambda: missing.hold(1)):
        with pytest.raises(Unavailable):
            attempt()


def test_an_order_sent_again_is_no_repeat_to_the_outbox(aws: Aws) -> None:
    url = aws.names["OUTBOX_QUEUE_URL"]
    order = Order(GroupRef("onebot", "main", unique()), PostText("tea"), "post:1")
    SqsOutbox(sqs(), url).send([order, order])
    resender = SqsResender(sqs(), url)
    resender.resend(order, "a")
    resender.resend(order, "a")
    resender.resend(order, "b")
    assert _received(url, order) == 3


def test_a_part_of_the_stream_is_read_back_exactly(aws: Aws) -> None:
    group, events = GroupRef("onebot", "main", unique()), Events(aws.names["EVENTS_TABLE"])
    keys = []
    for at in range(4):
        body = {"group": group.id, "at": at, "kind": "joined", "members": ["ann"]}
        event = read("main", json.dumps(body).encode())
        events.append(event, received=1_800_000_000_000)
        keys.append(event.key)
    part = _part(aws, group, keys[1], keys[2])
    found = DynamoStreamParts(streams()).places(part)
    assert [place for place in found if place[0] == group] == [(group, keys[1]), (group, keys[2])]


def test_a_stream_that_is_not_there_is_forgotten(aws: Aws) -> None:
    arn = "arn:aws:dynamodb:us-east-1:000000000000:table/none/stream/2026-01-01T00:00:00.000"
    part = LostPart(arn, "shardId-1", "1", "2", 2, "")
    with pytest.raises((NotFound, Unavailable)):
        DynamoStreamParts(streams()).places(part)


def _received(url: str, order: Order) -> int:
    seen = 0
    while True:
        found = sqs().receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=1)
        messages = found.get("Messages", [])
        if not messages:
            return seen
        for message in messages:
            seen += message["Body"] == order.to_json()
            sqs().delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


def _part(aws: Aws, group: GroupRef, first: str, last: str) -> LostPart:
    (stream,) = streams().list_streams(TableName=aws.names["EVENTS_TABLE"])["Streams"]
    described = streams().describe_stream(StreamArn=stream["StreamArn"])["StreamDescription"]
    (shard,) = described["Shards"]
    iterator = streams().get_shard_iterator(
        StreamArn=stream["StreamArn"], ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    numbers = {}
    records = streams().get_records(ShardIterator=iterator, Limit=1000)["Records"]
    for record in records:
        keys = record["dynamodb"]["Keys"]
        if keys["group"]["S"] == group.id:
            numbers[keys["key"]["S"]] = record["dynamodb"]["SequenceNumber"]
    return LostPart(stream["StreamArn"], shard["ShardId"], numbers[first], numbers[last], 2, "")
