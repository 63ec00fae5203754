"""Groups are one text in every table and come back from it."""

import pytest
from hypothesis import given

from hearth.domain.errors import BadInput
from hearth.domain.groups import GroupRef, is_account
from tests.unit.strategies import groups


@given(groups)
def test_a_group_is_read_as_it_was_written(group: GroupRef) -> None:
    assert GroupRef.parse(group.id) == group


@given(groups, groups)
def test_two_groups_never_share_a_key(one: GroupRef, other: GroupRef) -> None:
    assert (one.id == other.id) == (one == other)


def test_a_chat_may_hold_colons_and_a_minus() -> None:
    assert GroupRef.parse("telegram:main:-100:7") == GroupRef("telegram", "main", "-100:7")


@pytest.mark.parametrize(
    "text",
    ["", "onebot", "onebot:main", "onebot:main:", "onebot::1", "onebot:Main:1", "onebot:main:a b"]
    + ["onebot:main:1\n", "onebot:-main:1", f"onebot:main:{'1' * 129}", f"onebot:{'a' * 41}:1"],
)
def test_what_is_no_group_is_refused_with_the_form_expected(text: str) -> None:
    with pytest.raises(BadInput, match="expected platform:account:chat"):
        GroupRef.parse(text)


def test_a_complaint_does_not_repeat_more_than_a_line() -> None:
    with pytest.raises(BadInput) as refused:
        GroupRef.parse("x" * 10_000)
    assert len(str(refused.value)) < 150


@pytest.mark.parametrize("name", ["a", "main", "1", "a-1", "a" * 40])
def test_accounts_that_may_stand_in_an_address(name: str) -> None:
    assert is_account(name)


@pytest.mark.parametrize("name", ["", "-a", "A", "a_b", "a/b", "ä", "a\n", "a" * 41, "../x"])
def test_accounts_that_may_not(name: str) -> None:
    assert not is_account(name)


def test_a_talk_with_one_person_is_no_group() -> None:
    talk = GroupRef.talk("official", "shop", "oABC")
    assert GroupRef.parse(talk.id) == talk
    assert (talk.person, talk.is_group) == ("oABC", False)


@pytest.mark.parametrize(("chat", "is_group"), [("-", False), ("-100123", True), ("@@room", True)])
def test_what_is_no_talk_is_with_no_person(chat: str, is_group: bool) -> None:
    ref = GroupRef("telegram", "main", chat)
    assert (ref.person, ref.is_group) == ("", is_group)
