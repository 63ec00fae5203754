"""The minute tick on the real tables and the real outbox."""

import json
import time
from dataclasses import replace
from typing import Any

import boto3
import pytest

from functions.engage.app import handler
from hearth.domain.deliveries import Order
from hearth.domain.errors import Conflict, Unavailable
from hearth.domain.groups import GroupRef
from hearth.domain.posts import Post, PostStatus
from hearth.store.posts import Posts
from tests.conftest import Aws
from tests.support.unique import unique


@pytest.fixture
def posts(aws: Aws) -> Posts:
    store = Posts(aws.names["POSTS_TABLE"])
    for leftover in store.due(2**53, limit=100):  # other tests' posts
        store.finish(leftover)
    return store


def _post(due: int, groups: int = 2) -> Post:
    refs = tuple(GroupRef("onebot", "main", unique()) for _ in range(groups))
    return Post(unique(), "tea", "tea at five", refs, due, created=1)


def _tick() -> int:
    answer = handler({"source": "aws.events"}, None)  # type: ignore[arg-type]
    return answer["published"]


def _ordered(aws: Aws, post: Post) -> list[str]:
    """Groups that have an order of this post in the outbox."""
    found: list[Any] = []
    while (
        messages := boto3.client("sqs")
        .receive_message(QueueUrl=aws.names["OUTBOX_QUEUE_URL"], MaxNumberOfMessages=10)
        .get("Messages")
    ):
        found += [json.loads(message["Body"]) for message in messages]
    return [order["group"] for order in found if order["source"] == f"post:{post.id}"]


def test_a_due_post_is_ordered_once_for_each_group(aws: Aws, posts: Posts) -> None:
    post = _post(due=int(time.time() * 1000), groups=12)
    posts.add(post)
    assert _tick() == 1
    assert _tick() == 0
    assert sorted(_ordered(aws, post)) == sorted(group.id for group in post.groups)
    assert posts.get(post.id).status is PostStatus.DISPATCHED


def test_a_post_of_later_waits(aws: Aws, posts: Posts) -> None:
    post = _post(due=int(time.time() * 1000) + 60_000)
    posts.add(post)
    assert _tick() == 0
    assert posts.get(post.id).status is PostStatus.ARMED and _ordered(aws, post) == []


def test_what_a_tick_costs(aws: Aws, posts: Posts) -> None:
    with aws.proxy.counting() as operations:
        _tick()
    assert operations == ["DynamoDB.Query"]
    posts.add(_post(due=1))
    with aws.proxy.counting() as operations:
        _tick()
    assert operations == [
        "DynamoDB.Query",
        "DynamoDB.UpdateItem",
        "AmazonSQS.SendMessageBatch",
        "DynamoDB.UpdateItem",
    ]


def test_a_crash_before_ordering_leaves_the_post_to_the_next_tick(aws: Aws, posts: Posts) -> None:
    post = _post(due=1)
    posts.add(post)
    with aws.proxy.failing("AmazonSQS.SendMessageBatch"), pytest.raises(Unavailable):
        _tick()
    assert _tick() == 1
    assert sorted(_ordered(aws, post)) == sorted(group.id for group in post.groups)
    assert _tick() == 0


def test_a_post_that_is_going_out_can_no_longer_be_cancelled(aws: Aws, posts: Posts) -> None:
    post = _post(due=1)
    posts.add(post)
    with aws.proxy.failing("AmazonSQS.SendMessageBatch"), pytest.raises(Unavailable):
        _tick()
    with pytest.raises(Conflict):
        posts.cancel(post.id)


@pytest.mark.parametrize("text", ["\ufffe", "a\uffffb", "\x00", "tea \U0001f375"])
def test_no_character_keeps_a_post_or_others_from_going_out(
    aws: Aws, posts: Posts, text: str
) -> None:
    strange, plain = replace(_post(due=1), text=text), _post(due=2)
    for post in (strange, plain):
        posts.add(post)
    assert _tick() == 2
    queue = boto3.client("sqs").receive_message(
        QueueUrl=aws.names["OUTBOX_QUEUE_URL"], MaxNumberOfMessages=10
    )["Messages"]
    orders = [Order.from_json(message["Body"]) for message in queue]
    assert {order for order in orders if order.source == f"post:{strange.id}"} == set(
        strange.orders
    )
