"""What a scan uses: counted by letting the product answer simulated scans."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from hearth.domain.blocks import block_size
from infra.bench.cost.counting import Counted, counted
from infra.bench.simulation.designs.catalogue import tickets
from infra.bench.simulation.designs.items import Items
from infra.bench.simulation.figures import Figures
from infra.bench.simulation.run import run
from infra.bench.simulation.scenario import Scenario

SLOW = Scenario(10, 4_000, ramp=5)
"""Each scan is a write."""
FAST = Scenario(1_000, 24_000, ramp=5)
"""Most scans are answered from blocks."""

Count = Callable[[int], Counted]
"""Records a batch → what the consumer of the stream uses for a record."""


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


def used(scenario: Scenario, seed: int) -> tuple[Usage, Count]:
    """Simulate the product."""
    chance = Random(seed)  # noqa: S311 - a simulation must be repeatable
    prepared = tickets(block_size)(scenario, chance)
    found = run(prepared, scenario, seed, chance)
    return _usage(scenario, found), _counter(prepared.items)


def _usage(scenario: Scenario, found: Figures) -> Usage:
    return Usage(
        scenario.rate,
        found.writes_per_scan,
        found.units_per_scan,
        found.read_units_per_scan,
        found.lines_per_scan,
        found.line_bytes_per_scan,
        found.environments / scenario.scans,
    )


def _counter(items: Items | None) -> Count:
    if items is None:
        raise ValueError("only designs with a ticket counter have a stream")
    return lambda records: counted(items.code.code, items.counter.changes, records)
