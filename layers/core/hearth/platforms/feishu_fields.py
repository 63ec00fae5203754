"""Reads what identifies something on Feishu."""

import re

from hearth.domain.errors import Malformed
from hearth.platforms.fields import Fields

_ID = re.compile(r"[A-Za-z0-9][\x21-\x7e]{0,119}")


def identifier(item: Fields, name: str) -> str:
    """Something that identifies: 1–120 visible ASCII characters; raises Malformed."""
    value = item.text(name)
    if not _ID.fullmatch(value):
        where = f"{item.path}.{name}" if item.path else name
        raise Malformed(f"“{where}” must be 1–120 visible ASCII characters")
    return value
