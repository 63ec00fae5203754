"""What Lambda hands to the rooms behind stream and queue."""

import time
from typing import Any

import boto3

from hearth.domain.communities import Community
from hearth.domain.deliveries import Order
from hearth.domain.events import Event
from hearth.domain.groups import Group
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import DRAWN, Facts, Seen, Who
from hearth.platforms import inbound
from hearth.store.communities import Communities
from hearth.store.events import Events
from hearth.store.groups import Groups
from hearth.store.livecodes import LiveCodes
from tests.conftest import Aws
from tests.events.sign import sample
from tests.support.streams import record_of, stream_record
from tests.support.unique import unique


def message_in_stream(aws: Aws) -> tuple[dict[str, Any], Event]:
    """A recorded message that lies in the table, in a group that has a community."""
    event = inbound("onebot").read(unique(), sample("onebot/group_message_link.json"))
    Groups(aws.names["GROUPS_TABLE"]).add(Group(event.group, "Tea", "tea"))
    Events(aws.names["EVENTS_TABLE"]).append(event, time.time_ns() // 1_000_000)
    return {"Records": [record_of(aws.names["EVENTS_TABLE"], event)]}, event


def scan_in_stream(aws: Aws) -> tuple[dict[str, Any], str]:
    """A first scan's write to a counter, and the code."""
    table, community = LiveCodes(aws.names["LIVECODES_TABLE"]), unique()
    tea = Community(community, "Tea", "en", "Asia/Shanghai", "", 1)
    Communities(aws.names["COMMUNITIES_TABLE"]).add(tea)
    link = Destination("d1", Kind.LINK, "https://t.example/+abc", capacity=9)
    code = replanned(LiveCode(unique(), community, "Tea", -1, (link,)), Counter(0, -1), 0).code
    table.add(code)
    keys = {"code": {"S": code.code}, "part": {"S": "counter"}}
    images = []
    for seen in ((), (Seen(time.time_ns() // 1_000_000, Who.NEW, ticket=DRAWN),)):
        table.take(code.code, len(seen), Facts(seen))
        found = boto3.client("dynamodb").get_item(TableName=aws.names["LIVECODES_TABLE"], Key=keys)
        images.append(found["Item"])
    record = stream_record(keys, images[1], "MODIFY")
    record["dynamodb"]["OldImage"] = images[0]
    return {"Records": [record]}, code.code


def order_in_queue(order: Order) -> dict[str, Any]:
    """A batch of one message, with the fields that AWS documents for SQS events."""
    record = {
        "messageId": order.id,
        "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
        "body": order.to_json(),
        "attributes": {"ApproximateReceiveCount": "1", "MessageGroupId": order.group.id},
        "messageAttributes": {},
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:test-outbox.fifo",
        "awsRegion": "us-east-1",
    }
    return {"Records": [record]}
