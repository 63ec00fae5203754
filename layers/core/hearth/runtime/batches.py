"""Batches of stream records: in order, nothing lost, nobody blocked for ever."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hearth.domain.errors import Unavailable

Record = Mapping[str, Any]


def in_order(
    records: Iterable[Record],
    take: Callable[[Record], object],
    set_aside: Callable[[Record, Exception], None],
) -> None:
    """Take every record; one that cannot be processed is set aside and the rest go on.

    Unavailable ends the batch: Lambda repeats it whole, halved if it fails again, and
    everything taken twice has the effect of once. Raises Unavailable.
    """
    for record in records:
        try:
            take(record)
        except Unavailable:
            raise
        except Exception as error:  # any defect: the record is kept, shown and replayable
            set_aside(record, error)
