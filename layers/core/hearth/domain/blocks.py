"""Blocks of tickets: how a hot code outruns the 1,000 writes a second of one item.

An environment that draws several tickets with one write answers the next scans from memory.
What it does not use is lost to others for a while, so blocks are small, short-lived, and end
where seats become scarce.
"""

from dataclasses import dataclass

BRISK = 20
"""Scans a second from which one write draws a few tickets."""
HOT = 200
"""Scans a second from which it draws many."""
RUSH = 2_000
"""Scans a second at which nobody deals returned seats anew: all would at once, and in vain."""
LEASE_MS = 2_000
"""A block older than that is not used any more, so that changes reach every environment."""
RETURN_MS = 10_000
"""A block younger than that may still be given back; older ones are left alone."""
SETTLE_MS = 60_000
"""A block older than that is counted from the log; by then the log is complete."""
MOST_UNSENT = 40
"""Scans whose facts wait for the next write; more would make that write a larger unit."""

_FEW, _MANY = 5, 20
_SCARCE = 300
_SPAN_MS = 500
_ENOUGH = 10
"""Scans that tell of a pace even when they came in less time."""

_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"


def block_size(rate: float, ahead: int, capacity: int) -> int:
    """Tickets to draw at once, at ``rate`` scans a second with ``ahead`` of ``capacity`` left.

    One for the last tenth of the capacity, or the last 300 tickets, so that nothing is
    stranded there.
    """
    if rate < BRISK or ahead <= min(capacity // 10, _SCARCE):
        return 1
    return min(_FEW if rate < HOT else _MANY, max(1, ahead // 10))


def begun(at: int) -> str:
    """The first eight signs of the name of a block drawn at that moment; they sort by time."""
    return word(at).rjust(8, "0")


def begun_at(name: str) -> int:
    """When the block of that name was drawn, ms since 1970; 0 when the name tells no time."""
    try:
        return int(name[:8], 36)
    except ValueError:
        return 0


def word(number: int) -> str:
    """A number in base 36: short, and sortable among words of one length."""
    signs = ""
    while number:
        number, rest = divmod(number, 36)
        signs = _SIGNS[rest] + signs
    return signs or "0"


@dataclass(frozen=True, slots=True)
class Lease:
    """Tickets ``next … last`` that one environment may hand out by itself."""

    name: str
    """Unique among all environments; what happened under it is logged by this name."""
    at: int
    """When it was drawn, ms since 1970."""
    next: int
    last: int

    def usable_at(self, now: int) -> bool:
        """Whether scans may still be answered from it."""
        return now < self.at + LEASE_MS

    def returnable_at(self, now: int) -> bool:
        """Whether its tickets and facts may still be sent in by the environment itself."""
        return now < self.at + RETURN_MS


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A block of which it is not counted yet what happened under it."""

    code: str
    name: str
    first: int
    """No fact of it is of an earlier write than this one of its code."""
    known: int = 0
    """The code's writes when the block was found overdue; 0 while nobody has looked."""


class Pace:
    """How fast a code is scanned everywhere, from what an environment's own writes return."""

    def __init__(self) -> None:
        self._scans = -1
        self._at = 0
        self._rate = 0.0

    def measure(self, scans: int, now: int) -> None:
        """Take note of the counter: ``scans`` were counted at ``now``, ms since 1970."""
        passed, more = now - self._at, scans - self._scans
        if self._scans >= 0 and (passed <= 0 or (passed < _SPAN_MS and more < _ENOUGH)):
            return
        if self._scans >= 0:
            self._rate = max(0, more) * 1000 / passed
        self._scans, self._at = scans, now

    def rate(self, now: int) -> float:
        """Scans a second; 0 when nothing was measured lately."""
        return self._rate if now - self._at < LEASE_MS else 0.0
