"""The outbox in memory: a FIFO queue that drops what it has heard already."""

from collections.abc import Sequence

from hearth.domain.deliveries import Order
from hearth.domain.errors import Unavailable


class FakeOutbox:
    """Satisfies ``ports.Outbox``. ``sent`` holds every order handed in, repeats included."""

    def __init__(self) -> None:
        self.sent: list[Order] = []
        self.takes: int | None = None
        """How many orders of a batch it takes before it stops answering; None for all."""

    @property
    def orders(self) -> list[Order]:
        """What will be delivered: every order once, in order of arrival."""
        return list({order.id: order for order in self.sent}.values())

    def __contains__(self, order: object) -> bool:
        return order in self.sent

    def __len__(self) -> int:
        return len(self.orders)

    def send(self, orders: Sequence[Order]) -> None:
        """Enqueue all, or take a part and raise Unavailable."""
        self.sent.extend(orders[: self.takes])
        if self.takes is not None:
            raise Unavailable("the outbox took only part: ServiceUnavailable")
