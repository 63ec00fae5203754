"""DingTalk's callbacks become events."""

import json
from typing import Any

import pytest

from hearth.domain.errors import Malformed
from hearth.domain.events import Event, Message, Other, Role
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms import dingtalk
from tests.events.sign import sample

ROBOT = Segment(SegmentKind.MENTION, who="$:LWCP_v1:$TESTROBOT001")


def read(name: str, **changes: Any) -> Event:
    body = sample(f"dingtalk/{name}.json")
    return dingtalk.read("main", json.dumps(json.loads(body) | changes).encode())


def message(name: str, **changes: Any) -> Message:
    fact = read(name, **changes).fact
    assert isinstance(fact, Message)
    return fact


def test_a_message_is_read_with_place_time_and_sender() -> None:
    body = sample("dingtalk/group_text.json")
    event = dingtalk.read("main", body)
    assert event.raw == body
    assert event.group == GroupRef("dingtalk", "main", "cidTESTGROUP0001==")
    assert event.at == 1754400001000
    assert event.fact == Message(
        id="msgTEST0001==", member="test0001", text="大家好 😀", name="小明", segments=(ROBOT,)
    )


def test_a_talk_is_with_one_person() -> None:
    event = read("private_text")
    assert event.group == GroupRef.talk("dingtalk", "main", "test0001")
    assert message("private_text").segments == ()


def test_who_has_no_staff_number_is_known_by_another() -> None:
    assert message("group_outsider").member == "$:LWCP_v1:$TESTMEMBER01"
    assert message("group_text", senderStaffId="").member == "$:LWCP_v1:$TESTMEMBER01"


def test_administrators_are_staff_and_of_others_nothing_is_known() -> None:
    assert message("group_admin").role is Role.ADMIN
    assert message("group_text").role is Role.UNKNOWN
    assert message("group_text", isAdmin="true").role is Role.UNKNOWN


@pytest.mark.parametrize(
    ("name", "text", "links", "segments"),
    [
        ("group_link", "看这里 https://a.example/x", ("https://a.example/x",), (ROBOT,)),
        ("group_mentions", "你好", (), (ROBOT, Segment(SegmentKind.MENTION, who="test0002"))),
        (
            "group_rich",
            "报名 https://b.example/y",
            ("https://b.example/y",),
            (ROBOT, Segment(SegmentKind.IMAGE, media="codeTEST01")),
        ),
        ("group_picture", "", (), (ROBOT, Segment(SegmentKind.IMAGE, media="codeTEST02"))),
        ("private_file", "", (), (Segment(SegmentKind.FILE, "名单.xlsx", media="codeTEST03"),)),
        ("group_unknown_form", "", (), (ROBOT,)),
    ],
)
def test_what_messages_hold(
    name: str, text: str, links: tuple[str, ...], segments: tuple[Segment, ...]
) -> None:
    fact = message(name)
    assert (fact.text, fact.links, fact.segments) == (text, links, segments)


@pytest.mark.parametrize(
    ("name", "at", "kind"),
    [
        ("told_check_url", 0, "check_url"),
        ("told_user_added", 1754400020000, "user_add_org"),
        ("told_unknown", 1754400021000, "org_sparkled"),
        ("unknown_place", 1754400011000, "message:3"),
    ],
)
def test_other_facts_are_kept_by_name(name: str, at: int, kind: str) -> None:
    event = read(name)
    assert (event.fact, event.group.chat, event.at) == (Other(kind), NO_CHAT, at)


@pytest.mark.parametrize("length", [0, 20_000])
def test_long_and_empty_texts_are_read(length: int) -> None:
    assert message("group_text", text={"content": "长" * length}).text == "长" * length


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"conversationId": "~x"}, "conversationId"),
        ({"conversationId": None}, "conversationId"),
        ({"conversationType": 2}, "conversationType"),
        ({"msgId": ""}, "msgId"),
        ({"msgtype": None}, "msgtype"),
        ({"senderStaffId": None, "senderId": "a b"}, "senderId"),
        ({"text": None}, "text"),
        ({"text": {"content": 5}}, "text.content"),
        ({"createAt": "soon"}, "createAt"),
        ({"createAt": 10**13}, "createAt"),
        ({"atUsers": 5}, "atUsers"),
        ({"msgtype": "richText", "content": {"richText": 5}}, "content.richText"),
        ({"EventType": 5}, "EventType"),
    ],
)
def test_a_wrong_field_is_named(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        read("group_text", **changes)
