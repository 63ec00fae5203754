"""The table of live codes in memory; it counts the requests that scans make."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Lock

from hearth.domain.errors import Conflict, Malformed, NotFound, Unavailable
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts
from tests.fakes.paging import page

_UNKNOWN = "there is no such live code"


@dataclass
class Requests:
    """Requests by kind, failed conditions included: they cost the same."""

    writes: int = 0
    reads: int = 0
    facts: list[tuple[Counter, Counter, Facts]] = field(default_factory=list)
    """The counter before and after each write by a scan, and what rode on it, in order."""
    versions: list[LiveCode] = field(default_factory=list)
    """Every version of every code, in order."""
    down: bool = False
    """Whether writes fail."""


class FakeLiveCodes:
    """The contract of ``store.livecodes.LiveCodes``."""

    def __init__(self, codes: Iterable[LiveCode] = ()) -> None:
        self._codes: dict[str, LiveCode] = {}
        self._counters: dict[str, Counter] = {}
        self._due: dict[str, int] = {}
        self._last: dict[str, Facts] = {}
        self._lock = Lock()
        self.requests = Requests()
        self.damaged = False
        for code in codes:
            self.add(code)

    def __contains__(self, code: str) -> bool:
        return code in self._codes

    def __len__(self) -> int:
        return len(self._codes)

    def take(self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()) -> Counter:
        """Draw the next ``tickets``, count the scans of ``facts``, note ``lost`` tickets.

        Facts that tell nothing are no step that anybody waits to be counted.
        Sent again under the same ``facts.id``, it changes nothing if no other write came between.
        Raises NotFound.
        """
        with self._writing():
            if code not in self._counters:
                raise NotFound(_UNKNOWN)
            kept = self._counters[code]
            if facts.id and self._last.get(code) == facts:
                return kept
            after = replace(
                kept,
                seq=kept.seq + tickets,
                scans=kept.scans + facts.people,
                robots=kept.robots + facts.robots,
                lost=kept.lost | set(lost),
                step=kept.step + facts.tell,
            )
            return self._keep(code, kept, after, facts)

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        """Save a plan; with ``drawn`` also draw its first ticket, for a scan with these facts.

        False when the code was changed or the plan's ``last`` was passed meanwhile: nothing is
        saved then.
        """
        name = plan.code.code
        with self._writing():
            known, counter = self._codes.get(name), self._counters.get(name)
            if known is None or counter is None or known.version != plan.code.version - 1:
                return False
            if counter.seq > plan.last:
                return False
            changed = plan.noted(counter)
            self._codes[name] = plan.code
            self._watch(name, plan.code.planned)
            self.requests.versions.append(plan.code)
            self._counters[name] = changed
            if drawn:
                taken = replace(changed, seq=plan.last + 1, step=counter.step + 1)
                self._keep(name, counter, taken, drawn)
            return True

    def load(self, code: str) -> LiveCode:
        """The code with its destinations; raises NotFound."""
        self.requests.reads += 1
        if code not in self._codes:
            raise NotFound(_UNKNOWN)
        if self.damaged:
            raise Malformed("not the content of a live code")
        return self._codes[code]

    def counter(self, code: str) -> Counter:
        """Tickets drawn and scans counted so far; raises NotFound."""
        if code not in self._counters:
            raise NotFound(_UNKNOWN)
        return self._counters[code]

    def counters(self, codes: list[str]) -> dict[str, Counter]:
        """Counters of up to 100 codes at once."""
        return {code: self._counters[code] for code in codes if code in self._counters}

    def add(self, code: LiveCode) -> None:
        """Enter a new code; raises Conflict when it is taken."""
        if code.code in self._codes:
            raise Conflict("this live code exists already or has changed meanwhile")
        self._codes[code.code] = code
        self._watch(code.code, code.planned)
        self.requests.versions.append(code)
        self._counters[code.code] = Counter(0, code.version)

    def due(self, now: int, limit: int = 50) -> list[str]:
        """Codes that should be looked at by ``now``, those most overdue first."""
        due = sorted((at, name) for name, at in self._due.items() if at <= now)
        return [name for _, name in due[:limit]]

    def warned(self, code: LiveCode, next_at: int) -> None:
        """Look at ``code`` again at ``next_at`` (ms), never for 0; nothing if it has changed."""
        if self._codes[code.code].version == code.version:
            self._watch(code.code, next_at)

    def put_off(self, code: str, begun: int, until: int) -> None:
        """Have a code that fails looked at ``until`` (ms); nothing if saved since ``begun``."""
        if code in self._due and self._due[code] <= begun:
            self._due[code] = until

    def _watch(self, code: str, at: int) -> None:
        self._due.pop(code, None)
        if at:
            self._due[code] = at

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[LiveCode], str]:
        """Codes of a community and the next page's cursor."""
        own = [code for _, code in sorted(self._codes.items()) if code.community == community]
        return page(own, cursor, limit)

    def _keep(self, code: str, before: Counter, after: Counter, facts: Facts) -> Counter:
        self._counters[code] = after
        if facts.tell:
            self.requests.facts.append((before, after, facts))
            self._last[code] = facts
        return after

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock:
            self.requests.writes += 1
            if self.requests.down:
                raise Unavailable("live code: InternalServerError")
            yield
