"""Events: the durable, deduplicated, ordered log that everything else is derived from.

Item: ``group`` (hash), ``key`` (range, ``time#hash``), ``body`` (zlib of the raw bytes),
``kind``, ``reader``, ``received`` (ms), ``replays``, ``expires`` (s).
"""

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pynamodb.attributes import BinaryAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.errors import Conflict
from hearth.domain.events import Event
from hearth.domain.groups import GroupRef
from hearth.domain.retention import EVENT_DAYS, expires
from hearth.store.base import bounded, translated
from hearth.store.connection import bind
from hearth.store.packing import pack, unpack

Read = Callable[[str, str, bytes], Event]
"""(translator's name, account, body) → event."""


_AT_ONCE = 250


class EventItem(Model):
    class Meta:
        table_name = ""

    group = UnicodeAttribute(hash_key=True)
    key = UnicodeAttribute(range_key=True)
    body = BinaryAttribute(legacy_encoding=False)
    kind = UnicodeAttribute()
    reader = UnicodeAttribute(null=True)
    received = NumberAttribute()
    replays = NumberAttribute(null=True)
    expires = NumberAttribute()


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as it lies in the table, not yet read."""

    group: GroupRef
    key: str
    packed: bytes | None
    """None in an item that somebody else has written."""
    reader: str
    received: int

    @property
    def body(self) -> bytes:
        """The raw bytes; raises Malformed when they were damaged, or are not there."""
        return unpack(self.packed)

    def read(self, read: Read) -> Event:
        """The event, by the translator that knows its form. Raises Malformed."""
        return read(self.reader or self.group.platform, self.group.account, self.body)


class Events:
    """The table ``events``."""

    def __init__(self, table_name: str) -> None:
        bind(EventItem, table_name)

    def append(self, event: Event, received: int) -> bool:
        """Store once; False when the same event was there already."""
        item = EventItem(event.group.id, event.key, **columns(event, received))
        try:
            with translated("event"):
                item.save(EventItem.key.does_not_exist())
        except Conflict:
            return False
        return True

    def get(self, group: GroupRef, key: str) -> Stored:
        """One event; raises NotFound."""
        with translated("event"):
            return _stored(EventItem.get(group.id, key))

    def newest(self, group: GroupRef, before: str = "", limit: int = 50) -> list[Stored]:
        """Events of a group, newest first, optionally only those before a key."""
        condition = EventItem.key < before if before else None
        with translated("event"):
            found = EventItem.query(
                group.id, condition, scan_index_forward=False, limit=bounded(limit)
            )
            return [_stored(item) for item in found]

    def memberships(self, group: str, since: int, most: int = 1_000) -> Iterator[Stored]:
        """Comings and goings from ``since`` (ms) on, in order, among the next ``most`` events."""
        later, kind = EventItem.key >= f"{since:013d}", EventItem.kind == "membership"
        with translated("event"):
            found = EventItem.query(group, later, kind, page_size=_AT_ONCE)
            for page in islice(found.page_iter, -(-most // _AT_ONCE)):
                yield from (_stored(EventItem.from_raw_data(raw)) for raw in page["Items"])

    def replay(self, group: GroupRef, key: str) -> None:
        """Let the table's stream deliver the event once more; raises NotFound."""
        with translated("event"):
            item = EventItem.get(group.id, key)
            item.update([EventItem.replays.add(1)], EventItem.key.exists())


def columns(event: Event, received: int) -> dict[str, Any]:
    """The attributes of an event's item besides its keys."""
    return {
        "body": pack(event.raw),
        "kind": event.kind,
        "reader": event.reader or None,
        "received": received,
        "expires": expires(received, EVENT_DAYS),
    }


def from_image(image: Mapping[str, Mapping[str, Any]]) -> Stored:
    """Read the ``NewImage`` of a stream record, whose binaries are base64 text."""
    body = image.get("body", {}).get("B")
    raw = base64.b64decode(body) if isinstance(body, str) else body
    return Stored(
        GroupRef.parse(image["group"]["S"]),
        image["key"]["S"],
        raw,
        image.get("reader", {}).get("S", ""),
        int(image["received"]["N"]),
    )


def _stored(item: EventItem) -> Stored:
    group = GroupRef.parse(item.group)
    return Stored(group, item.key, item.body, item.reader or "", int(item.received or 0))
