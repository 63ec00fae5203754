"""Give back the tickets that a mended plan passed over: nobody has drawn them."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import Protocol

from hearth.domain.errors import NotFound
from hearth.domain.livecodes import Counter
from hearth.domain.scans import Facts, Who
from hearth.domain.statistics import Change


class Counters(Protocol):
    """The counters of live codes."""

    def take(
        self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()
    ) -> Counter: ...


def return_skipped(counters: Counters, changes: Iterable[Change]) -> int:
    """Note skipped tickets as lost, by a write for each mended plan; how many there were.

    Noted twice they are noted once. Raises Unavailable.
    """
    many = 0
    for change in changes:
        if tickets := skipped(change):
            many += len(tickets)
            with suppress(NotFound):
                counters.take(change.code, 0, Facts(), tickets)
    return many


def skipped(change: Change) -> range:
    """Tickets between the last one drawn before a plan was mended and the one drawn with it."""
    mended = any(
        one.who is Who.SEATED and one.ticket == change.after.seq for one in change.facts.seen
    )
    return range(change.before.seq + 1, change.after.seq) if mended else range(0)
