"""Operators let bots open ways into groups, over REST and on real tables."""

from collections.abc import Iterator

import pytest

from hearth.domain.accounts import Account
from hearth.domain.deliveries import Order, Status
from hearth.store.accounts import Accounts
from hearth.store.deliveries import Deliveries
from tests.conftest import Aws
from tests.support.console_room import Client
from tests.support.unique import unique


@pytest.fixture
def code(operator: Client, community: str) -> str:
    made = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "Poster"})
    return str(made.json["code"])


@pytest.fixture
def telegram(room: Aws, operator: Client, community: str) -> Iterator[str]:
    """A group of the community with a bot that can speak."""
    name = unique()
    accounts = Accounts(room.names["ACCOUNTS_TABLE"])
    account = Account("telegram", name, "Bot", 1, ("bot_token", "secret_token"))
    accounts.add(account)
    content = {"group": f"telegram:{name}:-1001", "name": "Tea 3", "community": community}
    yield str(operator.ask("POST", "/api/groups", content).json["group"])
    accounts.remove(account)


def _wish(group: str, **more: object) -> dict[str, object]:
    return {"group": group, "channel": "poster", "member_limit": 200, **more}


def test_a_way_is_ordered_and_what_became_of_it_is_shown(
    operator: Client, room: Aws, code: str, telegram: str
) -> None:
    asked = operator.ask("POST", f"/api/livecodes/{code}/ways", _wish(telegram))
    assert asked.status == 202 and asked.json["task"] == ""
    way = asked.json["way"]
    assert way.startswith(f"lc_{code}_poster_") and len(way) <= 30
    place = f"/api/livecodes/{code}/ways/{way}"
    assert operator.ask("GET", place).json == {"items": [], "next": None}
    _opened(room, operator, telegram, code, way)
    (shown,) = operator.ask("GET", place).json["items"]
    assert shown["id"] == asked.json["delivery"]
    assert (
        shown["action"] | {"kind": "open-way", "name": way, "member_limit": 200} == shown["action"]
    )
    assert shown["result"] == {"address": "https://t.me/+a"}


def _opened(room: Aws, operator: Client, group: str, code: str, way: str) -> None:
    """What the deliver room does with the order."""
    order = _order_in(room, group)
    assert order.source == f"way:{code}:{way}"
    book = Deliveries(room.names["DELIVERIES_TABLE"])
    book.claim(order, now=1)
    book.settle(order, Status.SENT, "", {"address": "https://t.me/+a"})


def _order_in(room: Aws, group: str) -> Order:
    import boto3

    client, queue = boto3.client("sqs"), room.names["OUTBOX_QUEUE_URL"]
    while messages := client.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get(
        "Messages"
    ):
        for message in messages:
            order = Order.from_json(message["Body"])
            if order.group.id == group:
                return order
    raise AssertionError("nothing was ordered")


def test_where_the_platform_has_no_call_for_it_a_task_is_left(
    operator: Client, community: str, code: str, group: str
) -> None:
    asked = operator.ask("POST", f"/api/livecodes/{code}/ways", _wish(group))
    assert asked.status == 202 and (asked.json["way"], asked.json["delivery"]) == ("", "")
    notices = operator.ask("GET", f"/api/communities/{community}/notices").json["items"]
    (task,) = [one for one in notices if one["id"] == asked.json["task"]]
    assert task["is_task"] and task["facts"]["group"] == "Tea 2"


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"member_limit": 0}, 422),
        ({"member_limit": 100_000}, 422),
        ({"valid_until": 1}, 422),
        ({"channel": "a b"}, 422),
        ({"channel": "x" * 41}, 422),
        ({"group": "nonsense"}, 422),
        ({"group": "telegram:none:-1"}, 404),
        ({"also": 1}, 422),
    ],
)
def test_what_cannot_be_ordered_is_refused(
    operator: Client, code: str, telegram: str, more: dict[str, object], status: int
) -> None:
    answer = operator.ask("POST", f"/api/livecodes/{code}/ways", _wish(telegram) | more)
    assert answer.status == status


def test_only_operators_order_and_only_for_codes_that_exist(
    operator: Client, viewer: Client, code: str, telegram: str
) -> None:
    assert viewer.ask("POST", f"/api/livecodes/{code}/ways", _wish(telegram)).status == 403
    assert operator.ask("POST", "/api/livecodes/none0none/ways", _wish(telegram)).status == 404


def test_a_way_nobody_ordered_has_no_deliveries(viewer: Client, code: str) -> None:
    for way in ("lc_x_1", "x" * 99, "%3A"):
        assert viewer.ask("GET", f"/api/livecodes/{code}/ways/{way}").json["items"] == []


def test_an_account_that_only_listens_is_named(
    operator: Client, room: Aws, community: str, code: str
) -> None:
    name = unique()
    Accounts(room.names["ACCOUNTS_TABLE"]).add(Account("wecom", name, "WeCom", 1, ("token",)))
    group = f"wecom:{name}:wr1"
    operator.ask("POST", "/api/groups", {"group": group, "name": "Tea", "community": community})
    answer = operator.ask("POST", f"/api/livecodes/{code}/ways", _wish(group))
    assert answer.status == 422 and "corpsecret" in answer.body
