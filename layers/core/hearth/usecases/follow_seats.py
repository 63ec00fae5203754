"""Keep the books of codes whose joins are told: which seats scans have handed out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from hearth.domain.comings import MOST_LINKS, GroupBook, Link
from hearth.domain.events import Event
from hearth.domain.livecodes import LiveCode
from hearth.domain.reservations import Ledger, SeatBook, followed, noted, opened
from hearth.domain.statistics import Change, Written
from hearth.ports import Clock

_MOST_KNOWN = 1_000


class SeatShelf(Protocol):
    """Books of codes and links of groups; see ``store.seats``."""

    def book(self, code: str) -> SeatBook: ...
    def save_book(self, code: str, book: SeatBook) -> None: ...
    def group(self, group: str) -> tuple[list[Link], GroupBook]: ...
    def link(self, group: str, link: Link) -> None: ...
    def unlink(self, group: str, link: str) -> None: ...


class Comings(Protocol):
    """What the table of events has of who came and went."""

    def memberships(self, group: str, since: int) -> Iterable[Event]:
        """From ``since`` (ms) on, in order, within bounds."""
        ...


class Counting(Protocol):
    """See ``usecases.count_joins``."""

    def take(self, events: Iterable[Event]) -> list[str]: ...
    def look(self, group: str) -> object: ...


@dataclass(frozen=True, slots=True)
class FollowSeats:
    """Follows the scans of codes that have a destination in a group Hearth is in.

    Lives as long as the warm environment and remembers which codes have none.
    """

    shelf: SeatShelf
    comings: Comings
    counting: Counting
    clock: Clock
    _without: dict[str, int] = field(default_factory=dict, init=False)
    """Code → its version that no group knows of."""

    def follow(
        self, code: LiveCode, changes: Sequence[Change], writes: Sequence[Written]
    ) -> SeatBook | None:
        """Note the seats of these writes; a repeat changes nothing.

        None for a code without such a destination, and no request but for one that looks, once
        for each version, whether it had one before. Raises Unavailable.
        """
        if not followed(code):
            self._leave(code)
            return None
        before = self.shelf.book(code.code)
        book = opened(before, code, changes[0])
        if book is not before:
            self._relink(code, before, book)
        book = noted(book, zip(changes, writes, strict=True), self.clock())
        if book != before:
            self.shelf.save_book(code.code, book)
        return book

    def _leave(self, code: LiveCode) -> None:
        if self._without.get(code.code) == code.version:
            return
        before = self.shelf.book(code.code)
        if before.ledgers:
            book = replace(before, ledgers={})
            self._relink(code, before, book)
            self.shelf.save_book(code.code, book)
        if len(self._without) >= _MOST_KNOWN:
            self._without.clear()
        self._without[code.code] = code.version

    def _relink(self, code: LiveCode, before: SeatBook, after: SeatBook) -> None:
        """Let groups know of their destinations before the book says that they do."""
        for name, old in before.ledgers.items():
            kept = after.ledgers.get(name)
            if kept is None or kept.group != old.group:
                # Figures of its joins that a crash kept back are made good for links only.
                self.counting.look(old.group)
                self.shelf.unlink(old.group, f"{code.code}#{name}")
        for name, new in after.ledgers.items():
            if new != before.ledgers.get(name):
                self._link(code, name, new)

    def _link(self, code: LiveCode, name: str, new: Ledger) -> None:
        link = Link(code.code, name, code.community, new.way, new.target, new.since)
        links, _ = self.shelf.group(new.group)
        if len(links) < MOST_LINKS or link.id in {one.id for one in links}:
            self.shelf.link(new.group, link)
            # People may have come before the first scan was heard of.
            self.counting.take(self.comings.memberships(new.group, new.since))
