"""Carry out one order: claim, call the platform, write down what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Protocol

from hearth.domain.actions import QUESTIONS, FetchJoins, kind_of
from hearth.domain.capabilities import require_able
from hearth.domain.deliveries import Delivery, Later, Order, Outcome, Refused, Sent, Status, Unclear
from hearth.domain.errors import BadInput, HearthError, Unavailable
from hearth.ports import ApiRequest, ApiResponse, Clock, Outbound, Secrets, TokenOutbound
from hearth.usecases.tokens import TOKEN, Tokens

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
    def settle(
        self, order: Order, status: Status, detail: str, result: Mapping[str, str] | None = None
    ) -> bool: ...
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
    keep: Callable[[Order, tuple[bytes, ...]], object]
    """Stores what a platform told, any number of times with the effect of once.

    Raises BadInput, Unavailable.
    """
    follow: Callable[[Order, Mapping[str, str]], object]
    """Goes on with what a platform made, with the effect of once too. Raises HearthError."""
    tokens: Tokens = field(default_factory=Tokens)

    def carry(self, order: Order) -> Outcome | None:
        """What came of it; None when the order was finished before. Raises Unavailable.

        A delivery that is found claimed but not settled was lost in a crash between claim and
        answer: nobody knows whether the platform heard it, so it becomes ``unknown``, unless it is
        a question, which is asked again.
        """
        early = _not_before(order) - self.clock()
        if early > 0:
            return Later(ceil(early / 1000), "it is not time yet")
        if self.deliveries.claim(order, self.clock()):
            return self._attempt(order)
        return self._found(order, self.deliveries.get(order.id))

    def _found(self, order: Order, known: Delivery) -> Outcome | None:
        if known.status is Status.SENT:  # perhaps a crash came before what it leads to
            self.follow(order, known.result)
        if known.status is not Status.SENDING:
            return None
        if isinstance(order.action, QUESTIONS):
            return self._attempt(order)
        lost = Unclear("the attempt ended before the platform's answer was written down")
        self.deliveries.settle(order, Status.UNKNOWN, lost.reason)
        return lost

    def _attempt(self, order: Order) -> Outcome:
        outcome = self._kept(order, self._try(order))
        result = outcome.result if isinstance(outcome, Sent) else {}
        self.deliveries.settle(order, _SETTLED[type(outcome)], _words(outcome), result)
        if isinstance(outcome, Sent):
            self.follow(order, result)
        return outcome

    def _kept(self, order: Order, outcome: Outcome) -> Outcome:
        """Before it is settled: what was told is nowhere else."""
        if isinstance(outcome, Unclear) and isinstance(order.action, QUESTIONS):
            return Later(_AGAIN_S, outcome.reason)
        if not isinstance(outcome, Sent) or not outcome.facts:
            return outcome
        try:
            self.keep(order, outcome.facts)
        except BadInput as error:
            return Refused(f"the platform's answer cannot be used: {error}")
        return outcome

    def _try(self, order: Order) -> Outcome:
        platform = order.group.platform
        try:
            outbound = self.outbound(platform)
            require_able(platform, kind_of(order.action))
            own = self.secrets.account(platform, order.group.account)
            return self._say(outbound, order, own)
        except Unavailable as error:  # nothing was sent, so it is not lost
            return Later(_AGAIN_S, str(error))
        except HearthError as error:
            return Refused(str(error))

    def _say(self, outbound: Outbound, order: Order, own: Mapping[str, str]) -> Outcome:
        if not isinstance(outbound, TokenOutbound):
            return self._ask(outbound, order, own)[0]
        for _ in range(2):  # a token may end before its time: then once with a new one
            token = self.tokens.of(outbound, own, self.call, self.clock())
            if not isinstance(token, str):
                return token
            outcome, response = self._ask(outbound, order, {**own, TOKEN: token})
            if response is None or not outbound.refuses_token(response):
                return outcome
            self.tokens.forget(outbound, own)
        return outcome

    def _ask(
        self, outbound: Outbound, order: Order, own: Mapping[str, str]
    ) -> tuple[Outcome, ApiResponse | None]:
        response = self.call(outbound.request(order.group.chat, order.action, own))
        if not isinstance(response, ApiResponse):
            return response, None
        return outbound.outcome(order.action, response), response


def _not_before(order: Order) -> int:
    return order.action.not_before if isinstance(order.action, FetchJoins) else 0


def _words(outcome: Outcome) -> str:
    return outcome.detail if isinstance(outcome, Sent) else outcome.reason
