"""Feishu's callbacks become events."""

import json
from typing import Any

import pytest

from hearth.domain.errors import Malformed
from hearth.domain.events import (
    Change,
    Event,
    Fact,
    GroupChange,
    Membership,
    Message,
    Other,
    Reaction,
    Recall,
    Role,
    RoleChange,
    Turn,
)
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.domain.segments import EVERYBODY, Segment, SegmentKind
from hearth.platforms import feishu
from tests.events.sign import sample

CHAT = "oc_testgroup0001"
MEMBER = "ou_testmember01"
RED = Segment(SegmentKind.MENTION, "@小红", who="ou_testmember02")


def read(name: str) -> Event:
    return feishu.read("main", sample(f"feishu/{name}.json"))


def message(name: str) -> Message:
    fact = read(name).fact
    assert isinstance(fact, Message)
    return fact


def changed(name: str, part: str, **changes: Any) -> bytes:
    content = json.loads(sample(f"feishu/{name}.json"))
    holder = content
    for step in part.split("."):
        holder = holder[step]
    holder |= changes
    return json.dumps(content).encode()


def test_a_message_is_read_with_place_time_and_sender() -> None:
    event = read("message_text")
    assert event.group == GroupRef("feishu", "main", CHAT)
    assert event.at == 1754400001000
    assert event.fact == Message(id="om_test0001", member=MEMBER, text="大家好 😀")


def test_names_take_the_place_of_keys() -> None:
    fact = message("message_mention")
    assert fact.text == "@小红 看这里 https://a.example/x @all"
    assert fact.links == ("https://a.example/x",)
    assert fact.segments == (RED, Segment(SegmentKind.MENTION, "@all", who=EVERYBODY))


def test_a_key_is_not_the_beginning_of_another() -> None:
    content = json.dumps({"text": "@_user_10 @_user_1"})
    body = changed("message_mention", "event.message", content=content)
    fact = feishu.read("main", body).fact
    assert isinstance(fact, Message)
    assert fact.text == "@user_10 @小红"
    assert [segment.who for segment in fact.segments] == ["", "ou_testmember02"]


def test_a_post_is_read_line_by_line() -> None:
    fact = message("message_post")
    assert fact.text == "活动\n报名：点这里@小红"
    assert fact.links == ("https://hidden.example/y",)
    assert fact.segments == (RED, Segment(SegmentKind.IMAGE, media="img_test01"))


@pytest.mark.parametrize(
    ("name", "segments", "links"),
    [
        ("message_image", (Segment(SegmentKind.IMAGE, media="img_test02"),), ()),
        ("message_file", (Segment(SegmentKind.FILE, "名单.xlsx", media="file_test01"),), ()),
        ("message_audio", (Segment(SegmentKind.VOICE, media="file_test02"),), ()),
        (
            "message_share_chat",
            (Segment(SegmentKind.CONTACT, who="oc_testother0001"),),
            ("contact:group:oc_testother0001",),
        ),
        ("message_card", (Segment(SegmentKind.CARD, "优惠"),), ("https://card.example/z",)),
        ("message_forward", (Segment(SegmentKind.FORWARD),), ()),
        ("message_unknown_form", (), ("https://new.example/s",)),
    ],
)
def test_what_is_no_text(name: str, segments: tuple[Segment, ...], links: tuple[str, ...]) -> None:
    fact = message(name)
    assert (fact.text, fact.segments, fact.links) == ("", segments, links)


def test_a_talk_is_with_one_person() -> None:
    event = read("private_message")
    assert event.group == GroupRef.talk("feishu", "main", MEMBER)
    assert message("private_message").text == "你好"


def joined(*people: tuple[str, str], inviter: str = "") -> Membership:
    members, names = zip(*people, strict=True)
    via = "invite" if inviter else ""
    return Membership(Change.JOINED, members, via, names, inviter=inviter)


MING, LI = ("ou_testmember03", "小明"), ("ou_testmember04", "小丽")


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("join_invited", joined(MING, LI, inviter="ou_testadmin01")),
        ("join_by_oneself", joined(MING)),
        ("leave", Membership(Change.LEFT, ("ou_testmember03",), names=("小明",))),
        ("withdrawn", Membership(Change.LEFT, ("ou_testmember04",), names=("小丽",))),
        ("entered", GroupChange(Turn.ENTERED, by="ou_testadmin01")),
        ("expelled", GroupChange(Turn.EXPELLED, by="ou_testadmin01")),
        ("disbanded", GroupChange(Turn.DISSOLVED, by="ou_testadmin01")),
        ("renamed", GroupChange(Turn.RENAMED, "读书二群", "ou_testadmin01")),
        ("owner_changed", RoleChange(MEMBER, Role.OWNER)),
        ("description_changed", Other("im.chat.updated_v1")),
        ("recalled", Recall("om_test0001")),
        ("message_of_app", Other("message:app")),
        ("unknown_event", Other("im.chat.sparkled_v1")),
    ],
)
def test_what_happens_in_a_chat(name: str, fact: Fact) -> None:
    event = read(name)
    assert event.group.chat == CHAT
    assert event.fact == fact


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("reaction", Reaction("om_test0001", "ou_testmember02", ("SMILE",))),
        ("reaction_taken_back", Reaction("om_test0001", "ou_testmember02", removed=("SMILE",))),
        ("reaction_of_app", Other("im.message.reaction.created_v1")),
        ("unknown_event_without_chat", Other("contact.user.created_v3")),
        ("version_1", Other("v1:message")),
    ],
)
def test_what_tells_no_chat(name: str, fact: Fact) -> None:
    event = read(name)
    assert event.group.chat == NO_CHAT
    assert event.fact == fact


@pytest.mark.parametrize(
    ("name", "part", "change", "complaint"),
    [
        ("message_text", "header", {"create_time": "soon"}, "header.create_time"),
        ("message_text", "header", {"create_time": None}, "header.create_time"),
        ("message_text", "header", {"event_type": 5}, "header.event_type"),
        ("message_text", "event.message", {"content": "{"}, "event.message.content"),
        ("message_text", "event.message", {"content": '{"text":5}'}, "message.content.text"),
        ("message_text", "event.message", {"chat_id": "~x"}, "event.message.chat_id"),
        ("message_text", "event.message", {"message_id": "a b"}, "event.message.message_id"),
        ("message_text", "event.sender.sender_id", {"open_id": ""}, "sender_id.open_id"),
        ("message_post", "event.message", {"content": '{"content":5}'}, "content.content"),
        ("message_post", "event.message", {"content": '{"content":[[5]]}'}, "row"),
        ("join_invited", "event", {"users": 5}, "event.users"),
        ("join_invited", "event", {"users": [{}]}, "user_id"),
        ("reaction", "event.reaction_type", {"emoji_type": None}, "emoji_type"),
    ],
)
def test_a_wrong_field_is_named(
    name: str, part: str, change: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(Malformed, match=complaint):
        feishu.read("main", changed(name, part, **change))


def test_long_and_empty_texts_are_read() -> None:
    for text in ("", "长" * 20_000):
        content = json.dumps({"text": text})
        fact = feishu.read("main", changed("message_text", "event.message", content=content)).fact
        assert isinstance(fact, Message)
        assert fact.text == text


def test_people_who_are_not_told_are_nobody_s_coming() -> None:
    event = feishu.read("main", changed("join_invited", "event", users=[]))
    assert event.fact == Other("im.chat.member.user.added_v1")
