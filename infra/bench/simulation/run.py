"""One run: one design, one rate, one seed."""

from collections.abc import Iterator
from random import Random

from infra.bench.simulation.client import Client
from infra.bench.simulation.designs.catalogue import Design, Prepared
from infra.bench.simulation.figures import Figures, figures
from infra.bench.simulation.fleet import Fleet
from infra.bench.simulation.ledger import Ledger
from infra.bench.simulation.scenario import Scenario
from infra.bench.simulation.stage import Stage
from infra.bench.simulation.table import Table
from infra.bench.simulation.visitors import Visitor, visitors


def simulate(design: Design, scenario: Scenario, seed: int) -> Figures:
    """Let everybody come and count. The same seed brings the same visitors to every design."""
    chance = Random(seed)  # noqa: S311 - a simulation must be repeatable
    return run(design(scenario, chance), scenario, seed, chance)


def run(prepared: Prepared, scenario: Scenario, seed: int, chance: Random) -> Figures:
    """The same for a design whose items one wants to look at afterwards."""
    arrivals = Random(f"{seed}/{scenario.rate}")  # noqa: S311
    stage = Stage()
    table = Table(stage, chance)
    ledger = Ledger(scenario.groups, scenario.size, prepared.free)
    fleet = Fleet(stage, ledger, lambda pause: prepared.open_room(Client(table, pause, chance)))
    _let_in(stage, fleet, visitors(scenario.rate, scenario.ramp, scenario.scans, arrivals))
    stage.run()
    fleet.end()
    return figures(scenario, ledger, table, fleet.started, prepared.log)


def _let_in(stage: Stage, fleet: Fleet, coming: Iterator[Visitor]) -> None:
    """Each arrival calls for the next, so that the stage never holds all of them."""

    def arrive(visitor: Visitor) -> None:
        fleet.scan(visitor)
        _let_in(stage, fleet, coming)

    if visitor := next(coming, None):
        stage.after(visitor.at - stage.now, lambda: arrive(visitor))
