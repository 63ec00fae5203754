"""What a warm environment remembers of one live code between scans."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hearth.domain import plans
from hearth.domain.blocks import BRISK, MOST_UNSENT, RUSH, Lease, Pace
from hearth.domain.livecodes import Counter, Destination, LiveCode
from hearth.domain.scans import Scan, Seen, Who, redrawn, seen, write_line

Journal = Callable[[str], None]
"""Writes a line that outlives the environment: the log."""

BlockSize = Callable[[float, int, int], int]
"""Scans a second, tickets left, capacity → tickets to draw; see ``domain.blocks.block_size``."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What the next write sends in of the block that it ends."""

    seen: tuple[Seen, ...] = ()
    lost: tuple[int, ...] = ()
    name: str = ""


class Desk:
    """One code: its destinations, the tickets in hand, and the facts not yet sent in."""

    def __init__(self, code: LiveCode, journal: Journal, size: BlockSize) -> None:
        self.code = code
        self.full = False
        """Whether no destination had room when it was last looked at."""
        self._journal = journal
        self._size = size
        self._pace = Pace()
        self._lease: Lease | None = None
        self._unsent: list[Seen] = []
        self._lost: list[int] = []
        self._ahead = 0
        self._crowded = False

    def answers(self, now: int) -> bool:
        """Whether a scan may be answered from memory: a block is in hand."""
        lease = self._lease
        if lease is None or not lease.name:
            return False
        return lease.usable_at(now) and len(self._unsent) < MOST_UNSENT

    def ticket(self, now: int) -> tuple[int, Destination] | None:
        """The next ticket in hand that leads somewhere; those before it are lost."""
        while self._lease and self._lease.next <= self._lease.last:
            number = self._lease.next
            self._lease = replace(self._lease, next=number + 1)
            if place := plans.seat(self.code, number, now):
                return number, place
            self._lost.append(number)
        return None

    def take_first(self, scan: Scan) -> Destination | None:
        """Where the ticket just drawn leads; when nowhere, that is sent in with the next write."""
        if self._lease is None:
            return None
        ticket = self._lease.next
        self._lease = replace(self._lease, next=ticket + 1)
        place = plans.seat(self.code, ticket, scan.at)
        if place is None:
            self._lost.append(ticket)
            self._unsent.append(redrawn(scan, Who.VOID, ticket))
        return place

    def note(self, scan: Scan, ticket: int = 0, destination: str = "") -> None:
        """Keep the fact of a scan that is answered from memory; log it first."""
        fact = seen(scan, ticket, destination)
        self._journal(write_line(self._lease.name if self._lease else "", fact))
        self._unsent.append(fact)

    def is_brisk(self, now: int) -> bool:
        """Whether scans come too fast to write each of them."""
        return self._pace.rate(now) >= BRISK

    def is_rushed(self, now: int) -> bool:
        """Whether all seats but returned ones are gone and scans come too fast to deal those."""
        return self._ahead == 0 and self._pace.rate(now) >= RUSH

    def block(self, now: int) -> int:
        """How many tickets the next write should draw: one while many lost ones are noted."""
        if self._crowded:
            return 1
        capacity = sum(one.capacity for one in self.code.destinations if one.open_at(now))
        return self._size(self._pace.rate(now), self._ahead, capacity)

    def close(self, now: int) -> Closed:
        """Let go of the tickets in hand.

        What happened under a block too old to be sent in is in the log; its tickets stay out.
        """
        lease, facts, lost = self._lease, tuple(self._unsent), tuple(self._lost)
        self._lease, self._unsent, self._lost = None, [], []
        if lease is None or not lease.returnable_at(now):
            return Closed()
        return Closed(facts, (*lost, *range(lease.next, lease.last + 1)), lease.name)

    def open(self, name: str, now: int, counter: Counter, tickets: int) -> None:
        """Take the last ``tickets`` that were drawn in hand."""
        self._lease = Lease(name, now, counter.seq - tickets + 1, counter.seq)

    def heard(self, counter: Counter, now: int) -> None:
        """Learn from what a write returned."""
        self._pace.measure(counter.scans, now)
        self._ahead = plans.ahead(self.code, counter.seq)
        self._crowded = len(counter.lost) > plans.MOST_NOTED
