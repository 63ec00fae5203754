"""Telegram's messages: who speaks, and what is no speech."""

from hearth.domain.events import Fact, Message, Other, Role
from hearth.platforms import telegram_content, telegram_members, telegram_turns
from hearth.platforms.fields import Fields, whole

_SPEECH = (
    "text caption photo sticker video animation document audio voice video_note contact location "
    "venue poll dice game story paid_media checklist"
)
"""Fields that make a message somebody's words."""

_ENVELOPE = (
    "message_id message_thread_id date edit_date chat from sender_chat sender_boost_count "
    "sender_business_bot is_topic_message has_protected_content reply_to_message via_bot"
)
"""Fields that any message may have; the others say what a service message is about."""


def read(message: Fields) -> Fact:
    """The fact in a message of a group."""
    if "new_chat_members" in message:
        return telegram_members.joined(message)
    if "left_chat_member" in message:
        return telegram_members.left(message)
    if turn := telegram_turns.served(message):
        return turn
    if not any(name in message for name in _SPEECH.split()):
        return Other(_service(message))
    return _words(message)


def _service(message: Fields) -> str:
    about = next((name for name in message.content if name not in _ENVELOPE.split()), "service")
    return f"message:{whole(about)}"[:80]


def _words(message: Fields) -> Message:
    content = telegram_content.read(message)
    member, name, role = _chat(message) if "sender_chat" in message else _person(message)
    return Message(
        id=str(message.integer("message_id")),
        member=member,
        text=content.text,
        name=name,
        role=role,
        links=content.links,
        quoted=content.quoted,
        edited="edit_date" in message,
        segments=content.segments,
    )


def _person(message: Fields) -> tuple[str, str, Role]:
    user = message.child("from")
    return user.identifier("id"), telegram_members.name_of(user), Role.UNKNOWN


def _chat(message: Fields) -> tuple[str, str, Role]:
    """A chat that speaks: an anonymous administrator as the group, or some channel."""
    chat = message.child("sender_chat")
    member = chat.identifier("id")
    own = member == message.child("chat").identifier("id")
    # The group's linked channel is its owner's: its posts appear by themselves.
    linked = message.raw("is_automatic_forward") is True
    role = Role.ADMIN if own or linked else Role.UNKNOWN
    return member, chat.text("title", ""), role
