"""Hours and days as people's clocks show them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

HOUR_MS = 3_600_000

_INTO_THE_NEXT_DAY_MS = 26 * HOUR_MS
"""From the beginning of any day; the longest has 25 hours."""


def hour_of(at: int, zone: ZoneInfo) -> int:
    """When the hour of a moment began on the clocks of ``zone``; both in ms since 1970."""
    offset = _offset(at, zone)
    start = (at + offset) // HOUR_MS * HOUR_MS - offset
    return start if _offset(start, zone) == offset else _turned(start, at, zone)


def day_of(at: int, zone: ZoneInfo) -> int:
    """When the day of a moment began on the clocks of ``zone``; both in ms since 1970."""
    shown = datetime.fromtimestamp(at / 1000, zone)
    midnight = shown.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return round(midnight.timestamp() * 1000)


def hours_between(since: int, until: int, zone: ZoneInfo) -> Iterator[int]:
    """When each hour began that has a moment from ``since`` on and before ``until``."""
    start = hour_of(since, zone)
    while start < until:
        yield start
        start = hour_of(start + HOUR_MS, zone)


def days_between(since: int, until: int, zone: ZoneInfo) -> Iterator[int]:
    """When each day began that has a moment from ``since`` on and before ``until``."""
    start = day_of(since, zone)
    while start < until:
        yield start
        start = day_of(start + _INTO_THE_NEXT_DAY_MS, zone)


def _turned(before: int, after: int, zone: ZoneInfo) -> int:
    """The moment in between at which the clocks were set; some are set by half an hour."""
    offset = _offset(after, zone)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (before, middle) if _offset(middle, zone) == offset else (middle, after)
    return after


def _offset(at: int, zone: ZoneInfo) -> int:
    shift = datetime.fromtimestamp(at / 1000, zone).utcoffset() or timedelta()
    return round(shift.total_seconds() * 1000)
