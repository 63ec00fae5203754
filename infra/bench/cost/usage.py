"""What a scan uses: counted by letting the product answer simulated scans."""

from dataclasses import dataclass

from hearth.domain.blocks import block_size
from infra.bench.simulation.designs.catalogue import tickets
from infra.bench.simulation.run import simulate
from infra.bench.simulation.scenario import Scenario

SLOW = Scenario(10, 4_000, ramp=5)
"""Each scan is a write."""
FAST = Scenario(1_000, 24_000, ramp=5)
"""Most scans are answered from blocks."""


@dataclass(frozen=True)
class Usage:
    """Of one scan, on average."""

    rate: float
    """Scans a second."""
    writes: float
    write_units: float
    read_units: float
    lines: float
    """The room's own log lines; it writes one for each scan that it answers from memory."""
    line_bytes: float
    starts: float
    """Environments started."""


def used(scenario: Scenario, seed: int) -> Usage:
    """Simulate the product."""
    found = simulate(tickets(block_size), scenario, seed)
    return Usage(
        scenario.rate,
        found.writes_per_scan,
        found.units_per_scan,
        found.read_units_per_scan,
        found.lines_per_scan,
        found.line_bytes_per_scan,
        found.environments / scenario.scans,
    )
