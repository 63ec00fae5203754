"""Facts received from chat platforms. An event is immutable and stored raw."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from hearth.domain.groups import GroupRef
from hearth.domain.segments import Segment


class Role(StrEnum):
    """What a member is in a group, as the platform says."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    UNKNOWN = "unknown"

    @property
    def is_staff(self) -> bool:
        """Owners and administrators are never sanctioned by rules."""
        return self in (Role.OWNER, Role.ADMIN)


class Change(StrEnum):
    """What happened to a membership."""

    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Message:
    """Something a member wrote. ``links`` holds every address in text, entities and cards."""

    id: str
    member: str
    text: str
    name: str = ""
    role: Role = Role.UNKNOWN
    links: tuple[str, ...] = ()
    quoted: str = ""
    """Text of somebody else that was quoted; never held against the quoter."""
    edited: bool = False
    """A new wording of an earlier message: judged again, but not counted as another."""
    segments: tuple[Segment, ...] = ()
    """What it holds besides ``text``, in order."""


@dataclass(frozen=True, slots=True)
class Membership:
    """People who came or went, in one fact because the platform told of them in one."""

    change: Change
    members: tuple[str, ...]
    via: str = ""
    """How they came, if told: the name of a way, or the platform's word (``qr``, ``invite``)."""
    names: tuple[str, ...] = ()
    """Display names in the order of ``members``; empty when not told."""
    role: Role = Role.UNKNOWN
    """What who came is now, if told. Who left is nothing any more."""
    inviter: str = ""
    """Who brought them, if told."""


@dataclass(frozen=True, slots=True)
class RoleChange:
    """What somebody in the group is from now on, for example an administrator."""

    member: str
    role: Role
    name: str = ""


@dataclass(frozen=True, slots=True)
class Following:
    """Somebody began to follow an account, or to be its contact, or ceased to; not in a group."""

    change: Change
    member: str
    via: str = ""
    """The scene or state of the code that was scanned, if told."""
    welcome: str = ""
    """Allows one greeting, for some seconds. A secret."""


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Somebody asks to be let into the group."""

    member: str
    request: str
    """What the platform wants to hear when it is answered."""
    name: str = ""
    text: str = ""
    """What he says of himself."""
    via: str = ""
    inviter: str = ""


@dataclass(frozen=True, slots=True)
class Recall:
    """A message was taken back, by its author or by somebody with the right to."""

    message: str
    member: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a member put under a message, or took back from there."""

    message: str
    member: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Turn(StrEnum):
    """What may become of a group."""

    RENAMED = "renamed"
    MOVED = "moved"
    """It has another chat id from now on."""
    DISSOLVED = "dissolved"
    ENTERED = "entered"
    """The account was let in."""
    EXPELLED = "expelled"
    """The account was put out."""


@dataclass(frozen=True, slots=True)
class GroupChange:
    """What became of the group itself, or of the account in it."""

    turn: Turn
    value: str = ""
    """The new name or chat id."""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """A fact of a known platform that Hearth keeps but does not act on."""

    type: str


Fact: TypeAlias = (
    Message
    | Membership
    | RoleChange
    | Following
    | JoinRequest
    | Recall
    | Reaction
    | GroupChange
    | Other
)


def kind_of(fact: Fact) -> str:
    """``message``, ``membership``, ``rolechange``, ``joinrequest`` … or ``other``."""
    return type(fact).__name__.lower()


@dataclass(frozen=True, slots=True)
class Event:
    """One fact with its place, its time and the bytes it was read from."""

    group: GroupRef
    at: int
    """Platform's time in ms since 1970, UTC; 0 when the platform gives none."""
    fact: Fact
    raw: bytes
    """The verified and decrypted body."""
    reader: str = ""
    """Which translator reads ``raw``; empty means the platform's own."""

    @property
    def key(self) -> str:
        """``time#hash`` from the content alone: the same callback always has the same key."""
        return f"{self.at:013d}#{hashlib.sha256(self.raw).hexdigest()[:32]}"

    @property
    def kind(self) -> str:
        """See :func:`kind_of`."""
        return kind_of(self.fact)
