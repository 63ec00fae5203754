"""When a live code has to be looked at; known by the hot room too, so it stays small."""

from hearth.domain.livecodes import LiveCode

HOUR_MS = 3_600_000
PACE_MS = 2 * HOUR_MS
"""So far back it is looked how fast a live code fills."""
EXPIRY_HOURS = (48, 24, 2)
"""Hours before a destination expires at which the operators are warned."""


def next_warning(code: LiveCode, after: int) -> int:
    """When a destination comes nearer to its end next, ms since 1970; 0 for never."""
    moments = [
        one.valid_until - hours * HOUR_MS
        for one in code.destinations
        if one.enabled and one.valid_until
        for hours in EXPIRY_HOURS
    ]
    return min((moment for moment in moments if moment > after), default=0)
