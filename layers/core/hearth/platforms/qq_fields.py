"""What QQ writes in ways of its own: ids, times, and fields that it told of only lately."""

import re
from datetime import datetime

from hearth.domain.errors import Malformed
from hearth.platforms.fields import Fields

_ID = re.compile(r"[A-Za-z0-9][\x21-\x7e]{0,119}")
_LAST_MS = 10**13


def identity(item: Fields, name: str) -> str:
    """The id of a person, chat or message: 1–120 visible characters, the first no sign."""
    value = item.text(name)
    if not _ID.fullmatch(value):
        raise _wrong(item, name, "an id of 1–120 visible ASCII characters")
    return value


def identity_if_told(item: Fields, name: str) -> str:
    """:func:`identity`; empty when there is none of that form."""
    try:
        return identity(item, name)
    except Malformed:
        return ""


def moment(item: Fields, name: str) -> int:
    """A time in ms, which QQ writes by RFC 3339, or as seconds in a number or its digits."""
    value = item.raw(name)
    if not isinstance(value, str):
        return item.milliseconds(name)
    if re.fullmatch(r"[0-9]{1,10}", value):
        return int(value) * 1000
    try:
        at = _rfc3339(value)
    except (ValueError, OverflowError):
        at = -1
    if not 0 <= at < _LAST_MS:
        raise _wrong(item, name, "a time by RFC 3339 or in seconds since 1970")
    return at


def moment_if_told(item: Fields, name: str) -> int:
    """:func:`moment`; 0 when there is none of that form."""
    try:
        return moment(item, name)
    except Malformed:
        return 0


def text_if_told(item: Fields, name: str) -> str:
    """A string; empty when there is none."""
    return item.text(name) if isinstance(item.raw(name), str) else ""


def children_if_told(item: Fields, name: str) -> list[Fields]:
    """The objects of a list; none when it is no list of objects."""
    try:
        return list(item.children(name))
    except Malformed:
        return []


def child_if_told(item: Fields, name: str) -> Fields:
    """An object; an empty one when it is none."""
    return item.child(name) if isinstance(item.raw(name), dict) else Fields({})


def _rfc3339(text: str) -> int:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return int(at.timestamp() * 1000)


def _wrong(item: Fields, name: str, expected: str) -> Malformed:
    path = f"{item.path}.{name}" if item.path else name
    return Malformed(f"“{path}” must be {expected}")
