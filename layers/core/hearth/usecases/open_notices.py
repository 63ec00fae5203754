"""The notices of a community that nobody has dealt with."""

from collections.abc import Iterator
from typing import Protocol

from hearth.domain.notices import Notice

_MOST_PAGES = 10
_PAGE = 100


class OpenNotices(Protocol):
    """The table of notices, as far as they are open."""

    def open_of(
        self, community: str, cursor: str = "", limit: int = ...
    ) -> tuple[list[Notice], str]: ...


def open_notices(notices: OpenNotices, community: str) -> Iterator[Notice]:
    """The newest first; the last thousand. Raises Unavailable."""
    cursor = ""
    for _ in range(_MOST_PAGES):
        found, cursor = notices.open_of(community, cursor, _PAGE)
        yield from found
        if not cursor:
            return
