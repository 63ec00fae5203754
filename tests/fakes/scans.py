"""The table of figures and archived facts in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearth.domain.blocks import OpenBlock, begun
from hearth.domain.errors import Unavailable
from hearth.domain.statistics import Figures, Written


class FakeScanStatistics:
    """The contract of ``store.scans.ScanStatistics``."""

    def __init__(self) -> None:
        self._hours: dict[tuple[str, int], Figures] = {}
        self._facts: dict[tuple[str, int], tuple[Written, ...]] = {}
        self._open: dict[str, tuple[OpenBlock, int]] = {}

    def __contains__(self, lease: str) -> bool:
        return lease in self._open

    def hour(self, code: str, start: int) -> Figures:
        """Figures of the hour that begins at ``start`` (ms since 1970)."""
        return self._hours.get((code, start), Figures())

    def save_hour(self, code: str, start: int, before: Figures, after: Figures) -> None:
        """Replace the figures read; raises Unavailable when they have changed meanwhile."""
        if self.hour(code, start).step != before.step:
            raise Unavailable("another counted this hour at the same time")
        self._hours[code, start] = after

    def hours(self, code: str, since: int, until: int) -> Iterator[tuple[int, Figures]]:
        """Beginning and figures of each hour from ``since`` on and before ``until``."""
        for (name, start), figures in sorted(self._hours.items(), key=lambda one: one[0]):
            if name == code and since <= start < until:
                yield start, figures

    def last_counted(self, code: str) -> int:
        """Number of the last write by scans that is counted; 0 when none is."""
        own = sorted(start for name, start in self._hours if name == code)
        return max((self.hour(code, start).step for start in own[-2:]), default=0)

    def archive(self, code: str, writes: Sequence[Written], now: int) -> None:
        """Keep facts for as long as events are kept; kept twice they are there once."""
        self._facts[code, writes[0].step] = tuple(writes)

    def archived(self, code: str, since: int = 0) -> Iterator[Written]:
        """Facts of batches from write ``since`` on, in order, each once. Raises Malformed."""
        last = 0
        for (name, first), writes in sorted(self._facts.items(), key=lambda one: one[0]):
            for write in writes if name == code and first >= since else ():
                if write.step > last:
                    last = write.step
                    yield write

    def opened(self, code: str, lease: str, first: int) -> None:
        """A block was drawn and not sent in yet; no write before ``first`` tells of it."""
        self._open.setdefault(lease, (OpenBlock(code, lease, first), 0))

    def closed(self, lease: str) -> None:
        """All that happened under a block is counted."""
        self._open.pop(lease, None)

    def overdue(self, before: int, now: int, limit: int = 50) -> list[OpenBlock]:
        """Blocks drawn before a moment that nobody has claimed, oldest first."""
        free = sorted(lease for lease, (_, claimed) in self._open.items() if claimed < now)
        return [self._open[lease][0] for lease in free if lease < begun(before)][:limit]

    def look(self, lease: str, known: int) -> None:
        """Note the code's last write; nothing when the block was closed meanwhile."""
        if lease in self._open:
            block, claimed = self._open[lease]
            self._open[lease] = (replace(block, known=known), claimed)

    def claim(self, lease: str, now: int, until: int) -> bool:
        """Take a block for oneself until a moment; False when somebody else has it.

        Whoever takes it after that must look anew.
        """
        if lease not in self._open or self._open[lease][1] >= now:
            return False
        self._open[lease] = (replace(self._open[lease][0], known=0), until)
        return True
