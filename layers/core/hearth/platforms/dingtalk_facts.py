"""What DingTalk tells: a robot's messages, and events by name."""

import re
from collections.abc import Iterator

from hearth.domain.errors import Malformed
from hearth.domain.events import Event, Fact, Message, Other, Role
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms.fields import Fields, parse
from hearth.platforms.links import in_text

_ID = re.compile(r"[A-Za-z0-9$_+/=][\x21-\x7e]{0,119}")
_LATEST = 10**13
_ALONE, _GROUP = "1", "2"
_MEDIA = {
    "picture": SegmentKind.IMAGE,
    "audio": SegmentKind.VOICE,
    "video": SegmentKind.VIDEO,
    "file": SegmentKind.FILE,
}
"""``msgtype`` → what is sent."""


def read(account: str, body: bytes) -> Event:
    """Translate a plain body; raises Malformed naming the field."""
    content = parse(body)
    if "EventType" in content:
        fact: Fact = Other(content.text("EventType")[:80])
        return Event(GroupRef("dingtalk", account, NO_CHAT), _told(content), fact, body)
    group, fact = _spoken(account, content)
    at = content.integer("createAt", least=0)
    if at >= _LATEST:
        raise Malformed("“createAt” must be a time in ms since 1970")
    return Event(group, at, fact, body)


def _told(content: Fields) -> int:
    # Not every event has a time, and some write it as text.
    text = str(content.raw("TimeStamp"))
    return int(text) if re.fullmatch(r"[0-9]{1,13}", text) else 0


def _spoken(account: str, content: Fields) -> tuple[GroupRef, Fact]:
    chat, member = _identifier(content, "conversationId"), _member(content)
    place = content.text("conversationType")
    if place == _ALONE:
        return GroupRef.talk("dingtalk", account, member), _message(content, member)
    if place == _GROUP:
        return GroupRef("dingtalk", account, chat), _message(content, member)
    return GroupRef("dingtalk", account, NO_CHAT), Other(f"message:{place}"[:80])


def _member(content: Fields) -> str:
    """The staff number; people from outside of the corporation have none."""
    name = "senderStaffId" if content.raw("senderStaffId") else "senderId"
    return _identifier(content, name)


def _message(content: Fields, member: str) -> Message:
    kind = content.text("msgtype")
    parts = list(_parts(content)) if kind == "richText" else []
    said = content.child("text").text("content") if kind == "text" else ""
    # Where the robot was mentioned, a blank is left.
    text = (said or "".join(part.text("text", "") for part in parts)).strip()
    sent = (_rich(part) for part in parts if part.raw("type") == "picture")
    return Message(
        id=_identifier(content, "msgId"),
        member=member,
        text=text,
        name=content.text("senderNick", ""),
        role=Role.ADMIN if content.raw("isAdmin") is True else Role.UNKNOWN,
        links=in_text(text),
        segments=(*_mentions(content), *sent, *_media(kind, content)),
    )


def _mentions(content: Fields) -> Iterator[Segment]:
    for user in content.children("atUsers"):
        who = user.text("staffId", "") or user.text("dingtalkId", "")
        yield Segment(SegmentKind.MENTION, who=who)


def _parts(content: Fields) -> Iterator[Fields]:
    return content.child("content").children("richText")


def _rich(part: Fields) -> Segment:
    return Segment(SegmentKind.IMAGE, media=part.text("downloadCode", ""))


def _media(kind: str, content: Fields) -> Iterator[Segment]:
    if kind in _MEDIA:
        sent = content.optional("content")
        name, code = sent.text("fileName", ""), sent.text("downloadCode", "")
        yield Segment(_MEDIA[kind], name, media=code)


def _identifier(content: Fields, name: str) -> str:
    value = content.text(name)
    if not _ID.fullmatch(value):
        raise Malformed(f"“{name}” must be 1–120 visible ASCII characters")
    return value
