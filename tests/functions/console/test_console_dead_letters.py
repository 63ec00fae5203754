"""Dead letters over REST, on real queues."""

import json

import pytest

from hearth.domain.actions import PostText
from hearth.domain.deliveries import Order
from hearth.domain.groups import GroupRef
from hearth.outbound.sqs import SqsDeadLetters
from hearth.runtime.clients import sqs
from hearth.store.events import EventItem
from tests.conftest import Aws
from tests.support.console_room import Client
from tests.support.unique import unique


def test_an_event_that_was_set_aside_is_shown_and_replayed(
    operator: Client, viewer: Client, room: Aws, group: str
) -> None:
    fact = {"kind": "message", "id": "1", "member": "ann", "text": "茶"}
    key = operator.ask("POST", f"/api/groups/{group}/events", fact).json["key"]
    letters = SqsDeadLetters(sqs(), room.names["RULES_DEAD_QUEUE_URL"])
    letters.set_aside({"group": group, "key": key, "error": "KeyError: 'x'", "at": 1})
    shown = viewer.ask("GET", "/api/dead-letters").json
    (letter,) = [one for one in shown["items"] if one["group"] == group]
    assert (letter["queue"], letter["why"]) == ("rules-dead", "KeyError: 'x'")
    assert letter["events"][0]["text"] == "茶" and letter["since"] > 1_600_000_000_000
    assert {one["queue"]: one["waiting"] for one in shown["queues"]}["rules-dead"] >= 1
    chosen = {"queue": "rules-dead", "ids": [letter["id"]]}
    assert viewer.ask("POST", "/api/dead-letters/replay", chosen).status == 403
    handled = operator.ask("POST", "/api/dead-letters/replay", chosen).json
    assert handled == {"done": [letter["id"]], "missing": [], "failed": {}}
    assert EventItem.get(group, key, consistent_read=True).replays == 1
    again = operator.ask("POST", "/api/dead-letters/replay", chosen).json
    assert again["missing"] == [letter["id"]]


def test_an_order_given_up_goes_back_to_the_outbox(operator: Client, room: Aws) -> None:
    order = Order(GroupRef("onebot", "main", unique()), PostText("tea at five"), "post:1")
    sqs().send_message(
        QueueUrl=room.names["OUTBOX_DEAD_QUEUE_URL"],
        MessageBody=order.to_json(),
        MessageGroupId=order.group.id,
        MessageDeduplicationId=order.id,
    )
    shown = operator.ask("GET", "/api/dead-letters").json["items"]
    (letter,) = [one for one in shown if one["group"] == order.group.id]
    assert (letter["what"], letter["content"]["status"]) == ("order", "pending")
    chosen = {"queue": "outbox-dead", "ids": [letter["id"]]}
    assert operator.ask("POST", "/api/dead-letters/replay", chosen).json["done"] == [letter["id"]]
    outbox = room.names["OUTBOX_QUEUE_URL"]
    assert order.to_json() in _emptied(outbox)


def _emptied(queue: str) -> list[str]:
    """All that lies in a queue, what other tests have left too."""
    bodies: list[str] = []
    while found := sqs().receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"):
        for message in found:
            bodies.append(message["Body"])
            sqs().delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return bodies


def test_scans_that_could_not_be_counted_are_shown_and_thrown_away(
    operator: Client, room: Aws
) -> None:
    code = unique()
    letters = SqsDeadLetters(sqs(), room.names["VITALITY_DEAD_QUEUE_URL"])
    letters.set_aside({"code": code, "facts": "{", "error": "Malformed: no facts", "at": 1})
    shown = operator.ask("GET", "/api/dead-letters").json["items"]
    (letter,) = [one for one in shown if one["content"].get("code") == code]
    assert (letter["queue"], letter["what"]) == ("vitality-dead", "scans")
    assert (letter["why"], letter["replayable"]) == ("Malformed: no facts", False)
    chosen = {"queue": "vitality-dead", "ids": [letter["id"]]}
    refused = operator.ask("POST", "/api/dead-letters/replay", chosen).json
    assert "counted already" in refused["failed"][letter["id"]]
    thrown = operator.ask("POST", "/api/dead-letters/discard", chosen).json
    assert thrown["done"] == [letter["id"]]


@pytest.mark.parametrize("room_name", ["engage", "vitality"])
def test_a_lost_tick_is_thrown_away(operator: Client, room: Aws, room_name: str) -> None:
    body = json.dumps({"detail-type": "Scheduled Event", "note": unique()})
    queue = room.names[f"{room_name.upper()}_DEAD_QUEUE_URL"]
    sent = sqs().send_message(QueueUrl=queue, MessageBody=body)
    chosen = {"queue": f"{room_name}-dead", "ids": [sent["MessageId"]]}
    refused = operator.ask("POST", "/api/dead-letters/replay", chosen).json
    assert "next minute" in refused["failed"][sent["MessageId"]]
    thrown = operator.ask("POST", "/api/dead-letters/discard", chosen).json
    assert thrown["done"] == [sent["MessageId"]]
