"""The table of notices in memory."""

from dataclasses import replace

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.notices import Notice
from tests.fakes.paging import bounded, page

_MOST_COUNTED = 100


class FakeNotices:
    """The contract of ``store.notices.Notices``."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Notice] = {}
        self._untold: set[tuple[str, str]] = set()

    def __contains__(self, notice: str) -> bool:
        return any(notice == known for _, known in self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, notice: Notice) -> bool:
        key = (notice.community, notice.id)
        if key in self._kept:
            return False
        self._kept[key] = notice
        self._untold.add(key)
        return True

    def get(self, community: str, notice: str) -> Notice:
        if (community, notice) not in self._kept:
            raise NotFound("there is no such notice")
        return self._kept[community, notice]

    def mark_told(self, community: str, notice: str, now: int) -> None:
        key = (community, notice)
        if key not in self._kept:
            raise Conflict("this notice exists already or has changed meanwhile")
        self._kept[key] = replace(self._kept[key], told=now)
        self._untold.discard(key)

    def finish(self, community: str, notice: str, now: int, by: str) -> Notice:
        key = (community, notice)
        if key not in self._kept or self._kept[key].done:
            raise Conflict("this notice exists already or has changed meanwhile")
        self._kept[key] = replace(self._kept[key], done=now, by=by)
        self._untold.discard(key)
        return self._kept[key]

    def reopen(self, notice: Notice, untold: bool) -> bool:
        key = (notice.community, notice.id)
        known = self._kept.get(key)
        if known is None or not known.done or known.by:
            return False
        self._kept[key] = replace(known, done=0, facts=notice.facts, raised=notice.raised)
        if untold:
            self._untold.add(key)
        return True

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Notice], str]:
        return page(self._newest(community), cursor, limit)

    def open_of(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Notice], str]:
        return page([one for one in self._newest(community) if not one.done], cursor, limit)

    def count_open(self, community: str) -> int:
        return min(_MOST_COUNTED, sum(not one.done for one in self._newest(community)))

    def untold(self, before: int, limit: int = 50) -> list[Notice]:
        waiting = [self._kept[key] for key in self._untold if self._kept[key].raised < before]
        return sorted(waiting, key=lambda one: one.raised)[: bounded(limit)]

    def _newest(self, community: str) -> list[Notice]:
        own = [one for one in self._kept.values() if one.community == community]
        return sorted(own, key=lambda one: one.raised, reverse=True)
