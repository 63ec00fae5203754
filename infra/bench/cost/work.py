"""How long functions work for a scan, in ms: assumptions, or measured and said on the command line.

Lambda bills whole ms. Rounding up adds half of one on average.
"""

from dataclasses import dataclass

FULL_CORE_MB = 1_769
"""Memory with which a function has one whole core; with less, so much less of it."""
_ROUNDED_MS = 0.5


@dataclass(frozen=True)
class Work:
    """``…_cpu_ms`` are of a whole core."""

    table_ms: float = 4.5
    """Until the table has answered, connection kept alive."""
    write_cpu_ms: float = 0.8
    """A scan that writes: event in, request signed and sent, answer read, event out."""
    memory_cpu_ms: float = 0.3
    """A scan that is answered from memory."""
    start_ms: float = 150.0
    """A start: init phase, billed since August 2025, at full speed."""
    start_cpu_ms: float = 25.0
    """What the first request does beyond: connections, keys."""
    batch_ms: float = 15.0
    """The stream's consumer, waiting for its tables, for a batch."""
    record_cpu_ms: float = 0.2
    """The same for each record of it."""

    def writing_ms(self, memory: int) -> float:
        """Billed for a scan that writes."""
        return self.table_ms + self.write_cpu_ms * slowness(memory) + _ROUNDED_MS

    def remembered_ms(self, memory: int) -> float:
        """Billed for a scan that is answered from memory."""
        return self.memory_cpu_ms * slowness(memory) + _ROUNDED_MS

    def starting_ms(self, memory: int) -> float:
        """Billed for a start, beside the scan."""
        return self.start_ms + self.start_cpu_ms * slowness(memory) + _ROUNDED_MS

    def consuming_ms(self, memory: int, records: float) -> float:
        """Billed for a batch."""
        return self.batch_ms + self.record_cpu_ms * records * slowness(memory) + _ROUNDED_MS


def slowness(memory: int) -> float:
    """How much longer a computation takes than on a whole core."""
    return max(1.0, FULL_CORE_MB / memory)
