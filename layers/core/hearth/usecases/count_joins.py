"""Count who came into groups that live codes lead to, from the stream of events."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol
from zoneinfo import ZoneInfo

from hearth.domain.comings import GroupBook, Hour, Join, Link, counts, heard, placed
from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.events import Event
from hearth.domain.hours import hour_of
from hearth.domain.reservations import Ledger, SeatBook
from hearth.ports import Clock
from hearth.usecases.zones import Communities, Zones

_ATTEMPTS = 3

_MOST_SAVED = 1_000


class GroupBooks(Protocol):
    """Who came where, and what scans have handed out; see ``store.seats``."""

    def group(self, group: str) -> tuple[list[Link], GroupBook]: ...
    def books(self, codes: Iterable[str]) -> Mapping[str, SeatBook]: ...
    def save_group(self, group: str, book: GroupBook, now: int) -> None: ...
    def save_joins(
        self, code: str, start: int, group: str, counts: Mapping[str, int], version: int
    ) -> None: ...


class CountJoins:
    """Lives as long as the warm environment and remembers time zones, and what it has saved."""

    def __init__(self, books: GroupBooks, communities: Communities, clock: Clock) -> None:
        self._books = books
        self._clock = clock
        self._zones = Zones(communities, clock)
        self._saved: dict[str, int] = {}

    def take(self, events: Iterable[Event]) -> list[str]:
        """Note comings and goings; the live codes that they concern.

        Taken twice it counts once. Raises Unavailable: the batch must come again.
        """
        groups: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            groups[event.group.id].append(event)
        touched = [link for group, own in groups.items() for link in self.look(group, own)[0]]
        return sorted({link.code for link in touched})

    def look(self, group: str, events: Sequence[Event] = ()) -> tuple[list[Link], GroupBook]:
        """The destinations that lead into a group, and its book with ``events`` in it.

        Fresh comings are placed anew. Raises Unavailable.
        """
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._look(group, events)
            except Unavailable:
                continue  # most often another wrote the book at the same time
        return self._look(group, events)

    def _look(self, group: str, events: Sequence[Event]) -> tuple[list[Link], GroupBook]:
        links, before = self._books.group(group)
        if not links:
            return links, before
        ledgers, book = self._ledgers(links), before
        for event in events:
            book = heard(book, event, links, ledgers)
        book = placed(book, links, ledgers, self._clock())
        # The book first, with a note of what is to follow: whoever reads it next makes it good.
        book = replace(book, unsaved=self._unsaved(group, links, before, book))
        if replace(book, unsaved=before.unsaved) != before:
            self._books.save_group(group, book, self._clock())
            book = replace(book, version=book.version + 1)
        self._save_figures(group, links, book)
        return links, book

    def _ledgers(self, links: Sequence[Link]) -> dict[str, Ledger]:
        books = self._books.books(link.code for link in links)
        known = {link.id: books.get(link.code, SeatBook()).ledgers for link in links}
        return {
            link.id: known[link.id][link.destination]
            for link in links
            if link.destination in known[link.id]
        }

    def _unsaved(
        self, group: str, links: Sequence[Link], before: GroupBook, after: GroupBook
    ) -> frozenset[Hour]:
        changed = frozenset() if after == before else self._changed(links, before, after)
        if self._saved.get(group) == before.version:
            return changed
        codes = {link.code for link in links}
        return changed | {hour for hour in before.unsaved if hour[0] in codes}

    def _changed(
        self, links: Sequence[Link], before: GroupBook, after: GroupBook
    ) -> frozenset[Hour]:
        # Who is forgotten, because the book is full, came all the same.
        known = {name: one for name, one in before.people.items() if name in after.people}
        was = self._by_hour(links, replace(before, people=known))
        now = self._by_hour(links, after)
        hours = was.keys() | now.keys()
        return frozenset(hour for hour in hours if now.get(hour) != was.get(hour))

    def _save_figures(self, group: str, links: Sequence[Link], book: GroupBook) -> None:
        """What an older book says never replaces it, however late that is saved."""
        hours = self._by_hour(links, book) if book.unsaved else {}
        for code, start in sorted(book.unsaved):
            figures = counts(hours.get((code, start), []))
            self._books.save_joins(code, start, group, figures, book.version)
        if len(self._saved) >= _MOST_SAVED:
            self._saved.clear()
        self._saved[group] = book.version

    def _by_hour(self, links: Sequence[Link], book: GroupBook) -> dict[Hour, list[Join]]:
        found: dict[Hour, list[Join]] = defaultdict(list)
        # By code: joins of a destination that was removed stay in the figures of its hours.
        communities = {link.code: link.community for link in links}
        for person in book.people.values():
            for join in person.joins:
                code = join.link.partition("#")[0]
                if code in communities:
                    start = hour_of(join.at, self._zone(communities[code]))
                    found[code, start].append(join)
        return dict(found)

    def _zone(self, community: str) -> ZoneInfo:
        try:
            return self._zones.of(community)
        except NotFound:
            return ZoneInfo("UTC")  # removed: nobody looks at its hours
