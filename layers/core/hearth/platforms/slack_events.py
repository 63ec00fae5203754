"""What happened in a Slack workspace, and where."""

from collections.abc import Callable
from dataclasses import dataclass

from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Fact, GroupChange, Membership, Other, Reaction, Turn
from hearth.domain.groups import NO_CHAT
from hearth.domain.joins import INVITE
from hearth.platforms import slack_messages
from hearth.platforms.fields import Fields
from hearth.platforms.slack_fields import identifier, is_id, milliseconds, moment

_DIRECT = "D"
"""Begins the id of a chat of two; ``channel_type`` says the same, but not in every event."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A fact with its channel, or with the person who is talked to there alone."""

    chat: str
    person: str
    at: int
    fact: Fact


def other(kind: str) -> Other:
    """Something that is kept by its name."""
    return Other(kind[:80])


def read(report: Fields) -> Happened:
    """The event in an ``event_callback``; raises Malformed naming the field."""
    event = report.child("event")
    kind = event.text("type")
    if kind == "message":
        return _message(event)
    reader = _FACTS.get(kind)
    if reader is None:
        fact = _reaction(event, kind) if kind in _REACTIONS else other(kind)
        return Happened(_place(event), "", _time(report, event), fact)
    chat, fact = reader(event, _own(report))
    return Happened(chat, "", _time(report, event), fact)


def _message(event: Fields) -> Happened:
    at = milliseconds(moment(event, "ts"))
    fact = slack_messages.read(event)
    channel = identifier(event, "channel")
    if event.raw("channel_type") != "im" and not channel.startswith(_DIRECT):
        return Happened(channel, "", at, fact)
    # A talk is known by its person, whom the account's own words do not name.
    return Happened(NO_CHAT, getattr(fact, "member", ""), at, fact)


def _reaction(event: Fields, kind: str) -> Fact:
    item = event.optional("item")
    if item.raw("type") != "message":  # a file, in no channel
        return other(kind)
    message, member = moment(item, "ts"), identifier(event, "user")
    return Reaction(message, member, **{_REACTIONS[kind]: (event.text("reaction"),)})


def _own(report: Fields) -> set[str]:
    """The account's own ids: for whose sake Slack tells of the event."""
    told = report.children("authorizations")
    return {one.text("user_id", "") for one in told if one.raw("is_bot") is True}


def _member(change: Change, turn: Turn) -> Callable[[Fields, set[str]], tuple[str, Fact]]:
    def read(event: Fields, own: set[str]) -> tuple[str, Fact]:
        chat, member = identifier(event, "channel"), identifier(event, "user")
        inviter = identifier(event, "inviter") if event.raw("inviter") else ""
        if member in own:
            return chat, GroupChange(turn, by=inviter)
        inviter = inviter if inviter != member else ""
        return chat, Membership(change, (member,), INVITE if inviter else "", inviter=inviter)

    return read


def _renamed(event: Fields, own: set[str]) -> tuple[str, Fact]:
    channel = event.child("channel")
    return identifier(channel, "id"), GroupChange(Turn.RENAMED, channel.text("name"))


def _moved(event: Fields, own: set[str]) -> tuple[str, Fact]:
    new = identifier(event, "new_channel_id")
    return identifier(event, "old_channel_id"), GroupChange(Turn.MOVED, new)


def _deleted(event: Fields, own: set[str]) -> tuple[str, Fact]:
    by = identifier(event, "actor_id") if event.raw("actor_id") else ""
    return identifier(event, "channel"), GroupChange(Turn.DISSOLVED, by=by)


_REACTIONS = {"reaction_added": "added", "reaction_removed": "removed"}

_FACTS: dict[str, Callable[[Fields, set[str]], tuple[str, Fact]]] = {
    "member_joined_channel": _member(Change.JOINED, Turn.ENTERED),
    "member_left_channel": _member(Change.LEFT, Turn.EXPELLED),
    "channel_rename": _renamed,
    "group_rename": _renamed,
    "channel_id_changed": _moved,
    "channel_deleted": _deleted,
    "group_deleted": _deleted,
}
"""Kind of event → reader of chat and fact. All others are kept by name."""


# A kind that Hearth does not know may use these names for anything: then they say nothing.


def _place(event: Fields) -> str:
    item = event.raw("item")
    holder = item if isinstance(item, dict) else event.content
    channel = holder.get("channel")
    if not isinstance(channel, str) or not is_id(channel) or channel.startswith(_DIRECT):
        return NO_CHAT
    return channel


def _time(report: Fields, event: Fields) -> int:
    try:
        return milliseconds(moment(event, "event_ts"))
    except Malformed:
        return report.milliseconds("event_time") if "event_time" in report else 0
