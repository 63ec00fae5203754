"""What people say on QQ, in Hearth's words."""

from typing import Any

import pytest

from hearth.domain.events import Role
from hearth.domain.segments import EVERYBODY, Segment, SegmentKind
from tests.platforms.qq_payloads import event, message, said

GROUP = "0A1B2C3D4E5F60718293A4B5C6D7E8F0"
MEMBER = "11112222333344445555666677778888"
OTHER = "AAAABBBBCCCCDDDDEEEEFFFF00001111"
_FILES = "https://multimedia.vendor.example/download?id="


def test_words_to_the_bot_in_a_group() -> None:
    read = event("group_at_plain")
    assert (read.group.id, read.at) == (f"qq:bot:{GROUP}", 1754400001000)
    told = message("group_at_plain")
    assert (told.id, told.member) == ("ROBOT1.0_test-group_at_plain!!", MEMBER)
    assert (told.text, told.name, told.role) == ("喝茶吗？", "", Role.UNKNOWN)
    assert (told.links, told.segments, told.quoted) == ((), (), "")


def test_words_to_all_in_a_group() -> None:
    told = message("group_message_admin")
    assert (told.text, told.name, told.role) == ("今晚八点开茶会 🍵", "茶馆掌柜", Role.ADMIN)


@pytest.mark.parametrize(
    ("said_role", "role"),
    [("owner", Role.OWNER), ("member", Role.MEMBER), ("robot", Role.UNKNOWN), (5, Role.UNKNOWN)],
)
def test_roles_in_a_group(said_role: object, role: Role) -> None:
    author = {"member_openid": MEMBER, "member_role": said_role}
    assert said("group_message_admin", author=author).role is role


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        (["1"], Role.MEMBER),
        (["1", "5"], Role.ADMIN),
        (["11", "2"], Role.ADMIN),
        (["2", "4"], Role.OWNER),
        (["11"], Role.UNKNOWN),
        ("4", Role.UNKNOWN),
        (None, Role.UNKNOWN),
    ],
)
def test_roles_in_a_guild(roles: object, role: Role) -> None:
    assert said("channel_at_message", member={"roles": roles}).role is role


@pytest.mark.parametrize("member", [None, "x", [], 0])
def test_a_guild_may_tell_nothing_of_roles(member: object) -> None:
    assert said("channel_at_message", member=member).role is Role.UNKNOWN


def test_links_of_the_text() -> None:
    assert message("group_at_link").links == ("https://spam.example/join",)


def test_what_is_attached() -> None:
    told = message("group_at_attachments")
    assert told.segments == (
        Segment(SegmentKind.IMAGE, "茶.jpg", f"{_FILES}1"),
        Segment(SegmentKind.VIDEO, "tea.mp4", f"{_FILES}2"),
        Segment(SegmentKind.VOICE, "tea.silk", f"{_FILES}3"),
        Segment(SegmentKind.FILE, "价目表.pdf", f"{_FILES}4"),
    )
    assert (told.text, told.links) == ("", ())


def test_who_is_mentioned() -> None:
    told = message("group_message_mentions")
    assert told.text == "@大壶 看群公告"
    assert told.segments == (
        Segment(SegmentKind.MENTION, "大壶", who=OTHER),
        Segment(SegmentKind.MENTION, "全体成员", who=EVERYBODY),
    )


def test_a_mention_of_nobody_that_is_told_keeps_its_id() -> None:
    assert said("group_at_plain", content="<@!123>，<@x y> <b>").text == "@123，<@x y> <b>"


def test_all_of_a_channel_are_mentioned() -> None:
    assert message("channel_message_owner").segments == (
        Segment(SegmentKind.MENTION, who=EVERYBODY),
    )


def test_what_is_quoted_is_not_held_against_the_quoter() -> None:
    told = message("group_message_quote")
    assert (told.text, told.links) == ("请不要发广告", ())
    assert told.quoted == "领红包 https://spam.example/y"


@pytest.mark.parametrize("told", [5, "x", [5], [{"content": 5}], [{}], {}])
def test_a_quote_of_an_unknown_form_is_none(told: Any) -> None:
    assert said("group_message_quote", msg_elements=told).quoted == ""


def test_cards_of_a_channel() -> None:
    told = message("channel_message_cards")
    assert told.links == ("https://spam.example/card",)
    assert told.segments == (
        Segment(SegmentKind.CARD, "名额有限 点这里", "https://spam.example/card"),
        Segment(SegmentKind.CARD, "茶会 报名 地点：二楼"),
    )


def test_links_of_text_and_cards_are_told_once_in_order() -> None:
    card = {"content": "[茶](https://b.example/x) https://a.example/"}
    told = said("group_at_plain", content="https://a.example/ www.c.example", markdown=card)
    assert told.links == ("https://a.example/", "www.c.example", "https://b.example/x")


def test_talks_with_one_person() -> None:
    read = event("talk")
    assert (read.group.person, read.group.is_group) == (MEMBER, False)
    assert message("talk").member == MEMBER
    assert message("talk").links == ("www.tea.example",)
    assert event("direct_message").group.person == "3300000000000000001"


def test_words_in_a_channel() -> None:
    read, told = event("channel_at_message"), message("channel_at_message")
    assert read.group.chat == "1700001"
    assert (told.member, told.name) == ("3300000000000000001", "频道茶友")
    assert told.text == "@茶机器人 茶"


@pytest.mark.parametrize("text", ["", "茶" * 20_000, "👨‍👩‍👧 ]]> <!DOCTYPE>"])
def test_any_text(text: str) -> None:
    assert said("group_at_plain", content=f" {text}").text == text
