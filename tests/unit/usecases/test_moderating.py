"""Events become members' standing, verdicts and orders."""

from dataclasses import replace

import pytest

from hearth.domain.actions import DeleteMessage, Kick, Mute, PostText
from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.events import Change, Event, Other, Role
from hearth.domain.groups import NO_CHAT, UNASSIGNED, GroupRef
from hearth.domain.rules.rule import Rule
from hearth.domain.rules.written import read_rules
from hearth.usecases.moderate import source_of
from tests.fakes.clock import NOW
from tests.unit.usecases.moderation import LINK, PLAIN, TEA, Room, moved, ranked, said


def test_a_message_against_the_rules_is_judged_kept_and_acted_upon() -> None:
    room = Room()
    room.write_rules("delete", "mute", "kick", "warn")
    event = said()
    verdict = room.take(event)
    assert verdict == room.verdicts.get(TEA, event.key)
    wanted = [DeleteMessage("m1"), Mute("ann", 600), Kick("ann"), PostText("no links")]
    assert [order.action for order in room.outbox.orders] == wanted
    assert {order.group for order in room.outbox.orders} == {TEA}
    assert {order.source for order in room.outbox.orders} == {source_of(TEA, event.key)}


def test_a_clean_message_leaves_a_verdict_and_no_order() -> None:
    room = Room()
    event = said(PLAIN)
    verdict = room.take(event)
    assert verdict is not None and verdict.clean and verdict.rulings
    assert (TEA, event.key) in room.verdicts
    assert room.outbox.sent == []


def test_the_writer_is_judged_by_what_is_known_of_him() -> None:
    room = Room()
    newcomers = {"check": "newcomer", "hours": 1, "messages": 0}
    assert room.members.apply(moved(Change.JOINED, "ann"), moved(Change.JOINED, "ann").fact)
    room.rules = replace(room.rules, rules=_rule_for(newcomers))
    assert room.take(said(at=NOW + 1)).actions
    assert not room.take(said(at=NOW + 3_600_001)).actions


def test_his_message_counts_before_it_is_judged() -> None:
    room = Room()
    room.rules = replace(room.rules, rules=_rule_for({"check": "newcomer", "messages": 2}))
    verdicts = [room.take(said(at=NOW + n)) for n in range(3)]
    assert [bool(verdict and verdict.actions) for verdict in verdicts] == [True, True, False]
    assert room.members.get(TEA, "ann").messages == 3


def test_who_was_made_an_administrator_is_staff_though_his_messages_do_not_say_so() -> None:
    room = Room()
    silent = replace(LINK, role=Role.UNKNOWN)
    assert room.take(ranked(Role.ADMIN)) is None
    assert not room.take(said(silent, at=NOW + 1)).actions
    room.take(ranked(Role.MEMBER, at=NOW + 2))
    assert room.take(said(silent, at=NOW + 3)).actions


def test_who_left_as_an_administrator_is_no_staff_when_he_comes_back() -> None:
    room = Room()
    room.take(ranked(Role.OWNER))
    room.take(moved(Change.LEFT, "ann", at=NOW + 1))
    room.take(moved(Change.JOINED, "ann", at=NOW + 2))
    assert room.take(said(replace(LINK, role=Role.UNKNOWN), at=NOW + 3)).actions


def test_staff_is_not_sanctioned() -> None:
    room = Room()
    verdict = room.take(said(replace(LINK, role=Role.ADMIN)))
    assert verdict is not None and verdict.exempt.hit
    assert room.outbox.sent == []


def test_everybody_named_in_a_join_becomes_a_member() -> None:
    room = Room()
    assert room.take(moved(Change.JOINED, "ann", "ben", "cem")) is None
    found, _ = room.members.of_group(TEA)
    assert [(m.id, m.present, m.joined_at) for m in found] == [
        (who, True, NOW) for who in ("ann", "ben", "cem")
    ]
    room.take(moved(Change.LEFT, "ann", "cem", at=NOW + 1))
    assert [room.members.get(TEA, who).present for who in ("ann", "ben", "cem")] == [
        False,
        True,
        False,
    ]
    assert len(room.verdicts) == 0 and room.outbox.sent == []


def test_a_group_nobody_has_adopted_is_recorded_but_not_judged() -> None:
    room = Room(community=UNASSIGNED)
    assert room.take(said()) is None
    room.take(moved(Change.JOINED, "ben"))
    assert room.members.get(TEA, "ann").messages == 1
    assert room.members.get(TEA, "ben").present
    assert room.heard_of == [TEA, TEA]
    assert len(room.verdicts) == 0 and room.outbox.sent == []


def test_what_a_platform_cannot_do_is_ordered_too_so_that_its_delivery_says_so() -> None:
    room = Room()
    mute = GroupRef("wecom", "main", "wr1")
    verdict = room.take(said(group=mute))
    assert verdict is not None and verdict.actions == (DeleteMessage("m1"),)
    assert [order.action for order in room.outbox.orders] == [DeleteMessage("m1")]


@pytest.mark.parametrize("event", [said(), moved(Change.JOINED, "ann")])
def test_an_event_without_a_chat_is_ignored(event: Event) -> None:
    room = Room()
    assert room.take(replace(event, group=replace(TEA, chat=NO_CHAT))) is None
    assert room.take(replace(event, group=GroupRef.talk("onebot", "main", "1"))) is None
    assert (room.heard_of, len(room.members), len(room.verdicts)) == ([], 0, 0)


def test_other_facts_only_make_the_group_known() -> None:
    room = Room()
    assert room.take(replace(said(), fact=Other("notice:poke"))) is None
    assert room.heard_of == [TEA]
    assert (len(room.members), len(room.verdicts), room.outbox.sent) == (0, 0, [])


def test_a_queue_that_does_not_answer_is_reported() -> None:
    room = Room()
    room.outbox.takes = 0
    with pytest.raises(Unavailable):
        room.take(said())


def test_a_stranger_stays_one() -> None:
    room = Room()
    room.take(said())
    with pytest.raises(NotFound):
        room.members.get(TEA, "ben")


def _rule_for(condition: dict[str, object]) -> tuple[Rule, ...]:
    return read_rules([{"name": "one", "when": [condition], "then": [{"do": "delete"}]}])
