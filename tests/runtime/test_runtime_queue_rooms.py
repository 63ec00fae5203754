"""The rooms behind stream, queue and schedule, under AWS's own runtime client."""

import time

import pytest

from hearth.domain.actions import PostText
from hearth.domain.deliveries import Order, Status
from hearth.domain.groups import GroupRef
from hearth.domain.posts import Post, PostStatus
from hearth.store.deliveries import Deliveries
from hearth.store.posts import Posts
from hearth.store.scans import ScanStatistics
from hearth.store.verdicts import Verdicts
from tests.conftest import Aws
from tests.events import sign
from tests.functions.conftest import Platforms
from tests.runtime.batches import message_in_stream, order_in_queue, scan_in_stream
from tests.runtime.conftest import Keep, Start
from tests.runtime.room import settings_of, started
from tests.support.unique import unique

DONE: dict[str, object] = {"batchItemFailures": []}


@pytest.fixture
def order(aws: Aws, platforms: Platforms, keep: Keep) -> Order:
    account = unique()
    address = f"{platforms.url}/onebot/{account}"
    keep(f"accounts/onebot/{account}", sign.ONEBOT | {"api_base": address})
    return Order(GroupRef("onebot", account, "87654321"), PostText("tea"), f"post:{unique()}")


def _status(aws: Aws, order: Order) -> Status:
    return Deliveries(aws.names["DELIVERIES_TABLE"]).get(order.id).status


def test_rules_judges_a_message(aws: Aws, running: Start) -> None:
    batch, event = message_in_stream(aws)
    assert running("rules").invoke(batch).content == DONE
    assert Verdicts(aws.names["VERDICTS_TABLE"]).get(event.group, event.key).rulings[0].fired


def test_rules_has_a_batch_repeated_when_a_table_is_down(aws: Aws, running: Start) -> None:
    batch, event = message_in_stream(aws)
    with aws.proxy.failing("DynamoDB.UpdateItem"):
        failed = running("rules").invoke(batch)
    assert (failed.kind, failed.content["errorType"]) == ("error", "Unavailable")
    assert running("rules").invoke(batch).content == DONE
    assert Verdicts(aws.names["VERDICTS_TABLE"]).get(event.group, event.key).rulings[0].fired


def test_deliver_carries_an_order_out(
    aws: Aws, running: Start, platforms: Platforms, order: Order
) -> None:
    assert running("deliver").invoke(order_in_queue(order)).content == DONE
    assert platforms.calls(order.group.account) == ["send_group_msg"]
    assert _status(aws, order) is Status.SENT


def test_an_order_under_way_when_time_is_over_is_not_repeated(
    aws: Aws, running: Start, platforms: Platforms, order: Order
) -> None:
    platforms.simulator.world.faults.plan(
        {"method": "send_group_msg", "kind": "timeout", "account": order.group.account}
    )
    with started("deliver", settings_of("deliver")) as ended:
        ended.hand_over(order_in_queue(order))
        while not platforms.calls(order.group.account):
            time.sleep(0.01)
    assert _status(aws, order) is Status.SENDING
    assert running("deliver").invoke(order_in_queue(order)).content == DONE
    assert platforms.calls(order.group.account) == ["send_group_msg"]
    assert _status(aws, order) is Status.UNKNOWN


def test_engage_hands_a_due_post_over(aws: Aws, running: Start) -> None:
    posts = Posts(aws.names["POSTS_TABLE"])
    group = GroupRef("onebot", "main", unique())
    now = int(time.time() * 1000)
    post = Post(unique(), "tea", "tea at five", (group,), due=now, created=now)
    posts.add(post)
    answer = running("engage").invoke({"source": "aws.events", "detail-type": "Scheduled Event"})
    assert answer.content["published"] >= 1
    assert posts.get(post.id).status is PostStatus.DISPATCHED


def test_vitality_counts_a_scan(aws: Aws, running: Start) -> None:
    batch, code = scan_in_stream(aws)
    with aws.proxy.failing("DynamoDB.PutItem"):
        failed = running("vitality").invoke(batch)
    assert (failed.kind, failed.content["errorType"]) == ("error", "Unavailable")
    assert running("vitality").invoke(batch).content == DONE
    hours = ScanStatistics(aws.names["SCANS_TABLE"]).hours(code, 0, 10**13)
    assert [(figures.step, figures.counts["new"]) for _, figures in hours] == [(1, 1)]


def test_vitality_takes_a_tick_too(running: Start) -> None:
    answer = running("vitality").invoke({"source": "aws.events", "detail-type": "Scheduled Event"})
    assert answer.kind == "response" and answer.content["settled"] >= 0
