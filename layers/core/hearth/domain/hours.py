"""Hours as people's clocks show them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


def hour_of(at: int, zone: ZoneInfo) -> int:
    """When the hour of a moment began on the clocks of ``zone``; both in ms since 1970."""
    offset = _offset(at, zone)
    return (at + offset) // 3_600_000 * 3_600_000 - offset


def _offset(at: int, zone: ZoneInfo) -> int:
    shift = datetime.fromtimestamp(at / 1000, zone).utcoffset() or timedelta()
    return round(shift.total_seconds() * 1000)
