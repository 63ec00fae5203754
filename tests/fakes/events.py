"""The table of events in memory."""

from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.events import Event
from hearth.domain.groups import GroupRef
from hearth.store.events import Stored
from hearth.store.packing import pack
from tests.fakes.paging import bounded


class FakeEvents:
    """The contract of ``store.events.Events``; satisfies ``ports.EventLog``."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Stored] = {}
        self.replayed: list[tuple[str, str]] = []
        self.down = False

    def __contains__(self, event: Event) -> bool:
        return (event.group.id, event.key) in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def append(self, event: Event, received: int) -> bool:
        """Store once; False when the same event was there. Raises Oversized, Unavailable."""
        if self.down:
            raise Unavailable("dynamodb PutItem: ConnectionRefusedError")
        packed = pack(event.raw)
        stored = Stored(event.group, event.key, packed, event.reader, received)
        return self._kept.setdefault((event.group.id, event.key), stored) is stored

    def get(self, group: GroupRef, key: str) -> Stored:
        """One event; raises NotFound."""
        try:
            return self._kept[group.id, key]
        except KeyError as error:
            raise NotFound("there is no such event") from error

    def newest(self, group: GroupRef, before: str = "", limit: int = 50) -> list[Stored]:
        """Events of a group, newest first, optionally only those before a key."""
        own = [stored for stored in self._kept.values() if stored.group == group]
        earlier = [stored for stored in own if not before or stored.key < before]
        return sorted(earlier, key=lambda stored: stored.key, reverse=True)[: bounded(limit)]

    def replay(self, group: GroupRef, key: str) -> None:
        """Note that the event is to be delivered once more; raises NotFound."""
        self.get(group, key)
        self.replayed.append((group.id, key))
