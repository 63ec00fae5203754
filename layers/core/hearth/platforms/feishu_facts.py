"""What happened in a chat of Feishu's: the reader of its event callbacks."""

from hearth.domain.errors import Malformed
from hearth.domain.events import Event, Fact, Message, Other
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.platforms import feishu_content
from hearth.platforms.feishu_changes import CHATLESS, FACTS
from hearth.platforms.feishu_fields import identifier
from hearth.platforms.fields import Fields, parse

_CHATS = ("group", "topic_group")
_RECEIVED = "im.message.receive_v1"


def read(account: str, body: bytes) -> Event:
    """Translate a callback; raises Malformed naming the field."""
    callback = parse(body)
    if "header" not in callback:
        # Version 1, which an app may still be set to.
        kind = callback.optional("event").text("type", "") or callback.text("type")
        return Event(GroupRef("feishu", account, NO_CHAT), 0, Other(f"v1:{kind}"[:80]), body)
    header = callback.child("header")
    kind, at = header.text("event_type"), _time(header)
    if kind == _RECEIVED:
        group, fact = _spoken(account, callback.child("event"))
    else:
        chat, fact = _told(kind, callback)
        group = GroupRef("feishu", account, chat)
    return Event(group, at, fact, body)


def _told(kind: str, callback: Fields) -> tuple[str, Fact]:
    """Chat and fact of all that is no message."""
    if kind not in FACTS:
        return _place(callback), Other(kind[:80])
    event = callback.child("event")
    chat = NO_CHAT if kind in CHATLESS else identifier(event, "chat_id")
    return chat, FACTS[kind](event) or Other(kind)


def _spoken(account: str, event: Fields) -> tuple[GroupRef, Fact]:
    sender, message = event.child("sender"), event.child("message")
    place, kind = message.text("chat_type"), sender.text("sender_type", "user")
    chat = identifier(message, "chat_id")
    if place not in (*_CHATS, "p2p"):
        return GroupRef("feishu", account, NO_CHAT), Other(f"message:{place}"[:80])
    if kind != "user":
        # Programs speak too, this account's own among them.
        shared = chat if place in _CHATS else NO_CHAT
        return GroupRef("feishu", account, shared), Other(f"message:{kind}"[:80])
    member = identifier(sender.child("sender_id"), "open_id")
    if place == "p2p":
        return GroupRef.talk("feishu", account, member), _words(message, member)
    return GroupRef("feishu", account, chat), _words(message, member)


def _words(message: Fields, member: str) -> Message:
    content = feishu_content.read(message)
    return Message(
        id=identifier(message, "message_id"),
        member=member,
        text=content.text,
        links=content.links,
        segments=content.segments,
    )


def _time(header: Fields) -> int:
    text = header.text("create_time")
    if not (text.isascii() and text.isdecimal() and len(text) <= 13):
        raise Malformed("“header.create_time” must be a time in ms since 1970")
    return int(text)


def _place(callback: Fields) -> str:
    # A kind that Hearth does not know may use the name for anything: then it says nothing.
    try:
        return identifier(callback.child("event"), "chat_id")
    except Malformed:
        return NO_CHAT
