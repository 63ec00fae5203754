"""Telegram: what becomes of groups, who asks to come in, reactions, and parts of messages."""

import json

import pytest

from hearth.domain.events import Fact, GroupChange, JoinRequest, Other, Reaction, Turn
from hearth.domain.groups import NO_CHAT
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms import telegram
from tests.events.sign import sample
from tests.platforms.telegram_updates import GROUP, message, update

ADMIN, ANN = "3333333", "1111111"


@pytest.mark.parametrize(
    ("name", "chat", "fact"),
    [
        ("bot_let_in", GROUP, GroupChange(Turn.ENTERED, by=ADMIN)),
        ("bot_put_out", GROUP, GroupChange(Turn.EXPELLED, by=ADMIN)),
        ("migrated_service_message", "-123456", GroupChange(Turn.MOVED, GROUP, ADMIN)),
        ("renamed_service_message", GROUP, GroupChange(Turn.RENAMED, "茶友会", ADMIN)),
        ("join_request", GROUP, JoinRequest(ANN, ANN, "小茶 李", "爱喝茶", "lc_42")),
        (
            "reaction",
            GROUP,
            Reaction("1365", ANN, ("❤", "5368324170671202286"), ("👍",)),
        ),
    ],
)
def test_what_else_happens_in_a_group(name: str, chat: str, fact: Fact) -> None:
    event = telegram.read("tg1", sample(f"telegram/{name}.json"))
    assert (event.group.chat, event.at, event.fact) == (chat, 1754400000000, fact)


def test_a_reaction_in_the_name_of_a_channel() -> None:
    content = json.loads(sample("telegram/reaction.json"))
    reaction = content["message_reaction"]
    del reaction["user"]
    reaction |= {"actor_chat": {"id": -1005, "type": "channel"}, "new_reaction": []}
    fact = telegram.read("tg1", json.dumps(content).encode()).fact
    assert fact == Reaction("1365", "-1005", (), ("👍", "paid"))


def test_what_happens_to_the_bot_in_a_private_chat_is_of_no_group() -> None:
    content = json.loads(sample("telegram/bot_put_out.json"))
    content["my_chat_member"]["chat"]["type"] = "private"
    event = telegram.read("tg1", json.dumps(content).encode())
    assert (event.group.chat, event.fact) == (NO_CHAT, Other("my_chat_member:private"))


def test_the_parts_of_a_message_are_kept_in_order() -> None:
    assert message("group_message_many_parts").segments == (
        Segment(SegmentKind.MENTION, "@tea_bot"),
        Segment(SegmentKind.MENTION, "小王", who="2222222"),
        Segment(SegmentKind.IMAGE, media="large"),
        Segment(SegmentKind.FORWARD, "茶讯"),
    )


def test_a_file_is_known_by_its_name() -> None:
    said = message("group_message_document")
    assert said.segments == (Segment(SegmentKind.FILE, "价目表.pdf", media="doc1"),)


@pytest.mark.parametrize(
    ("content", "segment"),
    [
        ({"voice": {"file_id": "v"}}, Segment(SegmentKind.VOICE, media="v")),
        (
            {"sticker": {"file_id": "s", "emoji": "🍵"}},
            Segment(SegmentKind.STICKER, "🍵", media="s"),
        ),
        (
            {"animation": {"file_id": "a"}, "document": {"file_id": "a"}},
            Segment(SegmentKind.VIDEO, media="a"),
        ),
        (
            {"contact": {"phone_number": "1", "first_name": "小", "last_name": "王"}},
            Segment(SegmentKind.CONTACT, "小 王"),
        ),
        (
            {"location": {"latitude": 1.0}, "venue": {"title": "茶馆"}},
            Segment(SegmentKind.LOCATION, "茶馆"),
        ),
        (
            {"forward_origin": {"type": "hidden_user", "sender_user_name": "某人"}},
            Segment(SegmentKind.FORWARD, "某人"),
        ),
        (
            {"forward_origin": {"type": "user", "sender_user": {"id": 5, "first_name": "小"}}},
            Segment(SegmentKind.FORWARD, "小"),
        ),
        (
            {"forward_origin": {"type": "chat", "sender_chat": {"id": -5, "title": "群"}}},
            Segment(SegmentKind.FORWARD, "群"),
        ),
    ],
)
def test_each_kind_of_part(content: dict[str, object], segment: Segment) -> None:
    fact = telegram.read("tg1", update(**content)).fact
    assert getattr(fact, "segments", None) == (segment,)
