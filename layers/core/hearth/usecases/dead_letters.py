"""Dead letters: shown, processed again, thrown away."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hearth.console_ports import DeadQueue, EventShelf, Resender
from hearth.domain.deadletters import DeadLetter, Letter, LostScans, LostTick, loss_of
from hearth.domain.deliveries import Order
from hearth.domain.errors import Conflict, HearthError
from hearth.domain.operators import Actor, OperatorRole
from hearth.usecases.auditing import Auditor
from hearth.usecases.describe_letters import Describer

MOST = 50


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look into the queues found."""

    waiting: Mapping[str, int]
    letters: Sequence[DeadLetter]


@dataclass(slots=True)
class Handled:
    """What became of the chosen letters, by id."""

    done: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeadLetters:
    """What operators do with dead letters."""

    queues: Mapping[str, DeadQueue]
    events: EventShelf
    describer: Describer
    outbox: Resender
    audit: Auditor

    def look(self) -> Seen:
        """Up to :data:`MOST` letters of each queue, left where they are."""
        letters: list[DeadLetter] = []
        for name, queue in self.queues.items():
            held = queue.hold(MOST)
            queue.release(held)
            letters += self.describer.describe(name, held)
        return Seen({name: queue.count() for name, queue in self.queues.items()}, letters)

    def replay(self, actor: Actor, queue: str, ids: Sequence[str]) -> Handled:
        """Process letters again, then remove them. Raises Forbidden, Unavailable."""
        return self._handle(actor, "deadletter.replay", queue, ids, self._again)

    def discard(self, actor: Actor, queue: str, ids: Sequence[str]) -> Handled:
        """Remove letters. Raises Forbidden, Unavailable."""
        return self._handle(actor, "deadletter.discard", queue, ids, lambda _name, _letter: None)

    def _handle(
        self,
        actor: Actor,
        what: str,
        name: str,
        ids: Sequence[str],
        act: Callable[[str, Letter], None],
    ) -> Handled:
        actor.require(OperatorRole.OPERATOR)
        queue, handled = self.queues[name], Handled()
        held = {letter.id: letter for letter in queue.hold(MOST)}
        chosen = {ident: held.pop(ident) for ident in dict.fromkeys(ids) if ident in held}
        queue.release(list(held.values()))
        handled.missing = [ident for ident in dict.fromkeys(ids) if ident not in chosen]
        with self.audit.change(actor, what, name, after={"ids": list(chosen)}):
            for letter in chosen.values():
                self._try(name, letter, act, handled)
        queue.release([chosen[ident] for ident in handled.failed])
        return handled

    def _try(
        self, name: str, letter: Letter, act: Callable[[str, Letter], None], handled: Handled
    ) -> None:
        try:
            act(name, letter)
            self.queues[name].remove(letter)
            handled.done.append(letter.id)
        except HearthError as error:
            handled.failed[letter.id] = str(error)

    def _again(self, name: str, letter: Letter) -> None:
        loss = loss_of(name, letter)
        if isinstance(loss, LostTick):
            raise Conflict("the next minute's tick does this work: discard the letter")
        if isinstance(loss, LostScans):
            raise Conflict("later scans are counted already: discard the letter")
        if isinstance(loss, Order):
            self.outbox.resend(loss, secrets.token_hex(8))
        for group, key in self.describer.places(loss):
            self.events.replay(group, key)
