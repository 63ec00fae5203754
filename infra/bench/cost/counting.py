"""What the stream's consumer writes and reads: the product's own, beside a table that counts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from hearth.domain.communities import Community
from hearth.domain.livecodes import LiveCode
from hearth.domain.scans import write_facts
from hearth.domain.statistics import Change, Figures, Written
from hearth.store.packing import pack
from hearth.usecases.tally import Tally

UNIT, READ_UNIT = 1_024, 4_096
KEY_BYTES = 60
"""Keys, names and numbers of an item."""


@dataclass(frozen=True)
class Counted:
    """For one record of the stream, on average."""

    write_units: float
    read_units: float


class Meter:
    """Every port of the use case; remembers what must be remembered and counts units."""

    def __init__(self, code: LiveCode) -> None:
        self.write_units = self.read_units = 0
        self._code = code
        self._hours: dict[int, Figures] = {}

    def hour(self, code: str, start: int) -> Figures:
        """One read."""
        found = self._hours.get(start, Figures())
        self.read_units += _units(_size(found), READ_UNIT)
        return found

    def save_hour(self, code: str, start: int, before: Figures, after: Figures) -> None:
        """One put."""
        self._hours[start] = after
        self.write_units += _units(max(_size(before), _size(after)), UNIT)

    def archive(self, code: str, writes: Sequence[Written], now: int) -> None:
        """One put of the facts, packed as the store packs them."""
        lines = [[one.step, write_facts(one.facts)] for one in writes]
        self.write_units += _units(KEY_BYTES + len(pack(json.dumps(lines).encode())), UNIT)

    def opened(self, code: str, lease: str, first: int) -> None:
        """One put."""
        self.write_units += 1

    def closed(self, lease: str) -> None:
        """One delete."""
        self.write_units += 1

    def load(self, code: str) -> LiveCode:
        """Once for each version; remembered, so not counted."""
        return self._code

    def get(self, community: str) -> Community:
        """Remembered as well."""
        return Community(community, "Readers", "en", "UTC", "", 0)


def counted(code: LiveCode, changes: Sequence[Change], records: int) -> Counted:
    """Hand ``changes`` to the consumer, ``records`` at a time."""
    meter = Meter(code)
    tally = Tally(meter, meter, meter, lambda: 0)
    for first in range(0, len(changes), records):
        tally.take(changes[first : first + records])
    many = len(changes)
    return Counted(meter.write_units / many, meter.read_units / many)


def _size(figures: Figures) -> int:
    return KEY_BYTES + len(json.dumps(figures.counts, separators=(",", ":")))


def _units(size: int, unit: int) -> int:
    return -(-size // unit)
