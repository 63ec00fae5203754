"""Events come again, halves of work are repeated, rules change: the effect is that of once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.actions import DeleteMessage
from hearth.domain.errors import Unavailable
from hearth.domain.events import Change
from tests.fakes.clock import NOW
from tests.unit.usecases.moderation import LINK, PLAIN, TEA, Room, moved, said

EVENTS = [
    said(LINK, at=NOW),
    said(PLAIN, at=NOW + 1),
    moved(Change.JOINED, "ann", "ben", at=NOW + 2),
    said(LINK, at=NOW + 3),
    moved(Change.LEFT, "ben", at=NOW + 4),
]


def test_a_repeated_event_orders_the_same_deliveries() -> None:
    room = Room()
    room.write_rules("delete", "mute")
    verdicts = [room.take(said()) for _ in range(3)]
    assert verdicts == verdicts[:1] * 3
    assert len(room.outbox.sent) == 6
    assert len(room.outbox) == 2
    assert room.members.get(TEA, "ann").messages == 1
    assert len(room.verdicts) == 1


def test_two_messages_of_one_wording_are_two_deliveries() -> None:
    room = Room()
    for at in (NOW, NOW + 1):
        room.take(said(at=at))
    assert [order.action for order in room.outbox.orders] == [DeleteMessage("m1")] * 2


def test_the_stored_verdict_is_acted_upon_also_when_the_rules_have_changed_since() -> None:
    room = Room()
    first = room.take(said())
    room.write_rules("kick")
    assert room.take(said()) == first
    assert [order.action for order in room.outbox.orders] == [DeleteMessage("m1")]


def test_a_verdict_stored_before_a_crash_is_acted_upon_after_it() -> None:
    room = Room()
    room.outbox.takes = 0
    with pytest.raises(Unavailable):
        room.take(said())
    room.outbox.takes = None
    room.write_rules("kick")
    room.take(said())
    assert [order.action for order in room.outbox.orders] == [DeleteMessage("m1")]


def test_orders_of_which_only_a_part_was_taken_are_completed() -> None:
    room = Room()
    room.write_rules("delete", "mute", "kick")
    room.outbox.takes = 1
    with pytest.raises(Unavailable):
        room.take(said())
    room.outbox.takes = None
    room.take(said())
    assert len(room.outbox) == 3


def test_a_new_wording_is_judged_again_but_is_not_another_message() -> None:
    room = Room()
    room.take(said(PLAIN))
    verdict = room.take(said(replace(LINK, id=PLAIN.id, edited=True), at=NOW + 1))
    assert verdict is not None and verdict.actions == (DeleteMessage(PLAIN.id),)
    assert room.members.get(TEA, "ann").messages == 1


@given(st.lists(st.integers(0, len(EVENTS) - 1), max_size=12))
def test_repeats_at_any_place_change_nothing(repeats: list[int]) -> None:
    once, often = Room(), Room()
    for event in EVENTS:
        once.take(event)
    for number, event in enumerate(EVENTS):
        often.take(event)
        for repeated in (EVENTS[place] for place in repeats if place <= number):
            often.take(repeated)
    assert often.members.of_group(TEA) == once.members.of_group(TEA)
    assert often.verdicts.newest(TEA) == once.verdicts.newest(TEA)
    assert often.outbox.orders == once.outbox.orders
