"""The books of seats and of groups in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hearth.domain.comings import MOST_LINKS, GroupBook, Link
from hearth.domain.errors import Unavailable
from hearth.domain.reservations import SeatBook


class FakeSeats:
    """The contract of ``store.seats.Seats``; ``joins`` holds the figures that were saved."""

    def __init__(self) -> None:
        self._books: dict[str, SeatBook] = {}
        self._groups: dict[str, GroupBook] = {}
        self._links: dict[tuple[str, str], Link] = {}
        self._due: dict[str, int] = {}
        self._failed: set[str] = set()
        self.joins: dict[tuple[str, int, str], Mapping[str, int]] = {}
        self._said: dict[tuple[str, int, str], int] = {}
        self.requests = 0

    def book(self, code: str) -> SeatBook:
        """The ledgers of a code; an empty book when it has none."""
        self.requests += 1
        return self._books.get(code, SeatBook())

    def books(self, codes: Iterable[str]) -> dict[str, SeatBook]:
        """The books of up to 100 codes that have one."""
        self.requests += 1
        return {code: self._books[code] for code in codes if code in self._books}

    def save_book(self, code: str, book: SeatBook) -> None:
        """Replace the book read; raises Unavailable when it has changed meanwhile."""
        self.requests += 1
        if self._books.get(code, SeatBook()).version != book.version:
            raise Unavailable("another wrote this book at the same time")
        self._books[code] = replace(book, version=book.version + 1)

    def group(self, group: str) -> tuple[list[Link], GroupBook]:
        """The first :data:`MOST_LINKS` destinations that lead into a group, and who came there."""
        self.requests += 1
        links = [link for (of, _), link in sorted(self._links.items()) if of == group]
        return links[:MOST_LINKS], self._groups.get(group, GroupBook())

    def save_group(self, group: str, book: GroupBook, now: int) -> None:
        """Replace the book read; raises Unavailable when it has changed meanwhile."""
        self.requests += 1
        if self._groups.get(group, GroupBook()).version != book.version:
            raise Unavailable("another wrote this book at the same time")
        self._groups[group] = replace(book, version=book.version + 1)

    def link(self, group: str, link: Link) -> None:
        """Let comings into the group be told of a destination."""
        self.requests += 1
        self._links[group, link.id] = link

    def unlink(self, group: str, link: str) -> None:
        """It leads there no more; harmless when it did not."""
        self.requests += 1
        self._links.pop((group, link), None)

    def save_joins(
        self, code: str, start: int, group: str, counts: Mapping[str, int], version: int
    ) -> None:
        """What a group adds to the figures of a code's hour that begins at ``start`` (ms).

        ``version``: of the group's book that says so; what a later one says stays.
        """
        self.requests += 1
        key = (code, start, group)
        if version >= self._said.get(key, 0):
            self.joins[key], self._said[key] = counts, version

    def wait(self, code: str, at: int) -> None:
        """Have a code looked at by ``at`` (ms), or earlier if it is to be, unless put off."""
        self.requests += 1
        if code not in self._failed:
            self._due[code] = min(at, self._due.get(code, at))

    def due(self, now: int, limit: int = 50) -> list[str]:
        """Codes to be looked at by ``now``, those most overdue first."""
        self.requests += 1
        due = sorted((at, code) for code, at in self._due.items() if at <= now)
        return [code for _, code in due[:limit]]

    def hold(self, code: str, until: int) -> None:
        """Before it is looked at: due again at ``until`` unless ``done`` or waited for."""
        self.requests += 1
        self._failed.discard(code)
        self._due[code] = until

    def done(self, code: str, until: int) -> None:
        """It was looked at while held ``until``; it stays if it was waited for meanwhile."""
        self.requests += 1
        if self._due.get(code) == until:
            del self._due[code]

    def put_off(self, code: str, until: int) -> None:
        """It failed: due again at ``until``, whoever waits for it."""
        self.requests += 1
        self._failed.add(code)
        self._due[code] = until
