"""One ticket counter a code: the product's own use case and plans, on the simulated table."""

from collections.abc import Collection
from dataclasses import replace

from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts, Led, Scan
from hearth.usecases.desk import BlockSize
from hearth.usecases.scan import Usher
from infra.bench.simulation.client import Client
from infra.bench.simulation.designs.items import CODE, Items
from infra.bench.simulation.visitors import Kind, Visitor

CHANNELS = ("poster", "article", "mail-7", "shop")
DEVICES = ("android", "ios", "other", "android", "ios", "android", "android")


class Tickets:
    """The port of ``hearth.usecases.scan``."""

    def __init__(self, client: Client, items: Items) -> None:
        self._client, self._items = client, items

    def take(self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()) -> Counter:
        """One update of the counter."""

        def change() -> Counter:
            before = self._items.counter.counter
            noted = replace(
                before,
                seq=before.seq + tickets,
                scans=before.scans + facts.people,
                robots=before.robots + facts.robots,
                lost=before.lost | set(lost),
            )
            return self._items.counter.keep(noted, facts)

        return self._client.write(change, self._items.counter)

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        """One transaction of both items."""

        def change() -> bool:
            counter, code = self._items.counter.counter, self._items.code
            if code.code.version != plan.code.version - 1 or counter.seq > plan.last:
                return False
            code.code = plan.code
            seq = plan.last + 1 if drawn else counter.seq
            self._items.counter.keep(replace(plan.noted(counter), seq=seq), drawn)
            return True

        return self._client.write(change, self._items.counter, self._items.code)

    def load(self, code: str) -> LiveCode:
        """One read."""
        return self._client.read(lambda: self._items.code.code, self._items.code)


class TicketsRoom:
    """An environment of the room ``livecode``."""

    def __init__(self, client: Client, items: Items, size: BlockSize) -> None:
        self._usher = Usher(Tickets(client, items), items.journal, size)

    def lead(self, visitor: Visitor, known: int | None, now: int) -> int | None:
        """Ask the use case."""
        remembered = "" if known is None else str(known)
        robot = visitor.kind is Kind.ROBOT
        channel, device = (names[int(visitor.luck * len(names))] for names in (CHANNELS, DEVICES))
        scan = Scan(CODE, now, channel, robot, remembered, device)
        led = self._usher.lead(scan)
        return int(led.destination.id) if isinstance(led, Led) else None
