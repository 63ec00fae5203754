"""An event's key is its content: repeats fall together, simultaneous facts do not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.events import Change, Event, Fact, Membership, Message, Other, Role, RoleChange
from hearth.domain.groups import GroupRef

GROUP = GroupRef("onebot", "main", "12345")
AT = 1_700_000_000_000
EVENT = Event(GROUP, AT, Message("1", "ann", "hi"), b'{"text":"hi"}')


def test_the_key_never_changes_between_versions_or_machines() -> None:
    assert EVENT.key == "1700000000000#e7b995efa755c5ff3b84d2188b58cb4a"


@given(st.binary(), st.integers(0, 10**13 - 1))
def test_the_key_depends_on_time_and_body_alone(raw: bytes, at: int) -> None:
    one = Event(GROUP, at, Message("1", "ann", "hi"), raw)
    same = Event(replace(GROUP, chat="other"), at, Other("read by a newer version"), raw, "neutral")
    assert one.key == same.key


@given(st.binary(), st.binary())
def test_two_events_of_one_sender_in_one_second_differ(first: bytes, second: bytes) -> None:
    keys = {replace(EVENT, raw=raw).key for raw in (first, second)}
    assert len(keys) == len({first, second})


@given(st.integers(0, 10**13 - 1), st.integers(0, 10**13 - 1), st.binary(), st.binary())
def test_keys_sort_by_time(early: int, late: int, one: bytes, other: bytes) -> None:
    early, late = sorted((early, late))
    if early < late:
        assert replace(EVENT, at=early, raw=one).key < replace(EVENT, at=late, raw=other).key


def test_the_same_body_at_another_time_is_another_event() -> None:
    assert replace(EVENT, at=AT + 1).key != EVENT.key


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (Message("1", "ann", "hi"), "message"),
        (Membership(Change.JOINED, ("ann",)), "membership"),
        (RoleChange("ann", Role.ADMIN), "rolechange"),
        (Other("notice:poke"), "other"),
    ],
)
def test_the_kind_names_the_fact(fact: Fact, kind: str) -> None:
    assert replace(EVENT, fact=fact).kind == kind


def test_owners_and_administrators_are_staff_and_nobody_else() -> None:
    assert {role for role in Role if role.is_staff} == {Role.OWNER, Role.ADMIN}
