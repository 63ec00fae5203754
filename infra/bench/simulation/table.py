"""DynamoDB as a scan meets it: time, write units, one item's limit."""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from infra.bench.simulation import model
from infra.bench.simulation.stage import Stage

Result = TypeVar("Result")
Pause = Callable[[float], None]


class Throttled(Exception):
    """The item has no write units left, or a transaction holds it; nothing was done."""


class Units:
    """Write units an item has to spend: refilled each moment, saved up to a bound."""

    def __init__(self) -> None:
        self._most = float(model.ITEM_UNITS * model.SAVED_SECONDS)
        self._left, self._at = self._most, 0.0

    def at_hand(self, now: float) -> float:
        """Units that may be spent at ``now``."""
        won = (now - self._at) * model.ITEM_UNITS / 1000
        self._left, self._at = min(self._most, self._left + won), now
        return self._left

    def spend(self, units: int) -> None:
        """Take ``units`` out."""
        self._left -= units


class Item:
    """One item of the table; designs derive theirs from it."""

    def __init__(self) -> None:
        self.units = Units()
        self.held_until = 0.0
        """When the last transaction on it is over."""

    @property
    def size(self) -> int:
        """Bytes, as DynamoDB counts them."""
        return 150


class Table:
    """Takes requests from everybody and counts them."""

    def __init__(self, stage: Stage, chance: Random) -> None:
        self._stage, self._chance = stage, chance
        self.writes = self.units = self.read_units = self.throttled = 0

    def read(self, pause: Pause, item: Item, look: Callable[[], Result]) -> Result:
        """What ``look`` sees of ``item`` when the request arrives."""
        way = self._way()
        pause(way)
        self.read_units += -(-item.size // model.READ_UNIT_BYTES)
        found = look()
        pause(way)
        return found

    def write(self, pause: Pause, items: tuple[Item, ...], change: Callable[[], Result]) -> Result:
        """One update, or a transaction of several, done when the request arrives.

        What a condition refuses is paid for like a change. Raises Throttled.
        """
        way = self._way()
        pause(way)
        if not all(self._is_ready(item) for item in items):
            self.throttled += 1
            pause(way)
            raise Throttled
        result = self._changed(items, change)
        pause(way)
        return result

    def _is_ready(self, item: Item) -> bool:
        now = self._stage.now
        return now >= item.held_until and item.units.at_hand(now) >= _units(item.size)

    def _changed(self, items: tuple[Item, ...], change: Callable[[], Result]) -> Result:
        before = [item.size for item in items]
        result = change()
        self.writes += 1
        for item, size in zip(items, before, strict=True):
            self._pay(item, _units(max(size, item.size)), transaction=len(items) > 1)
        return result

    def _pay(self, item: Item, units: int, transaction: bool) -> None:
        """A transaction costs double and keeps others out until it is done."""
        spent = units * 2 if transaction else units
        self.units += spent
        item.units.spend(spent)
        if transaction:
            item.held_until = self._stage.now + model.ANSWER_MS / 2

    def _way(self) -> float:
        return self._chance.lognormvariate(0, model.SPREAD) * model.ANSWER_MS / 2


def _units(size: int) -> int:
    """Write units of an item of ``size`` bytes."""
    return -(-size // model.UNIT_BYTES)
