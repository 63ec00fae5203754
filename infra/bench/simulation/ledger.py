"""What became of every scan; knows nothing of how a design keeps its count."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from infra.bench.simulation.visitors import Kind, Visitor


class Outcome(StrEnum):
    """How a scan ended."""

    LED = "led"
    TURNED = "turned away"
    FAILED = "failed"
    """The table refused until nobody waits any longer."""
    REFUSED = "refused"
    """No environment was to be had."""


@dataclass
class Ledger:
    """Seats given to new visitors, and what everybody waited for."""

    groups: int
    size: int
    """Seats of each group."""
    free: Callable[[], int]
    """Seats that the table knows to be free."""
    given: Counter[int] = field(default_factory=Counter)
    """Seats by group."""
    outcomes: Counter[tuple[Kind, Outcome]] = field(default_factory=Counter)
    early: int = 0
    """New visitors who were turned away while the table knew of a free seat."""
    waits: list[float] = field(default_factory=list)
    """ms that each answered scan waited for the table."""

    @property
    def capacity(self) -> int:
        """Seats of all groups."""
        return self.groups * self.size

    @property
    def seated(self) -> int:
        """Seats given."""
        return self.given.total()

    @property
    def over(self) -> int:
        """Seats given beyond a group's size."""
        return sum(max(0, given - self.size) for given in self.given.values())

    def known(self, visitor: Visitor) -> int | None:
        """The group in which a visitor who comes again has a seat."""
        if visitor.kind is not Kind.AGAIN:
            return None
        return int(visitor.luck * len(self.given))

    def answered(self, visitor: Visitor, group: int | None, waited: float) -> None:
        """The room led to ``group``, or to none."""
        self.waits.append(waited)
        if visitor.kind is Kind.NEW and group is not None:
            self.given[group] += 1
        if visitor.kind is Kind.NEW and group is None:
            self.early += self.free() > 0
        self.ended(visitor, Outcome.TURNED if group is None else Outcome.LED)

    def ended(self, visitor: Visitor, outcome: Outcome) -> None:
        """Count how a scan ended."""
        self.outcomes[visitor.kind, outcome] += 1

    def total(self, outcome: Outcome) -> int:
        """Scans that ended so."""
        return sum(self.outcomes[kind, outcome] for kind in Kind)
