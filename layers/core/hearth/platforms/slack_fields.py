"""Slack's ids and times, which are texts."""

import re

from hearth.domain.errors import Malformed
from hearth.platforms.fields import Fields

_ID = re.compile(r"[A-Z0-9]{1,60}")
_TIME = re.compile(r"([0-9]{1,10})\.([0-9]{1,6})")


def is_id(text: str) -> bool:
    """Whether ``text`` may name a person, channel or workspace."""
    return _ID.fullmatch(text) is not None


def identifier(fields: Fields, name: str) -> str:
    """An id: 1–60 capitals and digits; raises Malformed."""
    value = fields.text(name)
    if not is_id(value):
        raise Malformed(f"“{_path(fields, name)}” must be an id of Slack's")
    return value


def moment(fields: Fields, name: str) -> str:
    """A time of Slack's as it is, which also names a message in its channel; raises Malformed."""
    value = fields.text(name)
    if not _TIME.fullmatch(value):
        raise Malformed(f"“{_path(fields, name)}” must be a time such as 1355517523.000005")
    return value


def milliseconds(moment: str) -> int:
    """:func:`moment` in ms."""
    seconds, fraction = moment.split(".")
    return int(seconds) * 1000 + int(fraction.ljust(6, "0")) // 1000


def _path(fields: Fields, name: str) -> str:
    return f"{fields.path}.{name}" if fields.path else name
