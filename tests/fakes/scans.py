"""The table of figures and archived facts in memory."""

from collections.abc import Iterator, Sequence

from hearth.domain.blocks import begun
from hearth.domain.errors import Unavailable
from hearth.domain.statistics import Figures, Written


class FakeScanStatistics:
    """The contract of ``store.scans.ScanStatistics``."""

    def __init__(self) -> None:
        self._hours: dict[tuple[str, int], Figures] = {}
        self._facts: dict[tuple[str, int], tuple[Written, ...]] = {}
        self._open: dict[str, tuple[str, int]] = {}

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

    def archived(self, code: str) -> Iterator[Written]:
        """Every fact that is kept, in order, each once. Raises Malformed."""
        last = 0
        for (name, _), writes in sorted(self._facts.items(), key=lambda one: one[0]):
            for write in writes if name == code else ():
                if write.step > last:
                    last = write.step
                    yield write

    def opened(self, code: str, lease: str) -> None:
        """A block was drawn and not sent in yet."""
        self._open.setdefault(lease, (code, 0))

    def closed(self, lease: str) -> None:
        """All that happened under a block is counted."""
        self._open.pop(lease, None)

    def overdue(self, before: int, limit: int = 50) -> list[tuple[str, str]]:
        """Code and name of blocks drawn before a moment, oldest first."""
        old = sorted(lease for lease in self._open if lease < begun(before))
        return [(self._open[lease][0], lease) for lease in old[:limit]]

    def claim(self, lease: str, now: int, until: int) -> bool:
        """Take a block for oneself until a moment; False when somebody else has it."""
        code, claimed = self._open.get(lease, ("", now))
        if claimed >= now:
            return False
        self._open[lease] = (code, until)
        return True
