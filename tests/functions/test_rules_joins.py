"""A coming on WeCom makes the rules room ask by which way; the answer reaches the members."""

import json
from typing import Any

import boto3
import pytest

from functions.rules.app import handler
from hearth.domain.accounts import Account
from hearth.domain.events import Event
from hearth.domain.groups import GroupRef
from hearth.platforms import wecom, wecom_joins
from hearth.platforms.reading import WECOM_JOINS, read
from hearth.store.accounts import Accounts
from hearth.store.events import Events
from hearth.store.members import Members
from tests.conftest import Aws
from tests.events.sign import sample
from tests.support.streams import record_of
from tests.support.unique import unique

CHAT = "wrTESTCHAT0001"


@pytest.fixture
def account(aws: Aws) -> str:
    name = unique()
    fields = ("corpsecret", "encoding_aes_key", "receive_id", "token")
    Accounts(aws.names["ACCOUNTS_TABLE"]).add(Account("wecom", name, "WeCom", 1, fields))
    return name


def _take(aws: Aws, *events: Event) -> None:
    table = aws.names["EVENTS_TABLE"]
    for event in events:
        Events(table).append(event, 1)
    handler({"Records": [record_of(table, event) for event in events]}, None)  # type: ignore[arg-type]


def _asked(aws: Aws, account: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    client, queue = boto3.client("sqs"), aws.names["OUTBOX_QUEUE_URL"]
    while messages := client.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get(
        "Messages"
    ):
        found += [json.loads(message["Body"]) for message in messages]
    return [order for order in found if order["group"] == f"wecom:{account}:{CHAT}"]


@pytest.mark.parametrize("name", ["join_qr", "join_unnamed"])
def test_a_coming_raises_one_question(aws: Aws, account: str, name: str) -> None:
    event = wecom.read(account, sample(f"wecom/{name}.xml"))
    _take(aws, event, event)
    (order,) = _asked(aws, account)
    assert order["kind"] == "fetch-joins"
    assert event.at - 70_000 <= order["action"]["since"] <= event.at


def test_an_account_that_only_listens_asks_nothing(aws: Aws) -> None:
    account = unique()
    _take(aws, wecom.read(account, sample("wecom/join_qr.xml")))
    assert _asked(aws, account) == []


def test_the_answer_tells_members_ways_and_raises_no_question(aws: Aws, account: str) -> None:
    came = wecom.read(account, sample("wecom/join_qr.xml"))
    member = {
        "userid": "wmTESTMEMBER01",
        "type": 2,
        "join_time": came.at // 1000 - 1,
        "join_scene": 3,
        "state": "lc_tea_1",
        "invitor": {"userid": "boss"},
    }
    answer = {"group_chat": {"chat_id": CHAT, "member_list": [member]}}
    (body,) = wecom_joins.facts(answer, 0)
    _take(aws, came)
    _asked(aws, account)
    _take(aws, read(WECOM_JOINS, account, body))
    assert _asked(aws, account) == []
    members = Members(aws.names["MEMBERS_TABLE"])
    known = members.get(GroupRef("wecom", account, CHAT), "wmTESTMEMBER01")
    assert (known.via, known.inviter, known.joined_at) == ("lc_tea_1", "boss", came.at)
