"""Scheduled posts: one order a group, refused when they could not be sent."""

from dataclasses import replace

import pytest

from hearth.domain.actions import PostText
from hearth.domain.errors import BadInput
from hearth.domain.groups import GroupRef
from hearth.domain.posts import LONGEST_TEXT, MOST_GROUPS, Post, require_sendable

GROUPS = tuple(GroupRef("onebot", "main", str(number)) for number in range(1, 4))
POST = Post("p1", "tea", "tea at five", GROUPS, due=1000, created=1)


def test_every_group_gets_one_order_with_the_text() -> None:
    assert [order.group for order in POST.orders] == list(GROUPS)
    assert {order.action for order in POST.orders} == {PostText("tea at five")}
    assert {order.source for order in POST.orders} == {"post:p1"}


def test_asked_again_the_orders_are_the_same() -> None:
    again = replace(POST, due=2000)
    assert [order.id for order in again.orders] == [order.id for order in POST.orders]


def test_the_same_text_in_another_post_is_said_again() -> None:
    ids = {order.id for order in POST.orders}
    assert ids.isdisjoint(order.id for order in replace(POST, id="p2").orders)


def test_a_sendable_post_is_returned() -> None:
    full = replace(POST, text="x" * LONGEST_TEXT)
    assert require_sendable(full) is full


@pytest.mark.parametrize("text", ["", "   \n", "x" * (LONGEST_TEXT + 1)])
def test_a_text_too_short_or_too_long_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=f"“text” must have 1 to {LONGEST_TEXT}"):
        require_sendable(replace(POST, text=text))


@pytest.mark.parametrize(
    "groups",
    [
        (),
        (GROUPS[0], GROUPS[1], GROUPS[0]),
        tuple(GroupRef("onebot", "main", str(n)) for n in range(MOST_GROUPS + 1)),
    ],
)
def test_groups_none_twice_or_too_many_are_refused(groups: tuple[GroupRef, ...]) -> None:
    with pytest.raises(BadInput, match=f"“groups” must name 1 to {MOST_GROUPS} different"):
        require_sendable(replace(POST, groups=groups))


@pytest.mark.parametrize("number", [1, MOST_GROUPS])
def test_one_group_and_as_many_as_allowed_are_sendable(number: int) -> None:
    groups = tuple(GroupRef("onebot", "main", str(n)) for n in range(number))
    assert len(require_sendable(replace(POST, groups=groups)).orders) == number


def test_a_group_that_cannot_be_posted_into_is_named() -> None:
    mute = GroupRef("wecom", "main", "wr1")
    with pytest.raises(BadInput, match="wecom:main:wr1: wecom has no API"):
        require_sendable(replace(POST, groups=(*GROUPS, mute)))
