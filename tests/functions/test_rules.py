"""The rules room on stream records of events that lie in the table."""

import json
from typing import Any

import boto3
import pytest

from functions.rules.app import handler
from hearth.domain.events import Change, Event, Membership, Message, Role
from hearth.domain.groups import Group, GroupRef
from hearth.platforms import neutral, telegram
from hearth.store.events import Events
from hearth.store.groups import Groups
from hearth.store.members import Members
from hearth.store.verdicts import Verdicts
from tests.conftest import Aws
from tests.events.sign import sample
from tests.support.streams import record_of, stream_record
from tests.support.unique import unique

AT = 1_760_000_000_000


@pytest.fixture
def group(aws: Aws) -> GroupRef:
    ref = GroupRef("onebot", unique(), unique())
    Groups(aws.names["GROUPS_TABLE"]).add(Group(ref, "Tea", "tea"))
    return ref


def _event(group: GroupRef, number: int = 1, **content: Any) -> Event:
    body = {"group": group.id, "at": AT + number, "kind": "message", "id": str(number)}
    body |= {"member": "ann", "text": "see https://x.example", "links": ["https://x.example"]}
    return neutral.read(group.account, json.dumps({**body, **content}).encode())


def _records(aws: Aws, *events: Event) -> dict[str, Any]:
    table = aws.names["EVENTS_TABLE"]
    for event in events:
        Events(table).append(event, AT)
    return {"Records": [record_of(table, event) for event in events]}


def _ordered(aws: Aws, group: GroupRef) -> list[dict[str, Any]]:
    """Orders in the outbox for a group; taking them hides them from later looks."""
    return _queued(aws.names["OUTBOX_QUEUE_URL"], group)


def _set_aside(aws: Aws, group: GroupRef) -> list[dict[str, Any]]:
    """Records of a group that could not be processed; also hidden from later looks."""
    return _queued(aws.names["RULES_DEAD_QUEUE_URL"], group)


def _queued(queue: str, group: GroupRef) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while (
        messages := boto3.client("sqs")
        .receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
        .get("Messages")
    ):
        found += [json.loads(message["Body"]) for message in messages]
    return [content for content in found if content["group"] == group.id]


def _verdicts(aws: Aws) -> Verdicts:
    return Verdicts(aws.names["VERDICTS_TABLE"])


def test_a_newcomers_link_is_judged_and_sanctions_are_ordered(aws: Aws, group: GroupRef) -> None:
    event = _event(group)
    assert handler(_records(aws, event), None) == {"batchItemFailures": []}  # type: ignore[arg-type]
    verdict = _verdicts(aws).get(group, event.key)
    assert [ruling.fired for ruling in verdict.rulings] == [True]
    assert [order["kind"] for order in _ordered(aws, group)] == ["delete", "mute"]


def test_a_record_taken_again_has_the_effect_of_once(aws: Aws, group: GroupRef) -> None:
    batch = _records(aws, _event(group))
    for _ in range(3):
        handler(batch, None)  # type: ignore[arg-type]
    assert len(_ordered(aws, group)) == 2
    assert Members(aws.names["MEMBERS_TABLE"]).get(group, "ann").messages == 1


def test_a_clean_message_is_two_writes(aws: Aws, group: GroupRef) -> None:
    handler(_records(aws, _event(group, 1, text="hi", links=[])), None)  # type: ignore[arg-type]
    batch = _records(aws, _event(group, 2, text="hi again", links=[]))
    with aws.proxy.counting() as operations:
        handler(batch, None)  # type: ignore[arg-type]
    assert operations == ["DynamoDB.UpdateItem", "DynamoDB.PutItem"]
    assert _ordered(aws, group) == []


def test_a_bad_message_is_two_writes_and_one_message_to_the_outbox(
    aws: Aws, group: GroupRef
) -> None:
    handler(_records(aws, _event(group, 1, text="hi", links=[])), None)  # type: ignore[arg-type]
    batch = _records(aws, _event(group, 2))
    with aws.proxy.counting() as operations:
        handler(batch, None)  # type: ignore[arg-type]
    assert operations == ["DynamoDB.UpdateItem", "DynamoDB.PutItem", "AmazonSQS.SendMessageBatch"]


def test_a_join_becomes_members(aws: Aws, group: GroupRef) -> None:
    event = _event(group, kind="joined", members=["ann", "ben"], via="qr")
    assert event.fact == Membership(Change.JOINED, ("ann", "ben"), "qr")
    handler(_records(aws, event), None)  # type: ignore[arg-type]
    members = Members(aws.names["MEMBERS_TABLE"])
    assert [members.get(group, who).joined_at for who in ("ann", "ben")] == [AT + 1, AT + 1]


def test_a_group_without_community_is_entered_and_not_judged(aws: Aws) -> None:
    group = GroupRef("onebot", unique(), unique())
    handler(_records(aws, _event(group)), None)  # type: ignore[arg-type]
    assert Groups(aws.names["GROUPS_TABLE"]).get(group).community == "-"
    assert _verdicts(aws).newest(group) == {} and _ordered(aws, group) == []


def test_staff_is_judged_and_not_sanctioned(aws: Aws, group: GroupRef) -> None:
    fact = Message("1", "ann", "see https://x.example", role=Role.OWNER)
    assert fact.role.is_staff
    body = json.dumps(
        {
            "time": AT // 1000,
            "self_id": 1,
            "post_type": "message",
            "message_type": "group",
            "sub_type": "normal",
            "message_id": 5,
            "group_id": 77,
            "user_id": 9,
            "message": [{"type": "text", "data": {"text": fact.text}}],
            "sender": {"user_id": 9, "nickname": "Ann", "role": "owner"},
        }
    ).encode()
    from hearth.platforms import inbound

    event = inbound("onebot").read(group.account, body)
    Groups(aws.names["GROUPS_TABLE"]).add(Group(event.group, "Tea", "tea"))
    handler(_records(aws, event), None)  # type: ignore[arg-type]
    verdict = _verdicts(aws).get(event.group, event.key)
    assert verdict.exempt.hit and verdict.rulings[0].fired
    assert _ordered(aws, event.group) == []


def test_an_administrator_on_telegram_is_known_by_his_appointment(aws: Aws) -> None:
    account = unique()
    appointed, said = (
        telegram.read(account, sample(f"telegram/{name}.json"))
        for name in ("promoted", "group_message_link")
    )
    Groups(aws.names["GROUPS_TABLE"]).add(Group(said.group, "Tea", "tea"))
    handler(_records(aws, appointed, said), None)  # type: ignore[arg-type]
    verdict = _verdicts(aws).get(said.group, said.key)
    assert verdict.exempt.hit and verdict.rulings[0].fired
    assert _ordered(aws, said.group) == []


def test_a_poison_record_is_set_aside_and_the_others_go_on(aws: Aws, group: GroupRef) -> None:
    good = _event(group, 2, text="hi", links=[])
    batch = _records(aws, good)
    keys = {"group": {"S": group.id}, "key": {"S": "0000000000001#poison"}}
    poison = {**keys, "body": {"B": "AAAA"}, "kind": {"S": "message"}, "received": {"N": "1"}}
    batch["Records"].insert(0, stream_record(keys, poison))
    handler(batch, None)  # type: ignore[arg-type]
    assert _verdicts(aws).get(group, good.key).clean
    [entry] = _set_aside(aws, group)
    assert entry["key"] == "0000000000001#poison" and "error" in entry["error"].lower()


def test_when_a_table_is_down_the_whole_batch_comes_again(aws: Aws, group: GroupRef) -> None:
    from hearth.domain.errors import Unavailable

    event = _event(group, 1, text="hi", links=[])
    batch = _records(aws, event)
    with aws.proxy.failing("DynamoDB.UpdateItem"), pytest.raises(Unavailable):
        handler(batch, None)  # type: ignore[arg-type]
    handler(batch, None)  # type: ignore[arg-type]
    assert _verdicts(aws).get(group, event.key).clean


def test_what_time_has_removed_is_not_judged(aws: Aws, group: GroupRef) -> None:
    record = stream_record({"group": {"S": group.id}, "key": {"S": "1#a"}}, {}, name="REMOVE")
    assert handler({"Records": [record]}, None) == {"batchItemFailures": []}  # type: ignore[arg-type]
    assert _set_aside(aws, group) == []
    assert _verdicts(aws).newest(group) == {} and _ordered(aws, group) == []
