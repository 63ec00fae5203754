"""A live code with several warm environments, an operator and a clock, and what they saw."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hearth.domain.errors import Conflict, Unavailable
from hearth.domain.livecodes import Counter, Destination, LiveCode, appended, changed
from hearth.domain.scans import Led, Scan, Turned
from hearth.usecases.scan import Usher
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import destination
from tests.unit.livecodes.interleaving import Pause

_TRIES = 50


class Paused:
    """The table as one environment sees it: others may go on before each of its requests.

    Where ``lost`` says so, the answer to a write is lost on its way and the write repeated,
    except that nothing is given back twice.
    """

    def __init__(self, table: FakeLiveCodes, pause: Pause, lost: Iterable[bool] = ()) -> None:
        self._table = table
        self._pause = pause
        self._lost = iter(lost)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        request: Callable[..., Any] = getattr(self._table, name)

        def asked(*details: Any, **more: Any) -> Any:
            self._pause()
            if name in ("draw", "visit", "skip") and next(self._lost, False):
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
    drawn: int
    """Tickets drawn when it was answered."""


@dataclass
class BusyCode:
    """The world of a simulation."""

    table: FakeLiveCodes
    code: str = "tea1"
    now: int = 0
    visits: list[Visit] = field(default_factory=list)
    versions: list[LiveCode] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.versions.append(self.table.load(self.code))

    @property
    def counter(self) -> Counter:
        """Tickets drawn and scans counted."""
        return self.table.counter(self.code)

    def environment(
        self, kinds: Sequence[str], lost: Iterable[bool] = ()
    ) -> Callable[[Pause], None]:
        """A warm environment that answers one scan of each kind."""

        def work(pause: Pause) -> None:
            usher = Usher(Paused(self.table, pause, lost))
            for kind in kinds:
                self._answer(usher, self._scan(kind))

        return work

    def operator(self, changes: Sequence[tuple[str, int]]) -> Callable[[Pause], None]:
        """Somebody who adds, switches and prolongs destinations, while time goes by."""

        def work(pause: Pause) -> None:
            for what, number in changes:
                pause()
                if what == "wait":
                    self.now += number
                else:
                    self._change(pause, what, number)

        return work

    def _scan(self, kind: str) -> Scan:
        led = [v.result.destination.id for v in self.visits if isinstance(v.result, Led)]
        remembered = led[0] if kind == "again" and led else ""
        return Scan(self.code, self.now, robot=kind == "robot", remembered=remembered)

    def _answer(self, usher: Usher, scan: Scan) -> None:
        start = len(self.versions) - 1
        try:
            result: Led | Turned | None = usher.lead(scan)
        except Unavailable:
            result = None
        self.visits.append(Visit(scan, result, self.versions[start:], self.counter.seq))

    def _change(self, pause: Pause, what: str, number: int) -> None:
        for _ in range(_TRIES):
            kept = self.table.load(self.code)
            pause()
            counter = self.counter
            pause()
            destinations = self._destinations(kept, what, number, counter)
            grown = {one.first for one in destinations} - {one.first for one in kept.destinations}
            try:
                made = self.table.change(kept, destinations, max(grown, default=None))
            except Conflict:
                continue
            self.versions.append(made)
            return

    def _destinations(
        self, kept: LiveCode, what: str, number: int, counter: Counter
    ) -> tuple[Destination, ...]:
        if what == "add" or not kept.destinations:
            name = f"d{len(kept.destinations)}"
            return appended(kept, destination(name, number + 1), counter.seq)
        chosen = kept.destinations[number % len(kept.destinations)]
        if what == "prolong":
            later = replace(chosen, valid_until=self.now + number)
            return changed(kept, later, counter, self.now)
        return changed(kept, replace(chosen, enabled=not chosen.enabled), counter, self.now)
