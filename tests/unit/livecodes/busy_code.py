"""A live code with several warm environments, an operator and a clock, and what they saw."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hearth.domain.blocks import LEASE_MS
from hearth.domain.errors import Unavailable
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import Led, Scan, Seen, Turned, read_line
from hearth.usecases.scan import Usher
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import destination
from tests.unit.livecodes.interleaving import Pause

_TRIES = 50


class Paused:
    """The table as one environment sees it: others may go on before each of its requests.

    Where ``lost`` says so, the answer to a write is lost on its way and the write repeated. A
    repeated transaction needs no test: DynamoDB knows it by its token.
    """

    def __init__(self, table: FakeLiveCodes, pause: Pause, lost: Iterable[bool] = ()) -> None:
        self._table = table
        self._pause = pause
        self._lost = iter(lost)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        request: Callable[..., Any] = getattr(self._table, name)

        def asked(*details: Any, **more: Any) -> Any:
            self._pause()
            if name == "take" and next(self._lost, False):
                request(*details, **more)
                self._pause()
            return request(*details, **more)

        return asked


@dataclass(frozen=True)
class Visit:
    """A scan, what came of it, and what the code was while it was answered."""

    scan: Scan
    result: Led | Turned | None
    """None when the visitor was asked to try again."""
    during: Sequence[LiveCode]
    before: Counter
    after: Counter


@dataclass
class BusyCode:
    """The world of a simulation."""

    table: FakeLiveCodes
    code: str = "tea1"
    block: int = 1
    """Tickets that environments draw at once."""
    now: int = 0
    visits: list[Visit] = field(default_factory=list)
    log: list[tuple[str, Seen]] = field(default_factory=list)

    @property
    def versions(self) -> list[LiveCode]:
        """Every version of the code so far."""
        return self.table.requests.versions

    @property
    def counter(self) -> Counter:
        """Tickets drawn and scans counted."""
        return self.table.counter(self.code)

    def environment(
        self, kinds: Sequence[str], lost: Iterable[bool] = ()
    ) -> Callable[[Pause], None]:
        """A warm environment that answers one scan of each kind, then is gone for ever."""

        def work(pause: Pause) -> None:
            table: Any = Paused(self.table, pause, lost)
            usher = Usher(table, self._journal, lambda rate, ahead, capacity: self.block)
            for kind in kinds:
                pause()
                self._answer(usher, self._scan(kind))

        return work

    def operator(self, changes: Sequence[tuple[str, int]]) -> Callable[[Pause], None]:
        """Somebody who adds and changes destinations, and archives, while time goes by."""

        def work(pause: Pause) -> None:
            for what, number in changes:
                pause()
                if what == "wait":
                    self.now += number
                else:
                    self._change(pause, what, number)

        return work

    def _journal(self, line: str) -> None:
        found = read_line(line)
        assert found, line
        self.log.append(found)

    def _scan(self, kind: str) -> Scan:
        led = [v.result.destination.id for v in self.visits if isinstance(v.result, Led)]
        remembered = led[len(led) // 2] if kind == "again" and led else ""
        return Scan(self.code, self.now, robot=kind == "robot", remembered=remembered)

    def _answer(self, usher: Usher, scan: Scan) -> None:
        known, before = self._noticed(), self.counter
        try:
            result: Led | Turned | None = usher.lead(scan)
        except Unavailable:
            result = None
        self.visits.append(Visit(scan, result, self.versions[known:], before, self.counter))

    def _noticed(self) -> int:
        """Number of the oldest version that an environment may still go by."""
        known = len(self.versions) - 1
        while self.block > 1 and known and self.versions[known].planned > self.now - LEASE_MS:
            known -= 1
        return known

    def _change(self, pause: Pause, what: str, number: int) -> None:
        for attempt in range(_TRIES):
            counter = self.counter
            pause()
            kept = self.table.load(self.code)
            pause()
            if counter.version != kept.version:
                continue
            margin = attempt * number
            edited = self._edited(kept, what, number)
            if self.table.replan(replanned(edited, counter, self.now, margin)):
                return

    def _edited(self, kept: LiveCode, what: str, number: int) -> LiveCode:
        if what == "archive":
            return replace(kept, archived=0 if kept.archived else self.now + 1)
        if what == "add" or not kept.destinations:
            new = destination(f"x{kept.version}", number + 1)
            return replace(kept, destinations=(*kept.destinations, new))
        chosen = kept.destinations[number % len(kept.destinations)]
        changes: dict[str, Any] = {
            "prolong": {"valid_until": self.now + number},
            "seats": {"capacity": number},
        }.get(what, {"enabled": not chosen.enabled})
        after = (replace(d, **changes) if d is chosen else d for d in kept.destinations)
        return replace(kept, destinations=tuple(after))
