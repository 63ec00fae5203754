"""Who scans, and when: the same for every design of one seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from random import Random


class Kind(StrEnum):
    """New visitors want a seat; the others must not take one."""

    NEW = "new"
    AGAIN = "again"
    ROBOT = "robot"


SHARES = {Kind.NEW: 85, Kind.AGAIN: 10, Kind.ROBOT: 5}
"""Of a hundred scans."""


@dataclass(frozen=True)
class Visitor:
    """One scan."""

    at: float
    """ms from the beginning."""
    kind: Kind
    luck: float
    """From 0 to 1; picks the group in which one who comes again has a seat."""


def visitors(rate: float, ramp: float, scans: int, chance: Random) -> Iterator[Visitor]:
    """A Poisson process that rises to ``rate`` scans a second within ``ramp`` seconds."""
    kinds, weights = list(SHARES), list(SHARES.values())
    expected = 0.0
    for _ in range(scans):
        expected += chance.expovariate(1)
        at = _when(expected, rate, ramp)
        yield Visitor(at * 1000, chance.choices(kinds, weights)[0], chance.random())


def _when(expected: float, rate: float, ramp: float) -> float:
    """The second up to which ``expected`` scans are expected."""
    if expected < rate * ramp / 2:
        return sqrt(2 * ramp * expected / rate)
    return expected / rate + ramp / 2
