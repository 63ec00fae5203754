"""Count from the log what ended environments did not send in any more."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from hearth.domain.blocks import MOST_UNSENT, RETURN_MS, SETTLE_MS, OpenBlock, begun_at
from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.livecodes import Counter
from hearth.domain.scans import Facts, Seen, read_line
from hearth.domain.statistics import Written
from hearth.ports import Clock
from hearth.usecases.one_by_one import TROUBLE_MS, in_time, one_by_one

MOST = 50
"""Blocks settled at once; the next minute goes on."""

_CLAIM_MS = 5 * 60_000
"""Longer than a write can be under way; whoever takes the block after that looks anew."""

_STREAM_MS = 25 * 3_600_000
"""Longer than the stream keeps a write: what it has not told by then, it never will."""

_LINES_MS = 10_000
"""How much later than its moment a line may be stamped by the log."""

_log = logging.getLogger(__name__)


class OpenBlocks(Protocol):
    """The blocks that are still out, and the archive; see ``store.scans``."""

    def overdue(self, before: int, now: int, limit: int = ...) -> list[OpenBlock]: ...
    def look(self, lease: str, known: int) -> None: ...
    def claim(self, lease: str, now: int, until: int) -> bool: ...
    def closed(self, lease: str) -> None: ...
    def archived(self, code: str, since: int = ...) -> Iterable[Written]: ...


class Counters(Protocol):
    """The counters of live codes."""

    def counter(self, code: str) -> Counter: ...
    def take(self, code: str, tickets: int, facts: Facts) -> Counter: ...


class Log(Protocol):
    """What the room that answers scans has logged."""

    def lines(self, word: str, since: int, until: int) -> Iterable[str]:
        """Lines with ``word`` in them from ``since`` to ``until``, ms since 1970."""
        ...


@dataclass(frozen=True, slots=True)
class Settle:
    """Closes blocks whose environments have ended, or sleep.

    A block is overdue when its environment cannot send it in any more. What was sent in before
    may still be on its way through the stream: only when the archive has every write that the
    code had by then, and none that closes the block, is it counted from the log. What the archive
    will never have may have closed it: the block is given up then, and nothing counted twice.
    """

    blocks: OpenBlocks
    counters: Counters
    log: Log
    clock: Clock

    def settle(self) -> int:
        """How many blocks were closed. Raises ExceptionGroup: the next minute tries again."""
        now = self.clock()
        overdue = self.blocks.overdue(now - SETTLE_MS, now, MOST)
        step = cache(lambda code: self.counters.counter(code).step)
        return one_by_one(
            in_time(overdue, self.clock), lambda block: self._settle(block, now, step)
        )

    def _settle(self, block: OpenBlock, now: int, step: Callable[[str], int]) -> bool:
        try:
            return self._is_passed(block, now, step) and self._count(block, now)
        except NotFound:  # the code was removed: nobody counts it any more
            self.blocks.closed(block.name)
            return True
        except Unavailable:
            raise
        except Exception:
            self.blocks.claim(block.name, now, now + TROUBLE_MS)  # others have their turn
            raise

    def _is_passed(self, block: OpenBlock, now: int, step: Callable[[str], int]) -> bool:
        """Whether the stream has told all that may close the block, and nothing did.

        ``step``: the last write of a code, read once a minute: what closing the other blocks of the
        code writes meanwhile would have this one wait for the stream again.
        """
        last, closed = self._told(block)
        if closed:
            self.blocks.closed(block.name)
            return False
        if begun_at(block.name) < now - _STREAM_MS:
            _log.error("scans under block %s of %s are not counted", block.name, block.code)
            self.blocks.closed(block.name)
            return False
        known = block.known or step(block.code)
        if last < known and not block.known:
            self.blocks.look(block.name, known)
        return last >= known

    def _count(self, block: OpenBlock, now: int) -> bool:
        """What is sent in comes back through the stream, where the block is found closed."""
        seen = tuple(self._seen(block.name))[: 2 * MOST_UNSENT]
        if not self.blocks.claim(block.name, now, now + _CLAIM_MS):
            return False
        if seen:
            self.counters.take(block.code, 0, Facts(seen, closes=block.name, id=block.name))
        else:
            self.blocks.closed(block.name)
        return True

    def _told(self, block: OpenBlock) -> tuple[int, bool]:
        """The last write up to which the archive has all, and whether one closes the block."""
        last = block.first - 1
        for write in self.blocks.archived(block.code, block.first):
            if write.facts.closes == block.name:
                return write.step, True
            if write.step == last + 1:
                last = write.step
        return last, False

    def _seen(self, lease: str) -> Iterator[Seen]:
        since = begun_at(lease)
        for line in self.log.lines(lease, since, since + RETURN_MS + _LINES_MS):
            found = read_line(line)
            if found and found[0] == lease:
                yield found[1]
