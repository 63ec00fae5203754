"""A live code changed while visitors scan it: the tickets that nobody has drawn are dealt anew."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from hearth.domain.errors import BadInput, Conflict
from hearth.domain.livecodes import MOST_DESTINATIONS, Counter, Destination, LiveCode
from hearth.domain.plans import Replan, replanned
from hearth.domain.weights import require_no_heavier
from hearth.ports import Clock

_MARGINS = (0, 0, 10, 100, 1_000)
"""Tickets that may be drawn while a change is made, attempt by attempt."""

Edit = Callable[[LiveCode], LiveCode]
"""The code as it should be; the very same one when there is nothing to change."""


class Codes(Protocol):
    """The table of live codes."""

    def load(self, code: str) -> LiveCode: ...

    def counter(self, code: str) -> Counter: ...

    def replan(self, plan: Replan) -> bool: ...


def redealt(codes: Codes, code: str, edit: Edit, clock: Clock) -> tuple[LiveCode, Counter]:
    """The code edited and saved, with its counter; ``edit`` is repeated while scans pass by.

    Raises NotFound, Conflict when scans come too fast, Unavailable, BadInput when the code has
    become too large, and what ``edit`` raises.
    """
    for known, counter, margin in attempts(codes, code):
        changed = edit(known)
        if changed is known:
            return known, counter
        plan = replanned(require_no_heavier(changed, known), counter, clock(), margin)
        if codes.replan(plan):
            return plan.code, plan.noted(counter)
    raise Conflict("the live code is being changed or scanned too fast: try again")


def attempts(codes: Codes, code: str) -> Iterator[tuple[LiveCode, Counter, int]]:
    """The code, read anew each time, and how many tickets may be drawn while it is changed.

    Raises NotFound, Unavailable.
    """
    for margin in _MARGINS:
        counter, known = codes.counter(code), codes.load(code)
        if counter.version == known.version:
            yield known, counter, margin


def with_destination(code: LiveCode, new: Destination) -> LiveCode:
    """The code with ``new`` behind all others; raises BadInput when it takes no more."""
    if len(code.destinations) >= MOST_DESTINATIONS:
        raise BadInput(
            f"a live code has at most {MOST_DESTINATIONS} destinations: remove one that is over"
        )
    return replace(code, destinations=(*code.destinations, new))
