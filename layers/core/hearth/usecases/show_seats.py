"""Seats of a live code as far as platforms tell who joined."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from hearth.console_ports import LiveCodeStore
from hearth.domain.comings import GroupBook, Link
from hearth.domain.plans import taken
from hearth.domain.reservations import SeatBook, Standing, followed, is_told, rate, waiting
from hearth.ports import Clock
from hearth.usecases.keep_seats import Known, known_of


class SeatShelf(Protocol):
    """Books of codes and of groups, read; see ``store.seats``."""

    def book(self, code: str) -> SeatBook: ...
    def group(self, group: str) -> tuple[list[Link], GroupBook]: ...


@dataclass(frozen=True, slots=True)
class PlaceSeats:
    """The seats of one destination."""

    destination: str
    told: bool
    """Whether the platform tells who joins, as far as can be seen."""
    known: Standing
    reserved: int
    """Seats whose visitors may still come."""
    held: int
    """Seats of the time before the group was known."""
    free: int
    """Held by nobody; where joins are not told, those that were never handed out."""
    extra: int
    """Tickets that may be out beyond the seats."""


@dataclass(frozen=True, slots=True)
class CodeSeats:
    """The seats of one code, where joins may be told."""

    rate: float
    """Upper bound of the share of tickets that lead to a join; 1 while not learned."""
    places: tuple[PlaceSeats, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Shows groups as they were left by the room that counts."""

    shelf: SeatShelf

    def look(self, group: str) -> tuple[list[Link], GroupBook]:
        return self.shelf.group(group)


@dataclass(frozen=True, slots=True)
class ShowSeats:
    """Reads what the room of vitality keeps."""

    shelf: SeatShelf
    codes: LiveCodeStore
    clock: Clock

    def of(self, code: str) -> CodeSeats:
        """Raises NotFound."""
        known = known_of(code, self.shelf.book(code), _Reader(self.shelf))
        return CodeSeats(rate(known.book, known.people), tuple(self._places(code, known)))

    def _places(self, name: str, known: Known) -> Iterator[PlaceSeats]:
        code, counter, now = self.codes.load(name), self.codes.counter(name), self.clock()
        for one in followed(code).values():
            ledger, people = known.book.ledgers.get(one.id), known.people.get(one.id, Standing())
            reserved = base = 0
            if ledger:
                reserved = waiting(code, counter, known.book, one.id, people, now)
                base = ledger.base
            told = ledger is not None and is_told(ledger, people)
            out = base + people.present + reserved if told else taken(code, one, counter)
            free = max(0, one.capacity - out)
            yield PlaceSeats(one.id, told, people, reserved, base, free, one.extra)
