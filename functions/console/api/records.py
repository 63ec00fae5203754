"""What happened in a group: events with their verdicts, members, deliveries."""

from typing import Annotated, Literal

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.delivery_views import DeliveryList, delivery_view
from functions.console.api.event_views import EventList, event_view
from functions.console.api.fields import Cursor, Input, Limit, Listing, Milliseconds, View
from functions.console.api.references import group_of
from functions.console.api.resource import Resource
from hearth.domain.members import Member

resource = Resource("records")

Id = Annotated[str, Field(min_length=1, max_length=128)]
Before = Annotated[str, Query(max_length=60, description="`next` of the page before")]


class NewEvent(Input):
    """A fact from a platform Hearth does not speak to. The same content is stored once."""

    kind: Literal["message", "joined", "left"]
    at: Milliseconds | None = Field(None, description="When it happened; without it: now")
    id: Id | None = Field(None, description="message: its id")
    member: Id | None = Field(None, description="message: who wrote it")
    text: str | None = Field(None, max_length=20_000, description="message: what was written")
    name: str | None = Field(None, max_length=200, description="message: the writer's name")
    links: list[str] | None = Field(None, max_length=100, description="message: addresses in it")
    members: list[Id] | None = Field(None, max_length=100, description="joined, left: who")
    via: str | None = Field(None, max_length=200, description="joined: how they came")
    inviter: Id | None = Field(None, description="joined: who brought them")


class StoredEvent(View):
    """Where the fact is."""

    key: str
    stored: bool = Field(description="false when the same fact was there already")


class MemberView(View):
    """A member of a group. Times are ms since 1970, 0 when never."""

    id: str
    name: str
    role: Literal["owner", "admin", "member", "unknown"]
    present: bool
    joined_at: int
    via: str
    inviter: str = Field(description="Who brought them, if the platform told")
    messages: int
    spoke_at: int


class MemberList(Listing):
    """Members of a group."""

    items: list[MemberView]


@resource.get("/api/groups/<group>/events", 404)
def list_events(at: At, group: str, before: Before = "", limit: Limit = 50) -> EventList:
    """List events with their verdicts, newest first."""
    judged, following = at.records.newest(group_of(group), before, limit)
    return EventList(items=[event_view(one) for one in judged], next=following or None)


@resource.post("/api/groups/<group>/events", 404)
def create_event(asking: Asking, at: At, group: str, wanted: NewEvent) -> StoredEvent:
    """Hand in a message, a join or a leave."""
    content = wanted.model_dump(exclude_none=True)
    key, stored = at.records.hand_in(asking, group_of(group), content)
    return StoredEvent(key=key, stored=stored)


@resource.get("/api/groups/<group>/members", 404)
def list_members(at: At, group: str, cursor: Cursor = "", limit: Limit = 50) -> MemberList:
    """List members."""
    items, following = at.records.members.of_group(group_of(group), cursor, limit)
    return MemberList(items=[_member(item) for item in items], next=following or None)


@resource.get("/api/groups/<group>/deliveries", 404)
def list_deliveries(at: At, group: str, cursor: Cursor = "", limit: Limit = 50) -> DeliveryList:
    """List what was sent into the group, newest first."""
    items, following = at.records.deliveries.of_group(group_of(group), cursor, limit)
    return DeliveryList(items=[delivery_view(item) for item in items], next=following or None)


def _member(member: Member) -> MemberView:
    return MemberView(
        id=member.id,
        name=member.name,
        role=member.role.value,
        present=member.present,
        joined_at=member.joined_at,
        via=member.via,
        inviter=member.inviter,
        messages=member.messages,
        spoke_at=member.spoke_at,
    )
