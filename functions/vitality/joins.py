"""The stream of events, as far as people come and go: counted, group by group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aws_lambda_powertools import Logger

from functions.vitality.past import read_event
from functions.vitality.room import Room
from hearth.domain.errors import Unavailable
from hearth.domain.events import Event
from hearth.runtime.batches import Record, in_order
from hearth.runtime.clock import now_ms
from hearth.store.events import from_image

logger = Logger(service="vitality")

_Told = list[tuple[Record, Event]]


def count(records: Iterable[Record], room: Room) -> int:
    """How many were told; what cannot be counted is set aside. Raises Unavailable."""
    groups: Mapping[str, _Told] = defaultdict(list)

    def read(record: Record) -> None:
        event = read_event(from_image(record["dynamodb"]["NewImage"]))
        groups[event.group.id].append((record, event))

    in_order(records, read, lambda record, error: _set_aside(record, error, room))
    room.keep.joined(sorted(set(_counted(groups.values(), room))))
    return sum(map(len, groups.values()))


def _counted(groups: Iterable[_Told], room: Room) -> Iterator[str]:
    """The codes that are concerned; a group that is in trouble stops no other."""
    for told in groups:
        try:
            yield from room.joins.take([event for _, event in told])
        except Unavailable:
            raise
        except Exception as error:  # any defect: the records are kept, shown and replayable
            for record, _ in told:
                _set_aside(record, error, room)


def _set_aside(record: Record, error: Exception, room: Room) -> None:
    keys: dict[str, Any] = {name: value["S"] for name, value in record["dynamodb"]["Keys"].items()}
    logger.exception("coming set aside", extra=keys)
    reason = f"{type(error).__name__}: {error}"[:500]
    room.dead.set_aside({**keys, "error": reason, "at": now_ms()})
