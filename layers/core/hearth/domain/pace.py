"""How fast a live code fills, and when it will be full at that rate."""

from collections.abc import Iterable

from hearth.domain.statistics import Figures
from hearth.domain.watching import HOUR_MS, PACE_MS

_ENOUGH = 10
"""Seats in the last hour that make a rush: it counts, though the hour before was quiet."""
_SHORTEST_MS = HOUR_MS // 4
"""So long at least something must go on to be called a rate: one seat in a second is none."""


def seats_an_hour(hours: Iterable[tuple[int, Figures]], drawn: int, now: int) -> float:
    """Seats handed out an hour, lately; 0 when none were.

    ``hours``: beginning and figures of those that began within :data:`PACE_MS` before ``now``; what
    is not there had no seats. ``drawn`` are the tickets of all time: when all of them were drawn
    in these hours, the code is new and was not idle before.
    """
    known = [(start, figures.counts.get("seats", 0)) for start, figures in hours]
    total = sum(seats for _, seats in known)
    if total <= 0:
        return 0.0
    begin, (last, lately) = known[0][0], known[-1]
    if drawn > total:
        begin -= (begin - (now - PACE_MS)) // HOUR_MS * HOUR_MS
    rush = _rate(lately, now - last) if lately >= _ENOUGH else 0.0
    return max(rush, _rate(total, now - begin))


def full_at(left: int, rate: float, now: int) -> int:
    """When ``left`` seats will be gone at ``rate`` an hour, ms since 1970; 0 when not known."""
    if left <= 0:
        return now
    return now + round(left / rate * HOUR_MS) if rate > 0 else 0


def _rate(seats: int, ms: int) -> float:
    return seats * HOUR_MS / max(_SHORTEST_MS, ms)
