"""Chats on platforms."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Input, Limit, Line, Listing, View
from functions.console.api.references import group_of
from functions.console.api.resource import Resource
from hearth.domain.capabilities import CAPABILITIES
from hearth.domain.groups import Group

resource = Resource("groups")

GroupId = Annotated[str, Field(max_length=200, description="`platform:account:chat`")]
Community = Annotated[str, Field(max_length=40, description="A community's key, or `-` for none")]
MemberLimit = Annotated[int, Field(ge=0, le=1_000_000, description="0 when not known")]


class NewGroup(Input):
    """A chat to enter before its first event."""

    group: GroupId
    name: Line
    community: Community = "-"
    member_limit: MemberLimit = 0


class GroupChanges(Input):
    """What to change; what is left out stays."""

    name: Line | None = None
    community: Community | None = None
    member_limit: MemberLimit | None = None


class GroupView(View):
    """A chat."""

    group: str
    platform: str
    account: str
    chat: str
    name: str
    community: str
    member_limit: int
    capabilities: list[str] = Field(description="What Hearth can do there: post, delete, …")


class GroupList(Listing):
    """Groups of a community."""

    items: list[GroupView]


@resource.get("/api/groups")
def list_groups(
    at: At,
    community: Annotated[str, Query(max_length=40, description="Key, or `-` for none")] = "-",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> GroupList:
    """List the groups of a community, or those that belong to none yet."""
    items, following = at.groups.store.of_community(community, cursor, limit)
    return GroupList(items=[_view(item) for item in items], next=following or None)


@resource.post("/api/groups", 404, 409)
def create_group(asking: Asking, at: At, wanted: NewGroup) -> GroupView:
    """Enter a group."""
    group = Group(group_of(wanted.group), wanted.name, wanted.community, wanted.member_limit)
    return _view(at.groups.create(asking, group))


@resource.get("/api/groups/<group>", 404)
def get_group(at: At, group: str) -> GroupView:
    """Show a group."""
    return _view(at.groups.store.get(group_of(group)))


@resource.patch("/api/groups/<group>", 404, 409)
def change_group(asking: Asking, at: At, group: str, changes: GroupChanges) -> GroupView:
    """Rename a group, give it to a community or set its member limit."""
    content = changes.model_dump(exclude_none=True)
    return _view(at.groups.change(asking, group_of(group), content))


def _view(group: Group) -> GroupView:
    return GroupView(
        group=group.ref.id,
        platform=group.ref.platform,
        account=group.ref.account,
        chat=group.ref.chat,
        name=group.name,
        community=group.community,
        member_limit=group.member_limit,
        capabilities=sorted(CAPABILITIES.get(group.ref.platform, ())),
    )
