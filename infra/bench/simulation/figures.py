"""What a run came to."""

from dataclasses import dataclass
from statistics import quantiles

from infra.bench.simulation.ledger import Ledger, Outcome
from infra.bench.simulation.scenario import Scenario
from infra.bench.simulation.table import Table

BEARABLE = 0.01
"""A design that leaves more than this share of the scans without an answer collapses."""


@dataclass(frozen=True)
class Figures:
    """Everything “per scan” is per scan that came, answered or not."""

    rate: float
    scans: int
    capacity: int
    seated: int
    writes_per_scan: float
    units_per_scan: float
    """Write units."""
    read_units_per_scan: float
    throttled_per_scan: float
    added_ms_p50: float
    """What answered visitors waited for the table, repeats included."""
    added_ms_p99: float
    over_capacity: int
    stranded: int
    """Seats that nobody got and that the table does not know to be free."""
    left: int
    """Seats that the table knows to be free at the end."""
    turned_away_early: int
    """New visitors turned away while the table knew of a free seat."""
    unanswered: float
    """Share of the scans that got an error instead of an answer."""
    environments: int
    """Started in the whole run."""
    lines_per_scan: float
    """Lines that the rooms write into the log, of scans that they answer from memory."""
    line_bytes_per_scan: float

    @property
    def collapses(self) -> bool:
        """Whether the throughput does not hold."""
        return self.unanswered > BEARABLE


def figures(
    scenario: Scenario, ledger: Ledger, table: Table, environments: int, log: list[int]
) -> Figures:
    """Sum a run up."""
    scans = scenario.scans
    percentiles = quantiles(ledger.waits, n=100)
    lost = sum(ledger.total(outcome) for outcome in (Outcome.FAILED, Outcome.REFUSED))
    return Figures(
        rate=scenario.rate,
        scans=scans,
        capacity=ledger.capacity,
        seated=ledger.seated,
        writes_per_scan=table.writes / scans,
        units_per_scan=table.units / scans,
        read_units_per_scan=table.read_units / scans,
        throttled_per_scan=table.throttled / scans,
        added_ms_p50=percentiles[49],
        added_ms_p99=percentiles[98],
        over_capacity=ledger.over,
        stranded=max(0, ledger.capacity - ledger.seated - ledger.free()),
        left=ledger.free(),
        turned_away_early=ledger.early,
        unanswered=lost / scans,
        environments=environments,
        lines_per_scan=len(log) / scans,
        line_bytes_per_scan=sum(log) / scans,
    )
