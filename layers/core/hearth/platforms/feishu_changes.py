"""Who came, who left, and what became of a chat or a message, as Feishu tells it."""

from collections.abc import Callable

from hearth.domain.events import (
    Change,
    Fact,
    GroupChange,
    Membership,
    Reaction,
    Recall,
    Role,
    RoleChange,
    Turn,
)
from hearth.domain.joins import INVITE
from hearth.platforms.feishu_fields import identifier
from hearth.platforms.fields import Fields


def _people(change: Change) -> Callable[[Fields], Fact | None]:
    def read_people(event: Fields) -> Fact | None:
        users = list(event.children("users"))
        if not users:
            return None
        members = tuple(identifier(user.child("user_id"), "open_id") for user in users)
        names = tuple(user.text("name", "") for user in users)
        by = _operator(event) if change is Change.JOINED else ""
        inviter = "" if by in members else by
        via = INVITE if inviter else ""
        return Membership(change, members, via, names if any(names) else (), inviter=inviter)

    return read_people


def _turned(turn: Turn) -> Callable[[Fields], Fact]:
    return lambda event: GroupChange(turn, by=_operator(event))


def _changed(event: Fields) -> Fact | None:
    before, after = event.optional("before_change"), event.optional("after_change")
    name = after.text("name", "")
    if name and name != before.text("name", ""):
        return GroupChange(Turn.RENAMED, name, _operator(event))
    if "owner_id" in after:
        return RoleChange(identifier(after.child("owner_id"), "open_id"), Role.OWNER)
    return None


def _recalled(event: Fields) -> Fact:
    return Recall(identifier(event, "message_id"))


def _reacted(event: Fields) -> Fact | None:
    return _reaction(event, added=True)


def _unreacted(event: Fields) -> Fact | None:
    return _reaction(event, added=False)


def _reaction(event: Fields, added: bool) -> Fact | None:
    if event.text("operator_type", "user") != "user":
        return None
    member = identifier(event.child("user_id"), "open_id")
    signs = (event.child("reaction_type").text("emoji_type"),)
    put, taken = (signs, ()) if added else ((), signs)
    return Reaction(identifier(event, "message_id"), member, put, taken)


def _operator(event: Fields) -> str:
    """Who did it; empty if not told."""
    who = event.optional("operator_id")
    return identifier(who, "open_id") if who.raw("open_id") else ""


FACTS: dict[str, Callable[[Fields], Fact | None]] = {
    "im.chat.member.user.added_v1": _people(Change.JOINED),
    "im.chat.member.user.deleted_v1": _people(Change.LEFT),
    "im.chat.member.user.withdrawn_v1": _people(Change.LEFT),
    "im.chat.member.bot.added_v1": _turned(Turn.ENTERED),
    "im.chat.member.bot.deleted_v1": _turned(Turn.EXPELLED),
    "im.chat.disbanded_v1": _turned(Turn.DISSOLVED),
    "im.chat.updated_v1": _changed,
    "im.message.recalled_v1": _recalled,
    "im.message.reaction.created_v1": _reacted,
    "im.message.reaction.deleted_v1": _unreacted,
}
"""Kind of callback → reader; it gives None for what Hearth does not act on."""

CHATLESS = ("im.message.reaction.created_v1", "im.message.reaction.deleted_v1")
"""Kinds that do not tell in which chat it was."""
