"""Lists in pages, as the tables give them."""

from collections.abc import Sequence
from typing import TypeVar

from hearth.domain.errors import BadInput

PAGE = 100

T = TypeVar("T")


def page(items: Sequence[T], cursor: str, limit: int) -> tuple[list[T], str]:
    """The items behind ``cursor`` and the cursor of the next page, empty at the end."""
    if cursor and not cursor.isdecimal():
        raise BadInput("the cursor is not one that a list returned")
    start = int(cursor or 0)
    end = start + bounded(limit)
    return list(items[start:end]), str(end) if end < len(items) else ""


def bounded(limit: int) -> int:
    """``limit`` within 1…:data:`PAGE`."""
    return max(1, min(limit, PAGE))
