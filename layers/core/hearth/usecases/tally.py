"""Count scans from the stream of their writes: archived, then added to their hours, once each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import owner
from hearth.domain.statistics import Change, Figures, Written, by_hour, counted, resolved
from hearth.ports import Clock
from hearth.usecases.zones import Communities, Zones

_MOST_KNOWN = 500

GiveUp = Callable[[Sequence[Change], Exception], object]
"""Keeps changes of one code that cannot be counted."""


def _raised(_: Sequence[Change], error: Exception) -> None:
    raise error


class Statistics(Protocol):
    """The table of figures; see ``store.scans``."""

    def hour(self, code: str, start: int) -> Figures: ...
    def save_hour(self, code: str, start: int, before: Figures, after: Figures) -> None: ...
    def archive(self, code: str, writes: Sequence[Written], now: int) -> None: ...
    def opened(self, code: str, lease: str, first: int) -> None: ...
    def closed(self, lease: str) -> None: ...


class Codes(Protocol):
    """The table of live codes, read."""

    def load(self, code: str) -> LiveCode: ...


class Followers(Protocol):
    """Who is told of the seats that scans have handed out; see ``usecases.follow_seats``."""

    def follow(
        self, code: LiveCode, changes: Sequence[Change], writes: Sequence[Written]
    ) -> object: ...


class Tally:
    """Lives as long as the warm environment and remembers codes and time zones."""

    def __init__(
        self,
        statistics: Statistics,
        codes: Codes,
        communities: Communities,
        clock: Clock,
        followers: Followers | None = None,
    ) -> None:
        self._statistics = statistics
        self._codes = codes
        self._clock = clock
        self._followers = followers
        self._known: dict[str, LiveCode] = {}
        self._zones = Zones(communities, clock)

    def take(
        self, changes: Iterable[Change], give_up: GiveUp = _raised
    ) -> list[tuple[LiveCode, Counter]]:
        """Count a batch; each code of it, with its counter as it is now.

        Taken twice it counts once. A code in trouble is given up and stops no other. Raises
        Unavailable: the batch must come again.
        """
        done: list[tuple[LiveCode, Counter]] = []
        for code, own in _by_code(changes).items():
            try:
                self._count(code, own)
            except Unavailable:
                raise
            except NotFound:
                continue  # removed since: nobody asks for its figures
            except Exception as error:  # any defect: what is to be counted is kept and shown
                give_up(own, error)
                self._give_up_blocks(own)
                continue
            done.append((self._known[code], own[-1].after))
        return done

    def _count(self, code: str, changes: Sequence[Change]) -> None:
        writes = list(self._resolved(changes))
        self._statistics.archive(code, writes, self._clock())
        repeated = False
        for start, own in by_hour(writes).items():
            before = self._statistics.hour(code, start)
            after = counted(before, own)
            repeated |= own[0].step <= before.step
            if after.step > before.step:
                self._statistics.save_hour(code, start, before, after)
        self._follow_blocks(code, writes, repeated)
        if self._followers:
            self._followers.follow(self._known[code], changes, writes)

    def _resolved(self, changes: Sequence[Change]) -> Iterator[Written]:
        for change in changes:
            known = self._code(change.code, change.after.version)
            ids = {ticket: owner(known, ticket) for ticket in _tickets(change)}
            step, seq, zone = change.after.step, change.before.seq, self._zones.of(known.community)
            yield resolved(step, seq, change.facts, ids.__getitem__, zone.key)

    def _follow_blocks(self, code: str, writes: Sequence[Written], repeated: bool) -> None:
        """Blocks that end in the batch they begin in need no note, unless one was made before."""
        opened = {one.facts.lease for one in writes} - {""}
        closed = {one.facts.closes for one in writes} - {""}
        for lease in sorted(opened - closed):
            self._statistics.opened(code, lease, writes[0].step)
        for lease in sorted(closed if repeated else closed - opened):
            self._statistics.closed(lease)

    def _give_up_blocks(self, changes: Sequence[Change]) -> None:
        """What is in the code's counter must not be counted from the log as well."""
        for closed in sorted({change.facts.closes for change in changes} - {""}):
            self._statistics.closed(closed)

    def _code(self, code: str, version: int) -> LiveCode:
        known = self._known.get(code)
        if known is None or known.version < version:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[code] = self._codes.load(code)
        return known


def _by_code(changes: Iterable[Change]) -> Mapping[str, list[Change]]:
    codes: dict[str, list[Change]] = {}
    for change in changes:
        codes.setdefault(change.code, []).append(change)
    return codes


def _tickets(change: Change) -> set[int]:
    return {0, change.before.seq + 1} | {one.ticket for one in change.facts.seen}
