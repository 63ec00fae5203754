"""What people say on QQ: to a group, in a channel of a guild, to the bot alone."""

from collections.abc import Callable
from typing import TypeAlias

from hearth.domain.events import Fact, Message, Role
from hearth.platforms import qq_content
from hearth.platforms.fields import Fields
from hearth.platforms.qq_fields import child_if_told, identity, moment, text_if_told

Happening: TypeAlias = tuple[str, int, Fact]
"""Chat, time, fact."""

Reader: TypeAlias = Callable[[Fields], Happening]

_ROLES = {"owner": Role.OWNER, "admin": Role.ADMIN, "member": Role.MEMBER}
_CHANNEL_ROLES = (("4", Role.OWNER), ("2", Role.ADMIN), ("5", Role.ADMIN), ("1", Role.MEMBER))
"""Ids of the roles that every guild has, the highest first; 5 runs one channel."""


def group_message(item: Fields) -> Happening:
    """Words in a group."""
    author = item.child("author")
    role = _ROLES.get(text_if_told(author, "member_role"), Role.UNKNOWN)
    fact = _words(item, identity(author, "member_openid"), role)
    return identity(item, "group_openid"), moment(item, "timestamp"), fact


def channel_message(item: Fields) -> Happening:
    """Words in a channel of a guild."""
    roles = child_if_told(item, "member").raw("roles")
    told = roles if isinstance(roles, list) else []
    role = next((role for id, role in _CHANNEL_ROLES if id in told), Role.UNKNOWN)
    fact = _words(item, identity(item.child("author"), "id"), role)
    return identity(item, "channel_id"), moment(item, "timestamp"), fact


def talk(name: str) -> Reader:
    """Words to the bot alone, by who is called ``author.name``; the chat is that person."""

    def read(item: Fields) -> Happening:
        person = identity(item.child("author"), name)
        return person, moment(item, "timestamp"), _words(item, person, Role.UNKNOWN)

    return read


def _words(item: Fields, member: str, role: Role) -> Message:
    said = qq_content.read(item)
    return Message(
        id=identity(item, "id"),
        member=member,
        text=said.text,
        name=text_if_told(item.child("author"), "username"),
        role=role,
        links=said.links,
        quoted=said.quoted,
        segments=said.segments,
    )
