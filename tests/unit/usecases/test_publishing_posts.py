"""Due posts are ordered; whatever happens to the tick, each delivery has one id."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput, Unavailable
from hearth.domain.groups import GroupRef
from hearth.domain.posts import Post, PostStatus
from hearth.usecases.publish import publish_due
from tests.fakes.clock import NOW, FakeClock
from tests.fakes.outbox import FakeOutbox
from tests.fakes.posts import FakePosts
from tests.unit.usecases.courier import Crash

GROUPS = tuple(GroupRef("onebot", "main", str(number)) for number in (1, 2, 3))
POST = Post("p1", "tea", "tea at five", GROUPS, due=NOW, created=1)


class Tick:
    """The minute tick and what it works on."""

    def __init__(self, *posts: Post) -> None:
        self.posts = FakePosts(posts)
        self.outbox = FakeOutbox()
        self.clock = FakeClock()

    def __call__(self) -> int:
        return publish_due(self.posts, self.outbox, self.clock)


def test_a_due_post_is_ordered_for_every_group_and_marked() -> None:
    tick = Tick(POST)
    assert tick() == 1
    assert tick.outbox.orders == list(POST.orders)
    assert tick.posts.get("p1").status is PostStatus.DISPATCHED


def test_a_post_is_not_published_before_its_time() -> None:
    tick = Tick(replace(POST, due=NOW + 1))
    assert tick() == 0 and tick.outbox.sent == []
    tick.clock.pass_by(1)
    assert tick() == 1


def test_the_next_tick_has_nothing_left_to_do() -> None:
    tick = Tick(POST)
    assert [tick(), tick()] == [1, 0]
    assert len(tick.outbox.sent) == len(GROUPS)


def test_a_cancelled_post_is_never_published_also_when_the_index_still_shows_it() -> None:
    tick = Tick(POST)
    tick.posts.cancel("p1")
    tick.posts.due = lambda now, limit=100: ["p1"]
    assert tick() == 0 and tick.outbox.sent == []


def test_several_due_posts_are_published_the_oldest_first() -> None:
    tick = Tick(replace(POST, id="late"), replace(POST, id="early", due=1))
    assert tick() == 2
    assert [order.source for order in tick.outbox.orders[:: len(GROUPS)]] == [
        "post:early",
        "post:late",
    ]


def test_more_posts_than_a_tick_takes_are_left_to_the_next() -> None:
    tick = Tick(*(replace(POST, id=f"p{n}", groups=GROUPS[:1]) for n in range(140)))
    assert [tick(), tick(), tick()] == [100, 40, 0]
    assert len(tick.outbox) == 140


def test_a_crash_between_the_orders_and_the_mark_orders_the_same_deliveries_again() -> None:
    tick = Tick(POST)
    finish = tick.posts.finish

    def crash(post: str) -> None:
        raise Crash

    tick.posts.finish = crash
    with pytest.raises(Crash):
        tick()
    tick.posts.finish = finish
    tick.clock.pass_by(60_000)
    assert tick() == 1
    assert len(tick.outbox.sent) == 2 * len(GROUPS)
    assert tick.outbox.orders == list(POST.orders)


def test_two_ticks_at_once_order_the_same_deliveries_and_one_counts() -> None:
    tick = Tick(POST)
    send, counted = tick.outbox.send, []

    def send_while_another_tick_runs(orders: tuple[object, ...]) -> None:
        tick.outbox.send = send
        counted.append(tick())
        send(orders)

    tick.outbox.send = send_while_another_tick_runs
    counted.append(tick())
    assert sorted(counted) == [0, 1]
    assert tick.outbox.orders == list(POST.orders)


@given(st.lists(st.none() | st.integers(0, 2), max_size=5))
def test_however_often_the_outbox_takes_only_a_part_everything_is_ordered_once(
    parts: list[int | None],
) -> None:
    tick = Tick(POST)
    for part in [*parts, None]:
        tick.outbox.takes = part
        try:
            tick()
        except Unavailable:
            assert tick.posts.due(NOW) == ["p1"]
    assert sorted(order.id for order in tick.outbox.orders) == sorted(o.id for o in POST.orders)
    assert tick.posts.get("p1").status is PostStatus.DISPATCHED


def test_a_post_that_fails_does_not_keep_the_others_from_going_out() -> None:
    tick = Tick(replace(POST, id="bad", due=1), POST)
    send = tick.outbox.send

    def refuse(orders: tuple[Order, ...]) -> None:
        if orders[0].source == "post:bad":
            raise BadInput("the queue does not take this message")
        send(orders)

    tick.outbox.send = refuse
    with pytest.raises(BadInput):
        tick()
    assert tick.outbox.orders == list(POST.orders)
    assert tick.posts.due(NOW) == ["bad"]
