"""Lists by key, as the tables' directories give them."""

from collections.abc import Mapping
from typing import TypeVar

from tests.fakes.paging import bounded

T = TypeVar("T")


def behind(kept: Mapping[str, T], cursor: str, limit: int) -> tuple[list[T], str]:
    """What follows the key ``cursor``, and the last key shown while there is more."""
    keys = sorted(key for key in kept if key > cursor)
    shown = keys[: bounded(limit)]
    return [kept[key] for key in shown], shown[-1] if len(keys) > len(shown) else ""
