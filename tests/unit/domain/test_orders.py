"""An order's id is its wish: the same wish twice is one delivery, two wishes are two."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.actions import (
    KINDS,
    Action,
    DeleteMessage,
    Kick,
    Mute,
    PostText,
    kind_of,
    read_action,
)
from hearth.domain.deliveries import Order
from hearth.domain.errors import Malformed
from hearth.domain.groups import GroupRef
from tests.unit.strategies import actions, json_values, orders

GROUP = GroupRef("onebot", "main", "12345")
ORDER = Order(GROUP, PostText("tea at five"), "post:1")


def test_the_id_never_changes_between_versions_or_machines() -> None:
    assert ORDER.id == "e747ca53a11891abfdfc7435ff3c16f1"
    assert replace(ORDER, action=PostText("五点喝茶")).id == "94bddf5aa475593f2cf17e2ed2496c7c"


@given(orders)
def test_the_same_wish_has_the_same_id(order: Order) -> None:
    assert replace(order).id == order.id == Order.from_json(order.to_json()).id


@given(orders, orders)
def test_different_wishes_have_different_ids(one: Order, other: Order) -> None:
    assert (one.id == other.id) == (one == other)


@pytest.mark.parametrize(
    "other",
    [
        replace(ORDER, source="post:2"),
        replace(ORDER, action=PostText("tea at six")),
        replace(ORDER, action=DeleteMessage("tea at five")),
        replace(ORDER, group=replace(GROUP, chat="12346")),
        replace(ORDER, group=replace(GROUP, account="other")),
        replace(ORDER, group=replace(GROUP, platform="telegram")),
    ],
)
def test_every_part_of_the_wish_counts(other: Order) -> None:
    assert other.id != ORDER.id


def test_a_member_kicked_is_not_a_message_deleted() -> None:
    assert Order(GROUP, Kick("7"), "e").id != Order(GROUP, DeleteMessage("7"), "e").id
    assert Order(GROUP, Mute("7", 60), "e").id != Order(GROUP, Mute("7", 61), "e").id


@given(orders)
def test_an_order_is_read_as_it_was_written(order: Order) -> None:
    assert Order.from_json(order.to_json()) == order


@given(orders)
def test_an_order_is_one_line(order: Order) -> None:
    assert "\n" not in order.to_json()


@given(actions)
def test_every_action_has_one_name(action: Action) -> None:
    assert KINDS[kind_of(action)] is type(action)


@given(st.text() | json_values.map(json.dumps))
def test_garbage_is_malformed(text: str) -> None:
    with pytest.raises(Malformed, match="not an order"):
        Order.from_json(text)


@given(st.sampled_from(["group", "source", "kind", "action"]), json_values)
def test_an_order_with_one_wrong_part_is_malformed_or_another_order(
    name: str, value: object
) -> None:
    content = {**json.loads(ORDER.to_json()), name: value}
    try:
        order = Order.from_json(json.dumps(content))
    except Malformed:
        return
    assert json.loads(order.to_json()) == content


@pytest.mark.parametrize(
    "action", [{"text": 5}, {"text": "x", "also": 1}, {}, {"text": None}, {"text": ["x"]}]
)
def test_an_action_with_wrong_fields_is_malformed(action: dict[str, object]) -> None:
    content = {**json.loads(ORDER.to_json()), "action": action}
    with pytest.raises(Malformed):
        Order.from_json(json.dumps(content))


@pytest.mark.parametrize("kind", ["ban", "", None, 7])
def test_an_unknown_action_is_refused_with_the_known_ones(kind: object) -> None:
    with pytest.raises(Malformed, match="no action .*: use one of post, delete, mute, kick"):
        read_action(kind, {})


@pytest.mark.parametrize("part", ["source", "group", "kind"])
@pytest.mark.parametrize("value", [5, None, True, ["post:1"], {}])
def test_what_must_be_a_text_is_one(part: str, value: object) -> None:
    with pytest.raises(Malformed):
        Order.from_json(json.dumps({**json.loads(ORDER.to_json()), part: value}))


def test_json_nested_without_end_is_malformed() -> None:
    with pytest.raises(Malformed):
        Order.from_json("[" * 200_000)
