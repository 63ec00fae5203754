"""A record that cannot be processed holds nobody up, is shown, and can be processed again."""

from typing import Any

from hearth.platforms import inbound
from hearth.store.packing import pack
from tests.local.community import Community
from tests.local.desk import eventually
from tests.local.messages import onebot_message


def _letters(community: Community) -> list[dict[str, Any]]:
    found = community.desk.get("/api/dead-letters")["items"]
    return [letter for letter in found if letter["group"] == community.group("onebot")]


def _judged(community: Community) -> list[str]:
    events = community.desk.get(f"/api/groups/{community.group('onebot')}/events")["items"]
    return sorted(event["text"] for event in events if event["verdict"])


def test_a_poison_record_is_set_aside_shown_replayed_and_mended(community: Community) -> None:
    event = inbound("onebot").read(community.key, onebot_message(community.chat, "mended", 1))
    _put(community, event.group.id, event.key, b"not packed")
    community.send_onebot(onebot_message(community.chat, "goes on", 2))
    assert eventually(lambda: _judged(community) == ["goes on"])

    [letter] = eventually(lambda: _letters(community))
    assert letter["queue"] == "rules-dead" and letter["replayable"]
    assert "the stored body is damaged" in letter["why"]

    chosen = {"queue": "rules-dead", "ids": [letter["id"]]}
    assert community.desk.post("/api/dead-letters/replay", chosen)["done"] == [letter["id"]]
    [again] = eventually(lambda: _letters(community))
    assert again["id"] != letter["id"]

    _mend(community, event.group.id, event.key, pack(event.raw))
    assert eventually(lambda: _judged(community) == ["goes on", "mended"])
    chosen = {"queue": "rules-dead", "ids": [again["id"]]}
    assert community.desk.post("/api/dead-letters/discard", chosen)["done"] == [again["id"]]
    assert _letters(community) == []


def _table(community: Community) -> str:
    return community.suite.settings("WebhookFunction")["EVENTS_TABLE"]


def _put(community: Community, group: str, key: str, body: bytes) -> None:
    """Write an event's item behind the back of the suite."""
    item = {"group": {"S": group}, "key": {"S": key}, "body": {"B": body}}
    item |= {"kind": {"S": "message"}, "received": {"N": "1"}, "expires": {"N": "4102444800"}}
    community.suite.client("dynamodb").put_item(TableName=_table(community), Item=item)


def _mend(community: Community, group: str, key: str, body: bytes) -> None:
    """Put the right body back; the change goes through the stream like a new event."""
    community.suite.client("dynamodb").update_item(
        TableName=_table(community),
        Key={"group": {"S": group}, "key": {"S": key}},
        UpdateExpression="SET body = :body",
        ExpressionAttributeValues={":body": {"B": body}},
    )
