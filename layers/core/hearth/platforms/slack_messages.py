"""Slack's messages: who speaks, what is changed or taken back, and what is no speech."""

from hearth.domain.events import Fact, Message, Other, Recall
from hearth.platforms import slack_content
from hearth.platforms.fields import Fields
from hearth.platforms.slack_fields import identifier, moment

_SPEECH = ("", "thread_broadcast", "file_share", "me_message")
"""Subtypes that are somebody's words."""


def read(event: Fields) -> Fact:
    """The fact in an event ``message``."""
    subtype = event.text("subtype", "")
    if subtype == "message_changed":
        return _changed(event)
    if subtype == "message_deleted":
        return _recall(event, moment(event, "deleted_ts"))
    return _spoken(event, edited=False)


def _changed(event: Fields) -> Fact:
    message = event.child("message")
    if message.raw("subtype") == "tombstone":
        # So Slack tells that a message with answers was deleted.
        return _recall(event, moment(message, "ts"))
    if "edited" not in message:
        # Slack itself added a preview, for example.
        return Other("message:message_changed")
    return _spoken(message, edited=True)


def _recall(event: Fields, message: str) -> Recall:
    before = event.optional("previous_message")
    member = identifier(before, "user") if before.raw("user") else ""
    return Recall(message, member)


def _spoken(message: Fields, edited: bool) -> Fact:
    subtype = message.text("subtype", "")
    if message.raw("bot_id") or subtype == "bot_message":
        return Other("message:bot")
    if subtype not in _SPEECH:
        return Other(f"message:{subtype}"[:80])
    return _words(message, edited)


def _words(message: Fields, edited: bool) -> Message:
    content = slack_content.read(message)
    profile = message.optional("user_profile")
    return Message(
        id=moment(message, "ts"),
        member=identifier(message, "user"),
        text=content.text,
        name=profile.text("display_name", "") or profile.text("real_name", ""),
        links=content.links,
        quoted=content.quoted,
        edited=edited,
        segments=content.segments,
    )
