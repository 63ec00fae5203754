"""What Lambda hands to the rooms behind stream and queue."""

import time
from typing import Any

from hearth.domain.deliveries import Order
from hearth.domain.events import Event
from hearth.domain.groups import Group
from hearth.platforms import inbound
from hearth.store.events import Events
from hearth.store.groups import Groups
from tests.conftest import Aws
from tests.events.sign import sample
from tests.support.streams import record_of
from tests.support.unique import unique


def message_in_stream(aws: Aws) -> tuple[dict[str, Any], Event]:
    """A recorded message that lies in the table, in a group that has a community."""
    event = inbound("onebot").read(unique(), sample("onebot/group_message_link.json"))
    Groups(aws.names["GROUPS_TABLE"]).add(Group(event.group, "Tea", "tea"))
    Events(aws.names["EVENTS_TABLE"]).append(event, time.time_ns() // 1_000_000)
    return {"Records": [record_of(aws.names["EVENTS_TABLE"], event)]}, event


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
