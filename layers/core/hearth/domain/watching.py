"""When a live code has to be looked at although nobody scans it."""

from collections.abc import Iterator

from hearth.domain.livecodes import Destination, LiveCode

HOUR_MS = 3_600_000
PACE_MS = 2 * HOUR_MS
"""So far back it is looked how fast a live code fills."""
EXPIRY_HOURS = (48, 24, 2)
"""Hours before a destination expires at which the operators are warned."""


def next_look(code: LiveCode, after: int) -> int:
    """When time alone changes next what is to be said of it, ms since 1970; 0 for never."""
    if code.archived:
        return 0
    moments = [at for one in code.destinations if one.enabled for at in _moments(one)]
    return min((moment for moment in moments if moment > after), default=0)


def _moments(one: Destination) -> Iterator[int]:
    """It begins, comes nearer to its end, and ends."""
    yield one.valid_from
    if one.valid_until:
        # What begins after a mark is passed is warned of when it begins.
        yield from (one.valid_until - hours * HOUR_MS for hours in (*EXPIRY_HOURS, 0))
