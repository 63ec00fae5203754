"""Lambda: environments that answer one request at a time and are frozen in between."""

from collections.abc import Callable
from typing import Protocol

from hearth.domain.errors import Unavailable
from infra.bench.simulation import model
from infra.bench.simulation.ledger import Ledger, Outcome
from infra.bench.simulation.stage import Actor, Stage
from infra.bench.simulation.table import Pause
from infra.bench.simulation.visitors import Visitor


class Room(Protocol):
    """What an environment runs; remembers what it likes until the environment is gone."""

    def lead(self, visitor: Visitor, known: int | None, now: int) -> int | None:
        """The group, or none; ``known`` is where the visitor has a seat. Raises Unavailable."""


class Environment:
    """One room in an actor of its own."""

    def __init__(self, actor: Actor, room: Room) -> None:
        self.actor, self.room = actor, room
        self.idle_since = 0.0


class Fleet:
    """Gives each scan an idle environment, the last one used first, or a new one."""

    def __init__(self, stage: Stage, ledger: Ledger, open_room: Callable[[Pause], Room]) -> None:
        self._stage, self._ledger, self._open_room = stage, ledger, open_room
        self._idle: list[Environment] = []
        self._busy = 0
        self.started = 0

    def scan(self, visitor: Visitor) -> None:
        """Let the visitor in; what becomes of him is in the ledger."""
        self._bury()
        if self._idle:
            self._serve(self._idle.pop(), visitor, model.HANDLER_MS)
        elif self._busy < model.ENVIRONMENTS:
            self._serve(self._start(), visitor, model.COLD_MS + model.HANDLER_MS)
        else:
            self._ledger.ended(visitor, Outcome.REFUSED)

    def end(self) -> None:
        """Let all actors go."""
        for environment in self._idle:
            environment.actor.end()

    def _bury(self) -> None:
        """The first of the idle were not used for the longest time."""
        gone = self._stage.now - model.IDLE_MS
        while self._idle and self._idle[0].idle_since < gone:
            self._idle.pop(0).actor.end()

    def _start(self) -> Environment:
        self.started += 1
        actor = Actor(self._stage)
        return Environment(actor, self._open_room(actor.pause))

    def _serve(self, environment: Environment, visitor: Visitor, delay: float) -> None:
        def begin() -> None:
            environment.actor.begin(lambda: self._lead(environment, visitor))

        self._busy += 1
        self._stage.after(delay, begin)

    def _lead(self, environment: Environment, visitor: Visitor) -> None:
        began = self._stage.now
        try:
            known = self._ledger.known(visitor)
            group = environment.room.lead(visitor, known, model.EPOCH_MS + int(began))
            self._ledger.answered(visitor, group, self._stage.now - began)
        except Unavailable:
            self._ledger.ended(visitor, Outcome.FAILED)
        environment.idle_since = self._stage.now
        self._busy -= 1
        self._idle.append(environment)
