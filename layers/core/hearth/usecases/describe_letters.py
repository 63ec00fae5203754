"""What a dead letter is about, in words and with the events it concerns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearth.console_ports import DeliveryShelf, StreamParts
from hearth.domain.deadletters import (
    DeadLetter,
    Letter,
    Loss,
    LostEvent,
    LostPart,
    LostScans,
    LostTick,
    loss_of,
)
from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput, HearthError, NotFound
from hearth.domain.groups import GroupRef
from hearth.domain.records import Judged
from hearth.usecases.show_records import Records

_MOST_EVENTS = 20
"""Events of one letter that are shown."""

_MOST_PARTS = 5
"""Parts of the stream that are read back for one look; each costs several requests."""


@dataclass(frozen=True, slots=True)
class Describer:
    """Looks up what letters only name."""

    records: Records
    deliveries: DeliveryShelf
    parts: StreamParts

    def describe(self, queue: str, letters: Sequence[Letter]) -> list[DeadLetter]:
        """The letters as they are shown, also those that cannot be read."""
        losses = [_loss(queue, letter) for letter in letters]
        parts = [place for place, loss in enumerate(losses) if isinstance(loss, LostPart)]
        unread = set(parts[_MOST_PARTS:])
        return [
            self._described(queue, letter, loss, place not in unread)
            for place, (letter, loss) in enumerate(zip(letters, losses, strict=True))
        ]

    def places(self, loss: Loss) -> Sequence[tuple[GroupRef, str]]:
        """Group and key of the events it is about. Raises NotFound, Unavailable."""
        if isinstance(loss, LostEvent):
            return [(loss.group, loss.key)]
        return self.parts.places(loss) if isinstance(loss, LostPart) else []

    def _described(
        self, queue: str, letter: Letter, loss: Loss | BadInput, readable: bool
    ) -> DeadLetter:
        if isinstance(loss, BadInput):
            cut = {"body": letter.body[:500]}
            return DeadLetter(letter.id, queue, "unreadable", str(loss), letter.since, content=cut)
        events, note = self._events(loss) if readable else ((), "")
        what, why, group, known = _words(loss)
        attempts = self._attempts(loss) if isinstance(loss, Order) else {}
        noted = {"note": note} if note else {}
        content: dict[str, object] = {**known, **attempts, **noted}
        return DeadLetter(letter.id, queue, what, why, letter.since, group, events, content)

    def _events(self, loss: Loss) -> tuple[tuple[Judged, ...], str]:
        try:
            places = self.places(loss)[:_MOST_EVENTS]
            return tuple(self.records.one(*place) for place in places), ""
        except HearthError as error:
            return (), str(error)

    def _attempts(self, order: Order) -> Mapping[str, object]:
        try:
            delivery = self.deliveries.get(order.id)
        except NotFound:
            return {"status": "pending", "detail": ""}
        return {"status": delivery.status, "detail": delivery.detail}


def _loss(queue: str, letter: Letter) -> Loss | BadInput:
    try:
        return loss_of(queue, letter)
    except BadInput as error:
        return error


def _words(loss: Loss) -> tuple[str, str, str, Mapping[str, object]]:
    if isinstance(loss, LostEvent):
        return "event", loss.error, loss.group.id, {"key": loss.key}
    if isinstance(loss, LostPart):
        return "events", loss.reason, "", {"count": loss.count, "shard": loss.shard}
    if isinstance(loss, LostScans):
        return "scans", loss.reason, "", {"count": loss.count, "code": loss.code}
    if isinstance(loss, LostTick):
        return "tick", loss.reason, "", {}
    return "order", "given up after several attempts", loss.group.id, {"source": loss.source}
