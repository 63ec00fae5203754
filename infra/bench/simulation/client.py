"""Requests of one environment, repeated as ``hearth.runtime.aws_json`` repeats them."""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from hearth.domain.errors import Unavailable
from infra.bench.simulation.table import Item, Pause, Table, Throttled

Result = TypeVar("Result")

ATTEMPTS = 4
FIRST_WAIT_MS = 50


class Client:
    """The table as one environment reaches it."""

    def __init__(self, table: Table, pause: Pause, chance: Random) -> None:
        self._table, self._pause, self._chance = table, pause, chance

    def read(self, look: Callable[[], Result], item: Item) -> Result:
        """One consistent read."""
        return self._table.read(self._pause, item, look)

    def write(self, change: Callable[[], Result], *items: Item) -> Result:
        """``change`` the item, or several in one transaction; Unavailable when throttled."""
        for attempt in range(ATTEMPTS):
            if attempt:
                self._pause(self._chance.uniform(0, FIRST_WAIT_MS * 2**attempt))
            try:
                return self._table.write(self._pause, items, change)
            except Throttled:
                continue
        raise Unavailable("the item was throttled")
