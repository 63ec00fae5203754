"""A room that delivers, with everything in memory and a platform that does as it is told."""

from collections.abc import Mapping

from hearth.domain.actions import Action, PostText
from hearth.domain.deliveries import Delivery, Order, Outcome, Sent
from hearth.domain.errors import NotFound
from hearth.domain.groups import GroupRef
from hearth.ports import ApiRequest, ApiResponse, Outbound
from hearth.usecases.deliver import Courier
from tests.fakes.clock import FakeClock
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.secrets import FakeSecrets

TEA = GroupRef("onebot", "main", "12345")
ORDER = Order(TEA, PostText("tea at five"), "post:1")
SECRETS = {("onebot", "main"): {"api_base": "http://127.0.0.1:1"}}


class Crash(Exception):
    """The process ends here: the memory runs out, the time is up."""


class ToyApi:
    """A platform's API: ``outcome`` is what it answers, or ``error`` what happens instead."""

    def __init__(self) -> None:
        self.result: Outcome = Sent("message 7")
        self.unusable: Exception | None = None

    def request(self, chat: str, action: Action, secrets: Mapping[str, str]) -> ApiRequest:
        """A call that names everything it was made of."""
        if self.unusable:
            raise self.unusable
        return ApiRequest(f"{secrets['api_base']}/{chat}", {"action": action}, {})

    def outcome(self, action: Action, response: ApiResponse) -> Outcome:
        """What the test has planned."""
        return self.result


class Van:
    """A courier, its table, and everything it has called."""

    def __init__(self) -> None:
        self.deliveries = FakeDeliveries()
        self.secrets = FakeSecrets(SECRETS)
        self.clock = FakeClock()
        self.api = ToyApi()
        self.called: list[ApiRequest] = []
        self.answer: Outcome | ApiResponse | Exception = ApiResponse(200, {}, {})
        self.kept_facts: list[bytes] = []
        self.followed: list[Mapping[str, str]] = []
        self.courier = Courier(
            self.deliveries,
            self._outbound,
            self.secrets,
            self._call,
            self.clock,
            lambda order, facts: self.kept_facts.extend(facts),
            lambda order, result: self.followed.append(result),
        )

    def carry(self, order: Order = ORDER) -> Outcome | None:
        """Deliver an order."""
        return self.courier.carry(order)

    @property
    def kept(self) -> Delivery:
        """What is written down of the order."""
        return self.deliveries.get(ORDER.id)

    def _outbound(self, platform: str) -> Outbound:
        if platform != "onebot":
            raise NotFound(f"Hearth cannot act on {platform}")
        return self.api

    def _call(self, request: ApiRequest) -> Outcome | ApiResponse:
        assert self.deliveries.get(ORDER.id).status == "sending", "called before it was claimed"
        self.called.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer
