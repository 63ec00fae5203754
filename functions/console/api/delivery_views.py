"""How a delivery is shown."""

from typing import Literal

from pydantic import Field

from functions.console.api.event_views import ActionView, action_view
from functions.console.api.fields import Listing, View
from hearth.domain.deliveries import Delivery


class DeliveryView(View):
    """What became of one action in one group."""

    id: str
    group: str
    action: ActionView
    source: str = Field(description="`event:…`, `post:…`, `way:…` or `joins:…`: why it was wanted")
    status: Literal["pending", "sending", "sent", "failed", "unknown"] = Field(
        description="unknown: nobody knows whether the platform did it; never repeated by itself"
    )
    detail: str = Field(description="What the platform said")
    result: dict[str, str] = Field(description="What the platform made, such as an address")
    created: int = Field(description="ms since 1970; 0 when not yet tried")
    attempts: int


class DeliveryList(Listing):
    """Deliveries."""

    items: list[DeliveryView]


def delivery_view(delivery: Delivery) -> DeliveryView:
    """One delivery."""
    order = delivery.order
    return DeliveryView(
        id=order.id,
        group=order.group.id,
        action=action_view(order.action),
        source=order.source,
        status=delivery.status.value,
        detail=delivery.detail,
        result=dict(delivery.result),
        created=delivery.created,
        attempts=delivery.attempts,
    )
