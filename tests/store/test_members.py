"""Members: standing in one request, and the effect of once."""

import pytest

from hearth.domain.errors import NotFound
from hearth.domain.events import Change, Event, Membership, Message, Role
from hearth.domain.groups import GroupRef
from hearth.store.members import Members
from tests.conftest import Aws
from tests.support.unique import unique


@pytest.fixture
def members(aws: Aws) -> Members:
    return Members(aws.names["MEMBERS_TABLE"])


@pytest.fixture
def group() -> GroupRef:
    return GroupRef("telegram", "main", unique())


def _message(group: GroupRef, at: int, name: str = "") -> Event:
    fact = Message(f"m{at}", "ann", "hi", name, Role.MEMBER)
    return Event(group, at, fact, f"message {at}".encode())


def _move(group: GroupRef, at: int, change: Change, *who: str) -> Event:
    return Event(group, at, Membership(change, who, "qr"), f"{change} {at}".encode())


def _speak(members: Members, event: Event) -> int:
    assert isinstance(event.fact, Message)
    return members.spoke(event, event.fact).messages


def _apply(members: Members, event: Event) -> None:
    assert isinstance(event.fact, Membership)
    members.apply(event, event.fact)


def test_a_message_is_one_request_and_counts_once(
    aws: Aws, members: Members, group: GroupRef
) -> None:
    with aws.proxy.counting() as operations:
        assert _speak(members, _message(group, 1, "Ann")) == 1
    assert operations == ["DynamoDB.UpdateItem"]
    assert _speak(members, _message(group, 1, "Ann")) == 1
    assert _speak(members, _message(group, 2)) == 2
    ann = members.get(group, "ann")
    assert (ann.name, ann.role, ann.spoke_at) == ("Ann", Role.MEMBER, 2)


def test_everybody_named_in_a_join_becomes_a_member(members: Members, group: GroupRef) -> None:
    _apply(members, _move(group, 5, Change.JOINED, "ann", "ben"))
    found, cursor = members.of_group(group)
    assert [(m.id, m.joined_at, m.via, m.present) for m in found] == [
        ("ann", 5, "qr", True),
        ("ben", 5, "qr", True),
    ]
    assert not cursor


def test_a_late_join_does_not_undo_a_leave(members: Members, group: GroupRef) -> None:
    _apply(members, _move(group, 9, Change.LEFT, "ann"))
    _apply(members, _move(group, 5, Change.JOINED, "ann"))
    assert not members.get(group, "ann").present


def test_who_comes_back_is_a_newcomer_again(members: Members, group: GroupRef) -> None:
    for at, change in ((1, Change.JOINED), (2, Change.LEFT), (3, Change.JOINED)):
        _apply(members, _move(group, at, change, "ann"))
    ann = members.get(group, "ann")
    assert (ann.present, ann.joined_at) == (True, 3)


def test_joining_and_speaking_do_not_disturb_each_other(members: Members, group: GroupRef) -> None:
    _speak(members, _message(group, 7))
    _apply(members, _move(group, 6, Change.JOINED, "ann"))
    ann = members.get(group, "ann")
    assert (ann.messages, ann.joined_at) == (1, 6)


def test_a_stranger_is_not_found(members: Members, group: GroupRef) -> None:
    with pytest.raises(NotFound, match="no such member"):
        members.get(group, "ann")
