"""The table of deliveries in memory."""

from collections.abc import Mapping
from dataclasses import replace
from threading import Lock

from hearth.domain.deliveries import Delivery, Order, Status, bounded_result
from hearth.domain.errors import NotFound
from hearth.domain.groups import GroupRef
from tests.fakes.paging import bounded, page

_LONGEST_DETAIL = 500


class FakeDeliveries:
    """The contract of ``store.deliveries.Deliveries``: claimed once, settled once."""

    def __init__(self) -> None:
        self._kept: dict[str, Delivery] = {}
        self._lock = Lock()

    def __contains__(self, order: Order) -> bool:
        return order.id in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def claim(self, order: Order, now: int) -> bool:
        """Take the order for this attempt; False when it was taken or finished before."""
        with self._lock:
            kept = self._kept.get(order.id)
            if kept is None:
                self._kept[order.id] = Delivery(order, Status.SENDING, now)
                return True
            if kept.status is not Status.PENDING:
                return False
            attempts = kept.attempts + 1
            self._kept[order.id] = replace(kept, status=Status.SENDING, attempts=attempts)
            return True

    def settle(
        self, order: Order, status: Status, detail: str, result: Mapping[str, str] | None = None
    ) -> bool:
        """Write down how the attempt ended; False when it was no longer being sent."""
        kept = self._kept.get(order.id)
        if kept is None or kept.status is not Status.SENDING:
            return False
        settled = replace(kept, status=status, detail=detail[:_LONGEST_DETAIL])
        self._kept[order.id] = replace(settled, result=bounded_result(result or kept.result))
        return True

    def get(self, delivery: str) -> Delivery:
        """One delivery; raises NotFound."""
        if delivery not in self._kept:
            raise NotFound("there is no such delivery")
        return self._kept[delivery]

    def of_group(
        self, group: GroupRef, cursor: str = "", limit: int = 50
    ) -> tuple[list[Delivery], str]:
        """Deliveries into a group, newest first."""
        own = [kept for kept in self._kept.values() if kept.order.group == group]
        newest_first = sorted(own, key=lambda kept: kept.created, reverse=True)
        return page(newest_first, cursor, limit)

    def of_source(self, source: str, limit: int = 100) -> list[Delivery]:
        """Deliveries that one event or post led to."""
        own = [kept for kept in self._kept.values() if kept.order.source == source]
        return sorted(own, key=lambda kept: kept.created)[: bounded(limit)]
