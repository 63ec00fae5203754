"""How many scans come how fast, and how many seats there are for them."""

from dataclasses import dataclass

from hearth.domain.livecodes import MOST_DESTINATIONS
from infra.bench.simulation.visitors import SHARES, Kind

GROUP = 200
"""Seats of a group; more when a code may not have as many groups as it would take."""
FILLED = 0.9
"""Share of the new visitors for whom there are seats: the others come when all are taken."""


@dataclass(frozen=True)
class Scenario:
    """One column of the table."""

    rate: float
    """Scans a second."""
    scans: int
    ramp: float
    """Seconds until they come so fast."""

    @property
    def groups(self) -> int:
        """As many as a code may have, at most."""
        return max(1, min(MOST_DESTINATIONS, round(self._seats / GROUP)))

    @property
    def size(self) -> int:
        """Seats of each group."""
        return max(GROUP, round(self._seats / self.groups))

    @property
    def _seats(self) -> float:
        return self.scans * FILLED * SHARES[Kind.NEW] / sum(SHARES.values())


SCENARIOS = (
    Scenario(1, 1_500, ramp=5),
    Scenario(100, 12_000, ramp=5),
    Scenario(1_000, 24_000, ramp=5),
    Scenario(10_000, 60_000, ramp=5),
)
