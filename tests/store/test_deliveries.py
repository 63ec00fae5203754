"""Deliveries are claimed once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from hearth.domain.actions import PostText
from hearth.domain.deliveries import Order, Status
from hearth.domain.groups import GroupRef
from hearth.store.deliveries import Deliveries
from tests.conftest import Aws
from tests.fakes.deliveries import FakeDeliveries
from tests.support.both import BOTH, either
from tests.support.unique import unique

Book = Deliveries | FakeDeliveries


@pytest.fixture(params=BOTH)
def deliveries(request: pytest.FixtureRequest) -> Book:
    return either(request, FakeDeliveries, Deliveries, "DELIVERIES_TABLE")


@pytest.fixture
def order() -> Order:
    return Order(GroupRef("onebot", "main", unique()), PostText("tea at five"), "post:1")


def test_of_many_claims_at_once_one_wins(deliveries: Book, order: Order) -> None:
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda now: deliveries.claim(order, now), range(24)))
    assert sum(won) == 1


@pytest.mark.parametrize("deliveries", ["dynamodb"], indirect=True)
def test_a_delivery_costs_a_claim_and_a_settlement(
    aws: Aws, deliveries: Book, order: Order
) -> None:
    with aws.proxy.counting() as operations:
        assert deliveries.claim(order, now=1)
        assert deliveries.settle(order, Status.SENT, "message 7")
    assert operations == ["DynamoDB.PutItem", "DynamoDB.UpdateItem"]
    kept = deliveries.get(order.id)
    assert (kept.status, kept.detail, kept.order) == (Status.SENT, "message 7", order)


def test_what_was_made_is_kept_within_bounds(deliveries: Book, order: Order) -> None:
    deliveries.claim(order, now=1)
    made = {"address": "https://t.me/+a", "long": "x" * 501, **{str(n): "茶" for n in range(9)}}
    deliveries.settle(order, Status.SENT, "", made)
    kept = deliveries.get(order.id).result
    assert kept == {"address": "https://t.me/+a", **{str(n): "茶" for n in range(6)}}


def test_what_made_nothing_has_no_result(deliveries: Book, order: Order) -> None:
    deliveries.claim(order, now=1)
    deliveries.settle(order, Status.SENT, "message 7")
    assert deliveries.get(order.id).result == {}


@pytest.mark.parametrize("status", [Status.SENT, Status.FAILED, Status.UNKNOWN])
def test_what_is_finished_is_never_claimed_or_changed_again(
    deliveries: Book, order: Order, status: Status
) -> None:
    deliveries.claim(order, now=1)
    deliveries.settle(order, status, "done")
    assert not deliveries.claim(order, now=2)
    assert not deliveries.settle(order, Status.FAILED, "changed")
    assert deliveries.get(order.id).status is status


def test_what_the_platform_asked_to_repeat_can_be_claimed_again(
    deliveries: Book, order: Order
) -> None:
    deliveries.claim(order, now=1)
    deliveries.settle(order, Status.PENDING, "retry after 5")
    assert deliveries.claim(order, now=2)
    assert not deliveries.claim(order, now=3)
    kept = deliveries.get(order.id)
    assert (kept.status, kept.attempts, kept.created) == (Status.SENDING, 2, 1)


def test_deliveries_are_found_by_group_and_by_source(deliveries: Book) -> None:
    source = f"post:{unique()}"
    orders = [Order(GroupRef("onebot", "main", unique()), PostText("x"), source) for _ in "ab"]
    for now, order in enumerate(orders):
        deliveries.claim(order, now)
    assert {delivery.order for delivery in deliveries.of_source(source)} == set(orders)
    found, cursor = deliveries.of_group(orders[0].group)
    assert [delivery.order for delivery in found] == [orders[0]] and not cursor
