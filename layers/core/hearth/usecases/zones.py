"""The time zones of communities, as whoever counts by the hour needs them all the time."""

from typing import Protocol
from zoneinfo import ZoneInfo

from hearth.domain.communities import Community
from hearth.ports import Clock

REMEMBERED_MS = 60_000
"""After which a community is read anew: an operator may have changed its time zone."""

MOST = 500
"""Communities remembered at once."""


class Communities(Protocol):
    """The table of communities, read."""

    def get(self, community: str) -> Community: ...


class Zones:
    """Lives as long as the warm environment and remembers each time zone for a minute."""

    def __init__(self, communities: Communities, clock: Clock) -> None:
        self._communities = communities
        self._clock = clock
        self._known: dict[str, tuple[ZoneInfo, int]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, community: str) -> ZoneInfo:
        """Raises NotFound, also for one that was removed a minute ago; Unavailable."""
        known = self._known.get(community)
        if known and self._clock() - known[1] < REMEMBERED_MS:
            return known[0]
        return self._read(community)

    def _read(self, community: str) -> ZoneInfo:
        zone = ZoneInfo(self._communities.get(community).time_zone)
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[community] = (zone, self._clock())
        return zone
