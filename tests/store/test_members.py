"""Members: standing in one request, and the effect of once."""

import time
from dataclasses import replace

import boto3
import pytest

from hearth.domain.errors import NotFound
from hearth.domain.events import Change, Event, Membership, Message, Role, RoleChange
from hearth.domain.groups import GroupRef
from hearth.domain.joins import LATE_MS
from hearth.store.members import Members
from tests.conftest import Aws
from tests.fakes.members import FakeMembers
from tests.support.unique import unique

Book = Members | FakeMembers


@pytest.fixture(params=["pynamodb", "memory"])
def members(request: pytest.FixtureRequest, aws: Aws) -> Book:
    if request.param == "memory":
        return FakeMembers()
    return Members(aws.names["MEMBERS_TABLE"])


@pytest.fixture
def group() -> GroupRef:
    return GroupRef("telegram", "main", unique())


def _message(group: GroupRef, at: int, name: str = "") -> Event:
    fact = Message(f"m{at}", "ann", "hi", name, Role.MEMBER)
    return Event(group, at, fact, f"message {at}".encode())


def _move(group: GroupRef, at: int, change: Change, *who: str) -> Event:
    return Event(group, at, Membership(change, who, "qr"), f"{change} {at}".encode())


def _rank(group: GroupRef, at: int, role: Role, name: str = "") -> Event:
    return Event(group, at, RoleChange("ann", role, name), f"{role} {at}".encode())


def _speak(members: Book, event: Event) -> int:
    assert isinstance(event.fact, Message)
    return members.spoke(event, event.fact).messages


def _apply(members: Book, event: Event) -> None:
    if isinstance(event.fact, RoleChange):
        assert members.apply_role(event, event.fact).id == event.fact.member
    else:
        assert isinstance(event.fact, Membership)
        members.apply(event, event.fact)


@pytest.mark.parametrize("members", ["pynamodb"], indirect=True)
def test_a_message_is_one_request(aws: Aws, members: Book, group: GroupRef) -> None:
    with aws.proxy.counting() as operations:
        _speak(members, _message(group, 1))
    assert operations == ["DynamoDB.UpdateItem"]


def test_a_message_counts_once(members: Book, group: GroupRef) -> None:
    assert _speak(members, _message(group, 1, "Ann")) == 1
    assert _speak(members, _message(group, 1, "Ann")) == 1
    assert _speak(members, _message(group, 2)) == 2
    ann = members.get(group, "ann")
    assert (ann.name, ann.role, ann.spoke_at) == ("Ann", Role.MEMBER, 2)


def test_messages_of_one_moment_all_count_in_any_order(members: Book, group: GroupRef) -> None:
    moment = [replace(_message(group, 5), raw=str(n).encode()) for n in range(6)]
    for event in [*moment, *moment[::-1]]:
        _speak(members, event)
    assert members.get(group, "ann").messages == 6


def test_many_messages_count_once_each_though_old_marks_are_let_go(
    members: Book, group: GroupRef
) -> None:
    for at in range(1, 81):
        for _ in range(2):
            _speak(members, _message(group, at))
    assert members.get(group, "ann").messages == 80


def test_an_edit_is_no_other_message(members: Book, group: GroupRef) -> None:
    _speak(members, _message(group, 1))
    edit = _message(group, 2)
    assert isinstance(edit.fact, Message)
    assert _speak(members, replace(edit, fact=replace(edit.fact, edited=True))) == 1


def test_an_unknown_role_does_not_undo_a_known_one(members: Book, group: GroupRef) -> None:
    _speak(members, _message(group, 1))
    event = _message(group, 2)
    assert isinstance(event.fact, Message)
    _speak(members, replace(event, fact=replace(event.fact, role=Role.UNKNOWN)))
    assert members.get(group, "ann").role is Role.MEMBER


def test_who_joins_and_is_removed_in_one_second_is_gone(members: Book, group: GroupRef) -> None:
    for change in (Change.JOINED, Change.LEFT):
        _apply(members, _move(group, 5, change, "ann"))
    assert not members.get(group, "ann").present
    for change in (Change.LEFT, Change.JOINED):
        _apply(members, _move(group, 6, change, "ben"))
    assert members.get(group, "ben").present


def test_everybody_named_in_a_join_becomes_a_member(members: Book, group: GroupRef) -> None:
    _apply(members, _move(group, 5, Change.JOINED, "ann", "ben"))
    found, cursor = members.of_group(group)
    assert [(m.id, m.joined_at, m.via, m.present) for m in found] == [
        ("ann", 5, "qr", True),
        ("ben", 5, "qr", True),
    ]
    assert not cursor


def _came(group: GroupRef, at: int, via: str, inviter: str = "") -> Event:
    fact = Membership(Change.JOINED, ("ann",), via, inviter=inviter)
    return Event(group, at, fact, f"{fact} {at}".encode())


def _origin(members: Book, group: GroupRef) -> tuple[str, str, int]:
    ann = members.get(group, "ann")
    return ann.via, ann.inviter, ann.joined_at


def test_who_brought_somebody_is_known_until_he_comes_by_another_way(
    members: Book, group: GroupRef
) -> None:
    _apply(members, _came(group, 1, "invite", "ben"))
    assert _origin(members, group) == ("invite", "ben", 1)
    _apply(members, _move(group, 2, Change.LEFT, "ann"))
    _apply(members, _came(group, 3, "lc_tea"))
    assert _origin(members, group) == ("lc_tea", "", 3)


NOW = 1_754_400_000_000


def test_the_way_of_a_coming_may_be_told_later_as_of_earlier(
    members: Book, group: GroupRef
) -> None:
    _apply(members, _came(group, NOW, "qr"))
    _apply(members, _came(group, NOW - 1000, "lc_tea", "ben"))
    assert _origin(members, group) == ("lc_tea", "ben", NOW)


@pytest.mark.parametrize(
    ("at", "via"), [(NOW - LATE_MS - 1, "lc_tea"), (NOW - 1000, "invite"), (NOW - 1000, "")]
)
def test_what_is_of_another_coming_or_says_less_changes_nothing(
    members: Book, group: GroupRef, at: int, via: str
) -> None:
    _apply(members, _came(group, NOW, "qr"))
    _apply(members, _came(group, at, via))
    assert _origin(members, group) == ("qr", "", NOW)


def test_the_name_of_a_way_is_not_taken_back_by_a_late_word_for_its_kind(
    members: Book, group: GroupRef
) -> None:
    _apply(members, _came(group, NOW, "lc_tea"))
    _apply(members, _came(group, NOW - 1000, "qr"))
    assert _origin(members, group) == ("lc_tea", "", NOW)


def test_of_somebody_who_left_meanwhile_no_way_is_noted(members: Book, group: GroupRef) -> None:
    _apply(members, _came(group, NOW - 500, "qr"))
    _apply(members, _move(group, NOW, Change.LEFT, "ann"))
    _apply(members, _came(group, NOW - 1000, "lc_tea"))
    assert _origin(members, group) == ("qr", "", NOW - 500)


def test_a_late_join_does_not_undo_a_leave(members: Book, group: GroupRef) -> None:
    _apply(members, _move(group, 9, Change.LEFT, "ann"))
    _apply(members, _move(group, 5, Change.JOINED, "ann"))
    assert not members.get(group, "ann").present


def test_who_comes_back_is_a_newcomer_again(members: Book, group: GroupRef) -> None:
    for at, change in ((1, Change.JOINED), (2, Change.LEFT), (3, Change.JOINED)):
        _apply(members, _move(group, at, change, "ann"))
    ann = members.get(group, "ann")
    assert (ann.present, ann.joined_at) == (True, 3)


def test_joining_and_speaking_do_not_disturb_each_other(members: Book, group: GroupRef) -> None:
    _speak(members, _message(group, 7))
    _apply(members, _move(group, 6, Change.JOINED, "ann"))
    ann = members.get(group, "ann")
    assert (ann.messages, ann.joined_at) == (1, 6)


def test_a_change_of_role_is_known_at_once_and_makes_a_member(
    members: Book, group: GroupRef
) -> None:
    _apply(members, _rank(group, 5, Role.ADMIN, "Ann"))
    ann = members.get(group, "ann")
    assert (ann.role, ann.name, ann.present, ann.joined_at) == (Role.ADMIN, "Ann", True, 0)


def test_a_late_or_repeated_change_of_role_does_not_undo_a_newer_one(
    members: Book, group: GroupRef
) -> None:
    for at, role in ((5, Role.ADMIN), (9, Role.MEMBER), (5, Role.ADMIN)):
        _apply(members, _rank(group, at, role))
    assert members.get(group, "ann").role is Role.MEMBER


def test_a_repeated_change_of_role_does_not_undo_what_a_message_said_since(
    members: Book, group: GroupRef
) -> None:
    _apply(members, _rank(group, 5, Role.ADMIN))
    _speak(members, _message(group, 6))
    _apply(members, _rank(group, 5, Role.ADMIN))
    assert members.get(group, "ann").role is Role.MEMBER


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_joining_and_a_change_of_role_do_not_disturb_each_other(
    members: Book, group: GroupRef, order: tuple[int, int]
) -> None:
    facts = [_move(group, 5, Change.JOINED, "ann"), _rank(group, 9, Role.ADMIN)]
    for index in (*order, *order):
        _apply(members, facts[index])
    ann = members.get(group, "ann")
    assert (ann.role, ann.present, ann.joined_at, ann.via) == (Role.ADMIN, True, 5, "qr")


def test_who_leaves_as_an_administrator_comes_back_as_none(members: Book, group: GroupRef) -> None:
    _apply(members, _rank(group, 5, Role.ADMIN))
    for at, change in ((6, Change.LEFT), (7, Change.JOINED)):
        _apply(members, _move(group, at, change, "ann"))
    ann = members.get(group, "ann")
    assert (ann.role, ann.present) == (Role.UNKNOWN, True)


def test_a_join_may_tell_the_role(members: Book, group: GroupRef) -> None:
    event = _move(group, 5, Change.JOINED, "ann")
    assert isinstance(event.fact, Membership)
    _apply(members, replace(event, fact=replace(event.fact, role=Role.OWNER)))
    assert members.get(group, "ann").role is Role.OWNER


def test_a_stranger_is_not_found(members: Book, group: GroupRef) -> None:
    with pytest.raises(NotFound, match="no such member"):
        members.get(group, "ann")


@pytest.mark.parametrize("members", ["pynamodb"], indirect=True)
def test_a_member_is_forgotten_two_years_after_the_last_that_was_heard(
    aws: Aws, members: Book, group: GroupRef
) -> None:
    _speak(members, _message(group, 1))
    key = {"group": {"S": group.id}, "member": {"S": "ann"}}
    client = boto3.client("dynamodb")
    item = client.get_item(TableName=aws.names["MEMBERS_TABLE"], Key=key)["Item"]
    assert 729 < (int(item["expires"]["N"]) - time.time()) / 86_400 < 731
