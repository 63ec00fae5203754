"""The little a platform must remember: tokens, groups, messages, ways into groups."""

import itertools
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

KEPT_MESSAGES = 10_000
KEPT_WAYS = 1_000
MOST_GROUPS = 1_000
DEFAULT_MEMBERS = 3
DEFAULT_LIMIT = 500


@dataclass(frozen=True)
class Group:
    """What a platform tells about a group."""

    name: str
    members: int = DEFAULT_MEMBERS
    limit: int = DEFAULT_LIMIT


@dataclass
class Chats:
    """The state of all platforms, in bounded memory. A token that was not set may be anything."""

    tokens: dict[str, str] = field(default_factory=dict)
    _groups: dict[str, Group] = field(default_factory=dict)
    _ways: OrderedDict[str, dict[str, Any]] = field(default_factory=OrderedDict)
    _members: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _deleted: OrderedDict[str, None] = field(default_factory=OrderedDict)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def accepts(self, account: str, token: str) -> bool:
        """Tell whether `token` is the one of `account` ("platform/account")."""
        return bool(token) and self.tokens.get(account, token) == token

    def set_token(self, account: str, token: str) -> None:
        """Accept this token only."""
        self.tokens[account] = str(token)

    def next_message(self) -> int:
        """Return the id of a message that is being sent."""
        return next(self._numbers)

    def delete(self, message: str) -> bool:
        """Delete the message known by `message`; tell whether it was there."""
        with self._lock:
            if message in self._deleted:
                return False
            self._deleted[message] = None
            if len(self._deleted) > KEPT_MESSAGES:
                self._deleted.popitem(last=False)
            return True

    def group(self, key: str) -> Group:
        """Return the group `key` ("platform/chat"); one nobody described has three members."""
        return self._groups.get(key) or Group(name=f"Group {key.rsplit('/', 1)[-1]}")

    def describe(self, key: str, wish: dict[str, Any]) -> None:
        """Set {"name", "members", "limit"} of a group."""
        if len(self._groups) < MOST_GROUPS or key in self._groups:
            old = self.group(key)
            self._groups[key] = Group(
                name=str(wish.get("name", old.name)),
                members=int(wish.get("members", old.members)),
                limit=int(wish.get("limit", old.limit)),
            )

    def open_way(self, key: str, way: dict[str, Any]) -> None:
        """Remember a way into a group ("platform/id")."""
        with self._lock:
            self._ways[key] = way
            if len(self._ways) > KEPT_WAYS:
                self._ways.popitem(last=False)

    def way(self, key: str) -> dict[str, Any] | None:
        """Return the way `key`, if it was opened."""
        return self._ways.get(key)

    def members(self, key: str) -> list[dict[str, Any]]:
        """Return the members of the group `key` ("platform/chat") as somebody listed them."""
        return self._members.get(key, [])

    def list_members(self, key: str, members: list[dict[str, Any]]) -> None:
        """Set who is in a group, in the platform's own form."""
        if len(self._members) < MOST_GROUPS or key in self._members:
            self._members[key] = list(members)
