"""Deliveries: claimed once by a conditional put before any platform is called.

Item: ``delivery`` (hash), ``group``, ``source``, ``order`` (JSON), ``status``, ``detail``,
``result`` (JSON), ``created`` (ms), ``attempts``, ``expires`` (s).
"""

import json
from collections.abc import Mapping

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from hearth.domain.deliveries import Delivery, Order, Status, bounded_result
from hearth.domain.errors import Conflict
from hearth.domain.groups import GroupRef
from hearth.domain.retention import DELIVERY_DAYS, expires
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind


class ByGroup(GlobalSecondaryIndex["DeliveryItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_group"
        projection = AllProjection()

    group = UnicodeAttribute(hash_key=True)
    created = NumberAttribute(range_key=True)


class BySource(GlobalSecondaryIndex["DeliveryItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_source"
        projection = AllProjection()

    source = UnicodeAttribute(hash_key=True)
    created = NumberAttribute(range_key=True)


class DeliveryItem(Model):
    class Meta:
        table_name = ""

    delivery = UnicodeAttribute(hash_key=True)
    group = UnicodeAttribute()
    source = UnicodeAttribute()
    order = UnicodeAttribute()
    status = UnicodeAttribute()
    detail = UnicodeAttribute(default="")
    result = UnicodeAttribute(null=True)
    created = NumberAttribute()
    attempts = NumberAttribute(default=1)
    expires = NumberAttribute()
    by_group = ByGroup()
    by_source = BySource()


class Deliveries:
    """The table ``deliveries``."""

    def __init__(self, table_name: str) -> None:
        bind(DeliveryItem, table_name)

    def claim(self, order: Order, now: int) -> bool:
        """Take the order for this attempt; False when it was taken or finished before.

        A delivery that the platform asked to repeat later (``pending``) can be taken again.
        """
        try:
            with translated("delivery"):
                _fresh(order, now).save(DeliveryItem.delivery.does_not_exist())
        except Conflict:
            return self._claim_again(order)
        return True

    def settle(
        self, order: Order, status: Status, detail: str, result: Mapping[str, str] | None = None
    ) -> bool:
        """Write down how the attempt ended; False when it was no longer being sent."""
        item = DeliveryItem(order.id)
        actions: list[Update] = [
            DeliveryItem.status.set(status.value),
            DeliveryItem.detail.set(detail[:500]),
        ]
        if result:
            actions.append(DeliveryItem.result.set(json.dumps(bounded_result(result))))
        return self._change(item, actions, Status.SENDING)

    def get(self, delivery: str) -> Delivery:
        """One delivery; raises NotFound."""
        with translated("delivery"):
            return _read(DeliveryItem.get(delivery, consistent_read=True))

    def of_group(
        self, group: GroupRef, cursor: str = "", limit: int = 50
    ) -> tuple[list[Delivery], str]:
        """Deliveries into a group, newest first."""
        with translated("delivery"):
            found = DeliveryItem.by_group.query(
                group.id,
                scan_index_forward=False,
                limit=bounded(limit),
                last_evaluated_key=decode_cursor(cursor),
            )
            return page(found, _read)

    def of_source(self, source: str, limit: int = 100) -> list[Delivery]:
        """Deliveries that one event or post led to."""
        with translated("delivery"):
            found = DeliveryItem.by_source.query(source, limit=bounded(limit))
            return [_read(item) for item in found]

    def _claim_again(self, order: Order) -> bool:
        actions: list[Update] = [
            DeliveryItem.status.set(Status.SENDING.value),
            DeliveryItem.attempts.add(1),
        ]
        return self._change(DeliveryItem(order.id), actions, Status.PENDING)

    def _change(self, item: DeliveryItem, actions: list[Update], was: Status) -> bool:
        try:
            with translated("delivery"):
                item.update(actions, DeliveryItem.status == was.value)
        except Conflict:
            return False
        return True


def _fresh(order: Order, now: int) -> DeliveryItem:
    return DeliveryItem(
        order.id,
        group=order.group.id,
        source=order.source,
        order=order.to_json(),
        status=Status.SENDING.value,
        created=now,
        expires=expires(now, DELIVERY_DAYS),
    )


def _read(item: DeliveryItem) -> Delivery:
    return Delivery(
        Order.from_json(item.order),
        Status(item.status),
        int(item.created),
        item.detail or "",
        int(item.attempts or 1),
        json.loads(item.result or "{}"),
    )
