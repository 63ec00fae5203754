"""Which chat on which platform."""

import re
from dataclasses import dataclass

from hearth.domain.errors import BadInput

NO_CHAT = "-"
"""Chat id of facts that belong to an account as a whole."""

_TALK = "~"
"""Begins the chat id of a talk between an account and one person."""

UNASSIGNED = "-"
"""Community of groups that were seen but that no operator has adopted yet."""

_ACCOUNT = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_CHAT = re.compile(r"[^\s\x00-\x1f]{1,128}")


@dataclass(frozen=True, slots=True)
class GroupRef:
    """One chat of one account on one platform."""

    platform: str
    account: str
    chat: str

    @property
    def id(self) -> str:
        """``platform:account:chat``, the key of the group in every table."""
        return f"{self.platform}:{self.account}:{self.chat}"

    @property
    def person(self) -> str:
        """With whom the account talks there alone; empty unless it is a talk."""
        return self.chat.removeprefix(_TALK) if self.chat.startswith(_TALK) else ""

    @property
    def is_group(self) -> bool:
        """Whether it is a chat of several people: neither a talk nor the account as a whole."""
        return self.chat != NO_CHAT and not self.person

    @classmethod
    def talk(cls, platform: str, account: str, person: str) -> "GroupRef":
        """Where the account talks with one person alone."""
        return cls(platform, account, _TALK + person)

    @classmethod
    def parse(cls, text: str) -> "GroupRef":
        """Read :attr:`id` back; raises BadInput when it is not of that form."""
        parts = text.split(":", 2)
        if len(parts) != 3 or not _CHAT.fullmatch(parts[2]) or not is_account(parts[1]):
            raise BadInput(f"“{text[:60]}” is not a group: expected platform:account:chat")
        return cls(*parts)


@dataclass(frozen=True, slots=True)
class Group:
    """A chat as the operator sees it."""

    ref: GroupRef
    name: str
    community: str = UNASSIGNED
    member_limit: int = 0
    """Most members the platform allows; 0 when not known."""


def is_account(name: str) -> bool:
    """Whether ``name`` may stand in a webhook address: 1–40 of a–z, 0–9 and ``-``."""
    return _ACCOUNT.fullmatch(name) is not None
