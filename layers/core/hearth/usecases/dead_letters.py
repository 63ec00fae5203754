"""Dead letters: shown, processed again, thrown away."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hearth.console_ports import DeadQueue, DeliveryShelf, EventShelf, Resender, StreamParts
from hearth.domain.deadletters import (
    DeadLetter,
    Letter,
    Loss,
    LostEvent,
    LostPart,
    LostTick,
    loss_of,
)
from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput, Conflict, HearthError, NotFound
from hearth.domain.groups import GroupRef
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.records import Judged
from hearth.usecases.auditing import Auditor
from hearth.usecases.show_records import Records

MOST = 50
_MOST_PARTS = 5
"""Parts of the stream that are read back for one look; each costs several requests."""


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
    records: Records
    deliveries: DeliveryShelf
    parts: StreamParts
    outbox: Resender
    audit: Auditor

    def look(self) -> Seen:
        """Up to :data:`MOST` letters of each queue, left where they are."""
        letters: list[DeadLetter] = []
        for name, queue in self.queues.items():
            held = queue.hold(MOST)
            queue.release(held)
            letters += self._shown(name, held)
        waiting = {name: queue.count() for name, queue in self.queues.items()}
        return Seen(waiting, letters)

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
            for ident, letter in chosen.items():
                try:
                    act(name, letter)
                    queue.remove(letter)
                    handled.done.append(ident)
                except HearthError as error:
                    handled.failed[ident] = str(error)
        queue.release([chosen[ident] for ident in handled.failed])
        return handled

    def _again(self, name: str, letter: Letter) -> None:
        loss = loss_of(name, letter)
        if isinstance(loss, LostTick):
            raise Conflict("the next minute's tick does this work: discard the letter")
        if isinstance(loss, Order):
            self.outbox.resend(loss, secrets.token_hex(8))
        for group, key in self._places(loss):
            self.events.replay(group, key)

    def _places(self, loss: Loss) -> Sequence[tuple[GroupRef, str]]:
        if isinstance(loss, LostEvent):
            return [(loss.group, loss.key)]
        return self.parts.places(loss) if isinstance(loss, LostPart) else []

    def _shown(self, name: str, letters: Sequence[Letter]) -> list[DeadLetter]:
        shown, parts = [], 0
        for letter in letters:
            try:
                loss = loss_of(name, letter)
            except BadInput as error:
                content = {"body": letter.body[:500]}
                shown.append(
                    DeadLetter(
                        letter.id, name, "unreadable", str(error), letter.since, content=content
                    )
                )
                continue
            parts += isinstance(loss, LostPart)
            readable = not isinstance(loss, LostPart) or parts <= _MOST_PARTS
            shown.append(self._described(name, letter, loss, readable))
        return shown

    def _described(self, name: str, letter: Letter, loss: Loss, readable: bool) -> DeadLetter:
        events, note = self._events(loss) if readable else ((), "")
        what, why, group, content = _words(loss)
        if isinstance(loss, Order):
            content = {**content, **self._attempts(loss)}
        if note:
            content = {**content, "note": note}
        return DeadLetter(letter.id, name, what, why, letter.since, group, events, content)

    def _events(self, loss: Loss) -> tuple[tuple[Judged, ...], str]:
        try:
            return tuple(self.records.one(*place) for place in self._places(loss)), ""
        except HearthError as error:
            return (), str(error)

    def _attempts(self, order: Order) -> Mapping[str, object]:
        try:
            delivery = self.deliveries.get(order.id)
        except NotFound:
            return {"status": "pending", "detail": ""}
        return {"status": delivery.status, "detail": delivery.detail}


def _words(loss: Loss) -> tuple[str, str, str, Mapping[str, object]]:
    if isinstance(loss, LostEvent):
        return "event", loss.error, loss.group.id, {"key": loss.key}
    if isinstance(loss, LostPart):
        return "events", loss.reason, "", {"count": loss.count, "shard": loss.shard}
    if isinstance(loss, LostTick):
        return "tick", loss.reason, "", {}
    return "order", "given up after several attempts", loss.group.id, {"source": loss.source}
