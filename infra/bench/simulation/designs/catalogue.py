"""The designs that are compared, as the table names them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from hearth.domain.blocks import block_size
from hearth.usecases.desk import BlockSize
from infra.bench.simulation import model
from infra.bench.simulation.client import Client
from infra.bench.simulation.designs.conditional import ConditionalRoom
from infra.bench.simulation.designs.groups import Groups
from infra.bench.simulation.designs.items import Items
from infra.bench.simulation.designs.leases import LeasingRoom
from infra.bench.simulation.designs.shards import SHARDS, ShardedRoom
from infra.bench.simulation.designs.tickets import TicketsRoom
from infra.bench.simulation.fleet import Room
from infra.bench.simulation.scenario import Scenario


@dataclass(frozen=True)
class Prepared:
    """A design with the items of one run in the table."""

    open_room: Callable[[Client], Room]
    free: Callable[[], int]
    """Seats that the table knows to be free."""
    log: list[int] = field(default_factory=list)
    """Bytes of each line that the rooms write into the log."""
    items: Items | None = None
    """Of designs with a ticket counter."""


Design = Callable[[Scenario, Random], Prepared]


def conditional(scenario: Scenario, chance: Random) -> Prepared:
    """A conditional update for each group."""
    groups = Groups(scenario.groups, scenario.size)
    return Prepared(lambda client: ConditionalRoom(client, groups), lambda: groups.free)


def shards(scenario: Scenario, chance: Random) -> Prepared:
    """The same, each group in ten items."""
    groups = Groups(scenario.groups, scenario.size, SHARDS)
    return Prepared(lambda client: ShardedRoom(client, groups, chance), lambda: groups.free)


def leases(scenario: Scenario, chance: Random) -> Prepared:
    """Leased blocks for each group."""
    groups = Groups(scenario.groups, scenario.size)
    return Prepared(lambda client: LeasingRoom(client, groups), lambda: groups.free)


def tickets(size: BlockSize) -> Design:
    """One counter a code; ``size`` says how many tickets a write draws."""

    def prepared(scenario: Scenario, chance: Random) -> Prepared:
        items = Items(scenario.groups, scenario.size, model.EPOCH_MS)
        open_room = lambda client: TicketsRoom(client, items, size)  # noqa: E731
        return Prepared(open_room, lambda: items.free, items.log, items)

    return prepared


def one(rate: float, ahead: int, capacity: int) -> int:
    """A write for each scan, however fast they come."""
    return 1


DESIGNS: dict[str, Design] = {
    "conditional update": conditional,
    "ten shards": shards,
    "leased blocks": leases,
    "tickets, n = 1": tickets(one),
    "tickets, blocks": tickets(block_size),
}
