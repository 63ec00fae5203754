"""The two items of a live code in the simulated table, with the sizes that the store gives them."""

from dataclasses import replace

from hearth.domain import plans
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.scans import Facts, write_facts
from hearth.domain.statistics import Change
from hearth.store.livecode_form import write_content
from infra.bench.simulation.table import Item

CODE = "poster26"
COUNTER_BYTES = 110
"""Keys, names and numbers of the counter's item, without facts and lost tickets."""
CODE_BYTES = 150


class CounterItem(Item):
    """Tickets drawn, scans counted, and the facts of the last write."""

    def __init__(self) -> None:
        super().__init__()
        self.counter = Counter(0, 0)
        self.changes: list[Change] = []
        """What the table's stream tells, in order."""
        self._facts = 0

    @property
    def size(self) -> int:
        """Grows with the facts of a block and with the tickets that came back."""
        lost = sum(3 + len(str(ticket)) // 2 for ticket in self.counter.lost)
        return COUNTER_BYTES + self._facts + lost

    def keep(self, counter: Counter, facts: Facts | None) -> Counter:
        """The counter after a write."""
        if facts:
            self._facts = len(write_facts(facts))
            counter = replace(counter, step=counter.step + 1)
            self.changes.append(Change(CODE, self.counter, counter, facts))
        self.counter = counter
        return counter


class CodeItem(Item):
    """Destinations and plan."""

    def __init__(self, code: LiveCode) -> None:
        super().__init__()
        self.code = code

    @property
    def size(self) -> int:
        """As the store writes it."""
        return CODE_BYTES + sum(map(len, write_content(self.code).values()))


class Items:
    """The two items of one code with ``groups`` of ``size`` seats."""

    def __init__(self, groups: int, size: int, now: int) -> None:
        self.capacity = groups * size
        links = [_link(number, size) for number in range(groups)]
        code = LiveCode(CODE, "c", "Poster", 0, tuple(links))
        self.counter = CounterItem()
        self.code = CodeItem(plans.replanned(code, Counter(0, 0), now).code)
        self.counter.counter = Counter(0, self.code.code.version)
        self.log: list[int] = []
        """Bytes of each line in the log."""

    @property
    def free(self) -> int:
        """Seats that the table knows to be free: not drawn, or come back."""
        code, counter = self.code.code, self.counter.counter
        drawn = sum(max(0, min(part.last, counter.seq) - part.first + 1) for part in code.plan)
        settled = sum(one.settled for one in code.destinations)
        return self.capacity - settled - drawn + self._back

    @property
    def _back(self) -> int:
        """Lost tickets that the plan still knows; the others are settled."""
        parts = self.code.code.plan
        return sum(
            any(part.first <= ticket <= part.last for part in parts)
            for ticket in self.counter.counter.lost
        )

    def journal(self, line: str) -> None:
        """Lambda would send it to CloudWatch."""
        self.log.append(len(line.encode()) + 1)


def _link(number: int, size: int) -> Destination:
    return Destination(str(number), Kind.LINK, f"https://t.me/+{number:016d}", size)
