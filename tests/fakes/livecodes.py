"""The table of live codes in memory; it counts the requests that scans make."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.livecodes import Counter, Destination, LiveCode
from hearth.domain.scans import Scan
from tests.fakes.paging import page

_UNKNOWN = "there is no such live code"


@dataclass
class Requests:
    """Requests by kind, failed conditions included: they cost the same."""

    writes: int = 0
    reads: int = 0
    facts: list[str] = field(default_factory=list)
    """What rode on the writes, in order."""


class FakeLiveCodes:
    """The contract of ``store.livecodes.LiveCodes``."""

    def __init__(self, codes: Iterable[LiveCode] = ()) -> None:
        self._codes: dict[str, LiveCode] = {}
        self._counters: dict[str, Counter] = {}
        self._lock = Lock()
        self.requests = Requests()
        for code in codes:
            self.add(code)

    def __contains__(self, code: str) -> bool:
        return code in self._codes

    def __len__(self) -> int:
        return len(self._codes)

    def draw(self, scan: Scan, counted: bool = True, lost: int = 0) -> Counter:
        """Take the next ticket; count the scan unless it was counted; note a lost ticket.

        Raises NotFound.
        """
        return self._count(scan, {"seq": 1, "scans": int(counted)}, lost)

    def visit(self, scan: Scan) -> Counter:
        """Count a scan that needs no ticket, people and robots apart. NotFound."""
        return self._count(scan, {"robots" if scan.robot else "scans": 1})

    def skip(self, scan: Scan, to: int, lost: int) -> Counter | None:
        """Take ticket ``to + 1`` if no later one was drawn; None when one was."""
        with self._writing():
            counter = self._counters.get(scan.code)
            if counter is None or counter.seq > to:
                return None
            jumps = tuple(sorted({**dict(counter.jumps), to: counter.seq}.items()))
            leapt = replace(counter, seq=to + 1, jumps=jumps, lost=counter.lost | {lost})
            self._counters[scan.code] = leapt
            return leapt

    def give_back(self, scan: Scan, ticket: int) -> None:
        """Undo a draw that led nowhere, unless another ticket was drawn since."""
        with self._writing():
            counter = self._counters.get(scan.code)
            if counter is not None and counter.seq == ticket:
                self._counters[scan.code] = replace(counter, seq=ticket - 1)

    def load(self, code: str) -> LiveCode:
        """The code with its destinations; raises NotFound."""
        self.requests.reads += 1
        if code not in self._codes:
            raise NotFound(_UNKNOWN)
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
        self._counters[code.code] = Counter(0, code.version)

    def change(
        self, code: LiveCode, destinations: tuple[Destination, ...], most_drawn: int | None = None
    ) -> LiveCode:
        """Replace the destinations of a code that was read at ``code.version``.

        Raises Conflict when it was changed since or more than ``most_drawn`` were drawn.
        """
        changed = replace(code, version=code.version + 1, destinations=destinations)
        with self._lock:
            kept, counter = self._codes.get(code.code), self._counters.get(code.code)
            current = kept is not None and kept.version == code.version
            late = most_drawn is not None and counter is not None and counter.seq > most_drawn
            if not current or counter is None or late:
                raise Conflict("this live code exists already or has changed meanwhile")
            self._codes[code.code] = changed
            self._counters[code.code] = replace(counter, version=changed.version)
        return changed

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[LiveCode], str]:
        """Codes of a community and the next page's cursor."""
        own = [code for _, code in sorted(self._codes.items()) if code.community == community]
        return page(own, cursor, limit)

    def _count(self, scan: Scan, amounts: Mapping[str, int], lost: int = 0) -> Counter:
        with self._writing():
            if scan.code not in self._counters:
                raise NotFound(_UNKNOWN)
            self.requests.facts.append(scan.facts)
            kept = self._counters[scan.code]
            sums: dict[str, Any] = {n: getattr(kept, n) + more for n, more in amounts.items()}
            noted = kept.lost | ({lost} if lost else set())
            self._counters[scan.code] = replace(kept, lost=noted, **sums)
            return self._counters[scan.code]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock:
            self.requests.writes += 1
            yield
