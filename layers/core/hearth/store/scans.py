"""Figures and archived facts of scans.

Items of a code: ``part=hour#<ms>`` holds ``step`` and ``counts`` (JSON) of one hour;
``part=joins#<ms>#<group>`` what joins add to it (see ``store.seats``);
``part=facts#<step>`` the facts from that write on (``body``, packed JSON) and the ``zone`` by whose
clocks they were counted, until they expire.
Blocks that are still out lie together under ``code=~open``, ``part`` being the block's name,
which begins with its time; ``of`` is the code it was drawn for, ``step`` the first write that may
tell of it, ``known`` the code's last write when it was found overdue.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress

from pynamodb.attributes import BinaryAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action as Update
from pynamodb.models import Model

from hearth.domain.blocks import OpenBlock, begun
from hearth.domain.errors import Conflict, Malformed, NotFound, Oversized, Unavailable
from hearth.domain.retention import EVENT_DAYS, expires
from hearth.domain.scans import read_facts, write_facts
from hearth.domain.statistics import Counts, Figures, Written, with_joins
from hearth.store.base import bounded, translated
from hearth.store.connection import bind
from hearth.store.packing import pack, unpack

_AT_ONCE = 250
"""Writes whose facts lie in one item."""

_OPEN = "~open"
"""No code can be called so."""


class ScanItem(Model):
    class Meta:
        table_name = ""

    code = UnicodeAttribute(hash_key=True)
    part = UnicodeAttribute(range_key=True)
    step = NumberAttribute(null=True)
    counts = UnicodeAttribute(null=True)
    body = BinaryAttribute(null=True, legacy_encoding=False)
    zone = UnicodeAttribute(null=True)
    of = UnicodeAttribute(null=True)
    known = NumberAttribute(null=True)
    claimed = NumberAttribute(null=True)
    expires = NumberAttribute(null=True)


class ScanStatistics:
    """The table ``scans``."""

    def __init__(self, table_name: str) -> None:
        bind(ScanItem, table_name)

    def hour(self, code: str, start: int) -> Figures:
        """Figures of the hour that begins at ``start`` (ms since 1970)."""
        try:
            with translated("hour"):
                return _figures(ScanItem.get(code, _hour(start), consistent_read=True))
        except NotFound:
            return Figures()

    def save_hour(self, code: str, start: int, before: Figures, after: Figures) -> None:
        """Replace the figures read; raises Unavailable when they have changed meanwhile."""
        counts = json.dumps(after.counts, ensure_ascii=False, separators=(",", ":"))
        item = ScanItem(code, _hour(start), step=after.step, counts=counts)
        known = ScanItem.step == before.step if before.step else ScanItem.code.does_not_exist()
        try:
            with translated("hour"):
                item.save(known)
        except Conflict as error:
            raise Unavailable("another counted this hour at the same time") from error

    def hours(self, code: str, since: int, until: int) -> Iterator[tuple[int, Figures]]:
        """Beginning and figures of each hour from ``since`` on and before ``until``.

        With those of joins, which are kept apart: others count them, at their own pace.
        """
        joins = self._joins(code, since, until)
        between = ScanItem.part.between(_hour(since), _hour(until - 1))
        with translated("hour"):
            for item in ScanItem.query(code, between):
                start = int(item.part.partition("#")[2])
                yield from _earlier(joins, start)
                yield start, with_joins(_figures(item), joins.pop(start, []))
        yield from _earlier(joins, until)

    def joins(self, code: str, since: int, until: int) -> Iterator[tuple[int, str, Counts]]:
        """Beginning of the hour, group, and what came of the people who came there."""
        between = ScanItem.part.between(f"joins#{since:013d}", f"joins#{until - 1:013d}~")
        with translated("hour"):
            for item in ScanItem.query(code, between):
                _, start, group = item.part.split("#", 2)
                yield int(start), group, json.loads(item.counts or "{}")

    def _joins(self, code: str, since: int, until: int) -> dict[int, list[Counts]]:
        hours: dict[int, list[Counts]] = {}
        for start, _, counts in self.joins(code, since, until):
            hours.setdefault(start, []).append(counts)
        return hours

    def last_counted(self, code: str) -> int:
        """Number of the last write by scans that is counted; 0 when none is.

        Facts that were late are counted in the hour they are of: the last two hours are looked at.
        """
        every = ScanItem.part.startswith("hour#")
        with translated("hour"):
            found = ScanItem.query(
                code, every, consistent_read=True, scan_index_forward=False, limit=2
            )
            return max((_figures(item).step for item in found), default=0)

    def archive(self, code: str, writes: Sequence[Written], now: int) -> None:
        """Keep facts for as long as events are kept; kept twice they are there once."""
        for start in range(0, len(writes), _AT_ONCE):
            self._archive(code, writes[start : start + _AT_ONCE], now)

    def _archive(self, code: str, writes: Sequence[Written], now: int) -> None:
        lines = [[one.step, write_facts(one.facts)] for one in writes]
        try:
            body = pack(json.dumps(lines, ensure_ascii=False).encode())
        except Oversized:
            if len(writes) == 1:
                raise
            half = len(writes) // 2
            self._archive(code, writes[:half], now)
            self._archive(code, writes[half:], now)
            return
        item = ScanItem(code, f"facts#{writes[0].step:012d}", body=body, zone=writes[0].zone)
        item.expires = expires(now, EVENT_DAYS)
        with translated("facts"):
            item.save()

    def archived(self, code: str, since: int = 0) -> Iterator[Written]:
        """Facts of batches from write ``since`` on, in order, each once. Raises Malformed."""
        last, kept = 0, ScanItem.part.between(f"facts#{since:012d}", "facts#~")
        with translated("facts"):
            for item in ScanItem.query(code, kept, consistent_read=True):
                for write in _writes(item):
                    if write.step > last:
                        last = write.step
                        yield write

    def opened(self, code: str, lease: str, first: int) -> None:
        """A block was drawn and not sent in yet; no write before ``first`` tells of it."""
        with suppress(Conflict), translated("block"):
            ScanItem(_OPEN, lease, of=code, step=first).save(ScanItem.code.does_not_exist())

    def closed(self, lease: str) -> None:
        """All that happened under a block is counted."""
        with translated("block"):
            ScanItem(_OPEN, lease).delete()

    def overdue(self, before: int, now: int, limit: int = 50) -> list[OpenBlock]:
        """Blocks drawn before a moment that nobody has claimed, oldest first."""
        with translated("block"):
            found = ScanItem.query(
                _OPEN, ScanItem.part < begun(before), _unclaimed(now), limit=bounded(limit)
            )
            return [_block(item) for item in found]

    def look(self, lease: str, known: int) -> None:
        """Note the code's last write; nothing when the block was closed meanwhile."""
        with suppress(Conflict), translated("block"):
            ScanItem(_OPEN, lease).update([ScanItem.known.set(known)], ScanItem.of.exists())

    def claim(self, lease: str, now: int, until: int) -> bool:
        """Take a block for oneself until a moment; False when somebody else has it.

        Whoever takes it after that must look anew.
        """
        item = ScanItem(_OPEN, lease)
        actions: list[Update] = [ScanItem.claimed.set(until), ScanItem.known.remove()]
        try:
            with translated("block"):
                item.update(actions, ScanItem.of.exists() & _unclaimed(now))
        except Conflict:
            return False
        return True


def _unclaimed(now: int) -> Condition:
    free: Condition = ScanItem.claimed.does_not_exist() | (ScanItem.claimed < now)
    return free


def _block(item: ScanItem) -> OpenBlock:
    return OpenBlock(item.of, item.part, int(item.step or 0), int(item.known or 0))


def _earlier(joins: dict[int, list[Counts]], before: int) -> Iterator[tuple[int, Figures]]:
    """Hours in which people came and nobody scanned; each is told once."""
    for start in [start for start in joins if start < before]:
        yield start, with_joins(Figures(), joins.pop(start))


def _hour(start: int) -> str:
    return f"hour#{start:013d}"


def _figures(item: ScanItem) -> Figures:
    return Figures(int(item.step or 0), json.loads(item.counts or "{}"))


def _writes(item: ScanItem) -> list[Written]:
    try:
        return [
            Written(int(step), read_facts(line), item.zone)
            for step, line in json.loads(unpack(item.body))
        ]
    except (ValueError, TypeError) as error:
        raise Malformed(f"facts of {item.code} from {item.part} on are damaged") from error
