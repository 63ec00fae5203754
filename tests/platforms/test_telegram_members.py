"""Who comes to Telegram groups and who leaves."""

from typing import Any

import pytest

from hearth.domain.events import Change, Membership, Other
from hearth.platforms import telegram
from tests.events.sign import sample
from tests.platforms.telegram_updates import GROUP, member_update, update


@pytest.mark.parametrize(
    ("name", "membership"),
    [
        ("join_by_named_link", Membership(Change.JOINED, ("1111111",), "lc_42", ("小 明",))),
        ("join_added", Membership(Change.JOINED, ("1111111",), "invite", ("小 明",))),
        ("leave", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
        ("kicked", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
        (
            "join_added_service_message",
            Membership(Change.JOINED, ("1111111", "2222222"), "invite", ("小 明", "Ada")),
        ),
        ("join_by_link_service_message", Membership(Change.JOINED, ("1111111",), "", ("小 明",))),
        ("leave_service_message", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
    ],
)
def test_comings_and_goings(name: str, membership: Membership) -> None:
    event = telegram.read("tg1", sample(f"telegram/{name}.json"))
    assert event.fact == membership
    assert event.group.chat == GROUP


OUT = ({"status": "left"}, {"status": "kicked"}, {"status": "restricted", "is_member": False})


IN = (
    {"status": "member"},
    {"status": "administrator"},
    {"status": "creator"},
    {"status": "restricted", "is_member": True},
)


@pytest.mark.parametrize("old", [*OUT, *IN])
@pytest.mark.parametrize("new", [*OUT, *IN])
def test_every_transition(old: dict[str, Any], new: dict[str, Any]) -> None:
    fact = telegram.read("tg1", member_update(old, new)).fact
    if old in OUT and new in IN:
        assert isinstance(fact, Membership)
        assert fact.change is Change.JOINED
    elif old in IN and new in OUT:
        assert isinstance(fact, Membership)
        assert fact.change is Change.LEFT
    else:
        assert fact == Other("chat_member")


def test_a_link_without_a_name_tells_nothing() -> None:
    body = member_update(OUT[0], IN[0], invite_link={"invite_link": "https://t.me/+x"})
    assert telegram.read("tg1", body).fact == Membership(
        Change.JOINED, ("1111111",), "", ("小 明",)
    )


def test_an_empty_list_of_new_members_is_no_coming() -> None:
    assert telegram.read("tg1", update(new_chat_members=[])).fact == Other(
        "message:new_chat_members"
    )
