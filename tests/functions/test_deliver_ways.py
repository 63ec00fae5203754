"""The deliver room opens ways into groups and asks who came by them, at the platform simulator."""

import json
import time
from collections.abc import Callable
from typing import Any

import boto3
import pytest

from functions.deliver.app import handler
from hearth.domain.actions import Action, FetchJoins, OpenWay
from hearth.domain.deliveries import Delivery, Order, Status
from hearth.domain.groups import GroupRef
from hearth.domain.livecodes import Destination, Kind, LiveCode
from hearth.domain.ways import source_of
from hearth.store.deliveries import Deliveries
from hearth.store.events import Events
from hearth.store.livecodes import LiveCodes
from infra.local.simulator.way_picture import SAYS
from tests.conftest import Aws
from tests.functions.conftest import Platforms
from tests.support.unique import unique

Keep = Callable[[str, object], None]


@pytest.fixture
def wecom(platforms: Platforms, keep_secret: Keep) -> GroupRef:
    account = unique()
    own = {"receive_id": account, "corpsecret": "s", "api_base": platforms.url}
    keep_secret(f"accounts/wecom/{account}", own)
    return GroupRef("wecom", account, f"wr{unique()}")


@pytest.fixture
def telegram(platforms: Platforms, keep_secret: Keep) -> GroupRef:
    account, number = unique(), time.time_ns() % 10**12
    own = {"secret_token": "s", "bot_token": f"{number}:t", "api_base": platforms.url}
    keep_secret(f"accounts/telegram/{account}", own)
    return GroupRef("telegram", account, str(-number))


@pytest.fixture
def code(aws: Aws) -> str:
    made = unique()
    LiveCodes(aws.names["LIVECODES_TABLE"]).add(LiveCode(made, "tea", "Tea", 0))
    return made


def _order(group: GroupRef, code: str) -> Order:
    name = f"lc_{code}_1"
    return Order(group, OpenWay(name, 200, 0, "Tea ", 2), source_of(code, name))


def _run(order: Order) -> list[Any]:
    record = {
        "messageId": unique(),
        "receiptHandle": "none",
        "body": order.to_json(),
        "attributes": {"ApproximateReceiveCount": "1", "MessageGroupId": order.group.id},
        "messageAttributes": {},
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:test-outbox.fifo",
        "awsRegion": "us-east-1",
    }
    answer = handler({"Records": [record]}, None)  # type: ignore[arg-type]
    return list(answer["batchItemFailures"])


def _waiting(aws: Aws, group: GroupRef) -> list[Order]:
    """Orders in the outbox for a group."""
    found = []
    client, queue = boto3.client("sqs"), aws.names["OUTBOX_QUEUE_URL"]
    while messages := client.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get(
        "Messages"
    ):
        found += [Order.from_json(message["Body"]) for message in messages]
    return [order for order in found if order.group == group]


def _delivery(aws: Aws, order: Order) -> Delivery:
    return Deliveries(aws.names["DELIVERIES_TABLE"]).get(order.id)


def _destinations(aws: Aws, code: str) -> tuple[Destination, ...]:
    return LiveCodes(aws.names["LIVECODES_TABLE"]).load(code).destinations


def test_an_invite_link_becomes_a_destination_however_often_the_message_comes(
    aws: Aws, platforms: Platforms, telegram: GroupRef, code: str
) -> None:
    order = _order(telegram, code)
    for _ in range(3):
        assert _run(order) == []
    (made,) = _destinations(aws, code)
    link = _delivery(aws, order).result["address"]
    assert (made.kind, made.target, made.capacity) == (Kind.LINK, link, 200)
    assert (made.group, made.way, made.platform) == (telegram.id, f"lc_{code}_1", "telegram")
    bot = telegram.chat.removeprefix("-")
    (call,) = platforms.simulator.world.record.matching({"account": bot})
    assert call["method"] == "createChatInviteLink"
    assert call["parameters"]["name"] == f"lc_{code}_1"


def test_a_crash_after_the_link_was_written_down_loses_no_destination(
    aws: Aws, telegram: GroupRef, code: str
) -> None:
    order, link = _order(telegram, code), "https://t.me/+kept"
    book = Deliveries(aws.names["DELIVERIES_TABLE"])
    book.claim(order, now=1)
    book.settle(order, Status.SENT, link, {"address": link})  # and then the process died
    assert _run(order) == []
    assert [one.target for one in _destinations(aws, code)] == [link]


def test_a_crash_before_that_is_in_doubt_and_nothing_is_opened_twice(
    aws: Aws, platforms: Platforms, telegram: GroupRef, code: str
) -> None:
    order = _order(telegram, code)
    Deliveries(aws.names["DELIVERIES_TABLE"]).claim(order, now=1)
    assert _run(order) == []
    assert _delivery(aws, order).status is Status.UNKNOWN
    assert platforms.calls(telegram.chat.removeprefix("-")) == []
    assert _destinations(aws, code) == ()


def test_on_wecom_the_way_is_opened_then_shown_then_led_to(
    aws: Aws, platforms: Platforms, wecom: GroupRef, code: str
) -> None:
    order = _order(wecom, code)
    assert _run(order) == []
    (show,) = _waiting(aws, wecom)
    assert _run(show) == [] and _run(show) == []
    (made,) = _destinations(aws, code)
    assert (made.kind, made.target, made.way) == (Kind.QR, SAYS, f"lc_{code}_1")
    assert made.picture.startswith("data:image/png;base64,")
    methods = platforms.calls(wecom.account)
    assert methods == ["gettoken", "add_join_way", "get_join_way"]
    assert _delivery(aws, order).result == {"config": _delivery(aws, order).detail}


def test_a_token_that_has_ended_is_renewed_once(
    aws: Aws, platforms: Platforms, wecom: GroupRef, code: str
) -> None:
    platforms.simulator.world.faults.plan(
        {"method": "add_join_way", "kind": "token", "account": wecom.account}
    )
    order = _order(wecom, code)
    assert _run(order) == []
    assert _delivery(aws, order).status is Status.SENT
    assert platforms.calls(wecom.account) == ["gettoken", "add_join_way"] * 2


def test_a_wrong_secret_fails_with_what_to_check(
    aws: Aws, platforms: Platforms, wecom: GroupRef, code: str
) -> None:
    platforms.simulator.world.chats.set_token(f"wecom/{wecom.account}", "another")
    order = _order(wecom, code)
    assert _run(order) == []
    kept = _delivery(aws, order)
    assert kept.status is Status.FAILED and "“corpsecret”" in kept.detail


def _members(platforms: Platforms, group: GroupRef, *members: dict[str, Any]) -> None:
    platforms.simulator.world.chats.list_members(f"wecom/{group.chat}", list(members))


SCANNED = {"userid": "wm1", "type": 2, "join_time": 1_760_000_000, "join_scene": 3, "state": "lc_1"}
INVITED = {
    "userid": "wm2",
    "type": 2,
    "join_time": 1_760_000_001,
    "join_scene": 1,
    "invitor": {"userid": "boss"},
}


def _ask(group: GroupRef, since: int = 0) -> Order:
    question: Action = FetchJoins(since, since)
    return Order(group, question, f"joins:{group.id}")


def test_who_came_becomes_events_once(aws: Aws, platforms: Platforms, wecom: GroupRef) -> None:
    _members(platforms, wecom, SCANNED, INVITED)
    assert _run(_ask(wecom)) == []
    assert _run(_ask(wecom, since=1)) == []
    stored = Events(aws.names["EVENTS_TABLE"]).newest(wecom)
    told = [json.loads(one.body) for one in stored]
    assert [(one["userid"], one["state"], one["invitor"]) for one in told] == [
        ("wm2", "", "boss"),
        ("wm1", "lc_1", ""),
    ]
    assert {one.reader for one in stored} == {"wecom-joins"}


def test_a_question_lost_in_a_crash_is_asked_again(
    aws: Aws, platforms: Platforms, wecom: GroupRef
) -> None:
    _members(platforms, wecom, SCANNED)
    order = _ask(wecom)
    Deliveries(aws.names["DELIVERIES_TABLE"]).claim(order, now=1)  # and then the process died
    assert _run(order) == []
    assert _delivery(aws, order).status is Status.SENT
    assert len(Events(aws.names["EVENTS_TABLE"]).newest(wecom)) == 1
