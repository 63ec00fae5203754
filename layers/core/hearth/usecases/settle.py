"""Count from the log what ended environments did not send in any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from hearth.domain.blocks import MOST_UNSENT, RETURN_MS, SETTLE_MS, begun_at
from hearth.domain.errors import NotFound
from hearth.domain.livecodes import Counter
from hearth.domain.scans import Facts, Seen, read_line
from hearth.ports import Clock

MOST = 50
"""Blocks settled at once; the next minute goes on."""

_CLAIM_MS = 25 * 3_600_000
"""Longer than the stream keeps a write: a batch that comes again late opens nothing anew."""

_LINES_MS = 10_000
"""How much later than its moment a line may be stamped by the log."""


class OpenBlocks(Protocol):
    """The blocks that are still out; see ``store.scans``."""

    def overdue(self, before: int, limit: int = ...) -> list[tuple[str, str]]: ...
    def claim(self, lease: str, now: int, until: int) -> bool: ...
    def closed(self, lease: str) -> None: ...


class Counters(Protocol):
    """The counters of live codes."""

    def take(self, code: str, tickets: int, facts: Facts) -> Counter: ...


class Log(Protocol):
    """What the room that answers scans has logged."""

    def lines(self, word: str, since: int, until: int) -> Iterable[str]:
        """Lines with ``word`` in them from ``since`` to ``until``, ms since 1970."""
        ...


@dataclass(frozen=True, slots=True)
class Settle:
    """Closes blocks whose environments have ended, or sleep."""

    blocks: OpenBlocks
    counters: Counters
    log: Log
    clock: Clock

    def settle(self) -> int:
        """How many blocks were closed. Raises Unavailable: the next minute tries again."""
        now, done = self.clock(), 0
        for code, lease in self.blocks.overdue(now - SETTLE_MS, MOST):
            seen = tuple(self._seen(lease))[: 2 * MOST_UNSENT]
            if self.blocks.claim(lease, now, now + _CLAIM_MS):
                self._close(code, lease, seen)
                done += 1
        return done

    def _close(self, code: str, lease: str, seen: tuple[Seen, ...]) -> None:
        """What is sent in comes back through the stream, where the block is found closed."""
        try:
            if seen:
                self.counters.take(code, 0, Facts(seen, closes=lease))
                return
        except NotFound:
            pass  # the code was removed: nobody counts it any more
        self.blocks.closed(lease)

    def _seen(self, lease: str) -> Iterator[Seen]:
        since = begun_at(lease)
        for line in self.log.lines(lease, since, since + RETURN_MS + _LINES_MS):
            found = read_line(line)
            if found and found[0] == lease:
                yield found[1]
