"""Ways into groups that a bot opens for a live code."""

from typing import Annotated

from pydantic import AfterValidator, Field

from functions.console.api.context import Asking, At
from functions.console.api.delivery_views import DeliveryList, delivery_view
from functions.console.api.fields import Input, Milliseconds, View
from functions.console.api.references import group_of
from functions.console.api.resource import Resource
from hearth.domain.deliveries import Order
from hearth.domain.livecodes import is_channel
from hearth.domain.notices import Notice
from hearth.domain.ways import MOST_MEMBERS, code_of, source_of, way_of
from hearth.usecases.open_way import Wish

resource = Resource("ways")


def _channel(text: str) -> str:
    if not is_channel(text):
        raise ValueError("must be up to 40 letters, digits, _ . or -")
    return text


class NewWay(Input):
    """A way to open. The bot must be in the group and allowed to invite."""

    group: Annotated[str, Field(max_length=200, description="`platform:account:chat`")]
    channel: Annotated[str, Field(max_length=40), AfterValidator(_channel)] = Field(
        "", description="Where it is given out; becomes part of the name that joins are known by"
    )
    member_limit: int = Field(ge=1, le=MOST_MEMBERS, description="Seats")
    valid_until: Milliseconds = Field(0, description="0 when it does not expire")


class WayView(View):
    """What was ordered, or what is left to people where no platform's call can do it."""

    way: str = Field(description="The name that joins are known by; empty for a task")
    delivery: str = Field(description="Id of the delivery that opens it; empty for a task")
    task: str = Field(description="Id of the notice that asks people to do it; else empty")


@resource.post("/api/livecodes/<code>/ways", 404, status=202)
def open_way(asking: Asking, at: At, code: str, wanted: NewWay) -> WayView:
    """Let a bot open a way into a group.

    When the platform has opened it, it becomes a destination of the live code.
    """
    wish = Wish(group_of(wanted.group), wanted.channel, wanted.member_limit, wanted.valid_until)
    return _view(at.ways.request(asking, code, wish))


@resource.get("/api/livecodes/<code>/ways/<way>", 404)
def get_way(at: At, code: str, way: str) -> DeliveryList:
    """Show what became of a way that was ordered: its deliveries, oldest first."""
    source = source_of(at.ways.codes.load(code).code, way)
    found = at.records.deliveries.of_source(source) if code_of(source) else []
    return DeliveryList(items=[delivery_view(delivery) for delivery in found], next=None)


def _view(asked: Order | Notice) -> WayView:
    if isinstance(asked, Notice):
        return WayView(way="", delivery="", task=asked.id)
    return WayView(way=way_of(asked.source), delivery=asked.id, task="")
