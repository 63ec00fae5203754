"""Who comes to Telegram groups and who leaves."""

from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.events import Change, Membership, Other, Role, RoleChange
from hearth.platforms import telegram
from tests.events.sign import sample
from tests.platforms.telegram_updates import GROUP, member_update, update

JOINED = Membership(Change.JOINED, ("1111111",), "lc_42", ("小 明",), Role.MEMBER)


@pytest.mark.parametrize(
    ("name", "membership"),
    [
        ("join_by_named_link", JOINED),
        ("join_added", replace(JOINED, via="invite", inviter="3333333")),
        ("leave", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
        ("kicked", Membership(Change.LEFT, ("1111111",), "", ("小 明",))),
        (
            "join_added_service_message",
            Membership(
                Change.JOINED,
                ("1111111", "2222222"),
                "invite",
                ("小 明", "Ada"),
                inviter="3333333",
            ),
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


ROLES = {
    "member": Role.MEMBER,
    "administrator": Role.ADMIN,
    "creator": Role.OWNER,
    "restricted": Role.MEMBER,
}


@pytest.mark.parametrize("old", [*OUT, *IN])
@pytest.mark.parametrize("new", [*OUT, *IN])
def test_every_transition(old: dict[str, Any], new: dict[str, Any]) -> None:
    fact = telegram.read("tg1", member_update(old, new)).fact
    if old in OUT and new in IN:
        assert isinstance(fact, Membership)
        assert fact.change is Change.JOINED
        assert fact.role is ROLES[new["status"]]
    elif old in IN and new in OUT:
        assert isinstance(fact, Membership)
        assert fact.change is Change.LEFT
    elif new in IN:
        assert fact == RoleChange("1111111", ROLES[new["status"]], "小 明")
    else:
        assert fact == Other("chat_member")


@pytest.mark.parametrize(("name", "role"), [("promoted", Role.ADMIN), ("restricted", Role.MEMBER)])
def test_another_role_of_somebody_in_the_group(name: str, role: Role) -> None:
    event = telegram.read("tg1", sample(f"telegram/{name}.json"))
    assert event.fact == RoleChange("1111111", role, "小 明")
    assert (event.group.chat, event.at) == (GROUP, 1754400000000)


def test_a_status_that_telegram_may_invent_is_kept_by_name() -> None:
    fact = telegram.read("tg1", member_update({"status": "left"}, {"status": "guest"})).fact
    assert fact == Other("chat_member")


@pytest.mark.parametrize(
    ("told", "via"),
    [
        ({"invite_link": {"invite_link": "https://t.me/+x"}}, "https://t.me/+x"),
        ({"invite_link": {"invite_link": "https://t.me/+x", "name": "lc_tea"}}, "lc_tea"),
        (
            {"invite_link": {"invite_link": "https://t.me/+" + "x" * 500}},
            f"https://t.me/+{'x' * 186}",
        ),
        ({"invite_link": {"name": "lc_tea"}, "via_join_request": True}, "lc_tea"),
        ({"invite_link": {}}, ""),
        ({"via_join_request": True}, "request"),
        ({"via_chat_folder_invite_link": True}, "folder"),
    ],
)
def test_the_way_of_a_coming_and_that_who_let_him_in_did_not_bring_him(
    told: dict[str, Any], via: str
) -> None:
    body = member_update(OUT[0], IN[0], **told)
    assert telegram.read("tg1", body).fact == replace(JOINED, via=via)


def test_who_was_added_by_nobody_in_particular_was_brought_by_nobody() -> None:
    body = member_update(OUT[0], IN[0], **{"from": {"id": 1111111}})
    assert telegram.read("tg1", body).fact == replace(JOINED, via="")


def test_an_empty_list_of_new_members_is_no_coming() -> None:
    assert telegram.read("tg1", update(new_chat_members=[])).fact == Other(
        "message:new_chat_members"
    )
