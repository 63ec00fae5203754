"""Carry out one order: claim, call the platform, write down what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from hearth.domain.deliveries import Delivery, Later, Order, Outcome, Refused, Sent, Status, Unclear
from hearth.domain.errors import HearthError, Unavailable
from hearth.ports import ApiRequest, ApiResponse, Clock, Outbound, Secrets

_SETTLED: Mapping[type[Outcome], Status] = {
    Sent: Status.SENT,
    Refused: Status.FAILED,
    Unclear: Status.UNKNOWN,
    Later: Status.PENDING,
}

_AGAIN_S = 30


class DeliveryBook(Protocol):
    """The table of deliveries."""

    def claim(self, order: Order, now: int) -> bool: ...
    def settle(self, order: Order, status: Status, detail: str) -> bool: ...
    def get(self, delivery: str) -> Delivery: ...


class Caller(Protocol):
    """Calls a platform over HTTP."""

    def __call__(self, request: ApiRequest) -> ApiResponse | Later | Unclear | Refused:
        """The answer; Later or Refused when nothing was sent, Unclear when no answer came."""
        ...


@dataclass(frozen=True, slots=True)
class Courier:
    """Delivers orders; built once a room."""

    deliveries: DeliveryBook
    outbound: Callable[[str], Outbound]
    secrets: Secrets
    call: Caller
    clock: Clock

    def carry(self, order: Order) -> Outcome | None:
        """What came of it; None when the order was finished before. Raises Unavailable.

        A delivery that is found claimed but not settled was lost in a crash between claim and
        answer: nobody knows whether the platform heard it, so it becomes ``unknown``.
        """
        if self.deliveries.claim(order, self.clock()):
            outcome = self._try(order)
            self.deliveries.settle(order, _SETTLED[type(outcome)], _words(outcome))
            return outcome
        if self.deliveries.get(order.id).status is not Status.SENDING:
            return None
        lost = Unclear("the attempt ended before the platform's answer was written down")
        self.deliveries.settle(order, Status.UNKNOWN, lost.reason)
        return lost

    def _try(self, order: Order) -> Outcome:
        try:
            outbound = self.outbound(order.group.platform)
            own = self.secrets.account(order.group.platform, order.group.account)
            request = outbound.request(order.group.chat, order.action, own)
        except Unavailable as error:  # nothing was sent, so it is not lost
            return Later(_AGAIN_S, str(error))
        except HearthError as error:
            return Refused(str(error))
        response = self.call(request)
        if not isinstance(response, ApiResponse):
            return response
        return outbound.outcome(order.action, response)


def _words(outcome: Outcome) -> str:
    return outcome.detail if isinstance(outcome, Sent) else outcome.reason
