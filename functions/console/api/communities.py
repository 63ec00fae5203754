"""Communities."""

from typing import Annotated, Literal

from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Input, Limit, Line, Listing, Text, View
from functions.console.api.resource import Resource
from hearth.domain.communities import Community

resource = Resource("communities")

Key = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]{0,39}$")]
Zone = Annotated[str, Field(max_length=64, description="IANA name, such as Asia/Shanghai")]
Goal = Annotated[Text, Field(max_length=500, description="What a conversion is here")]
Language = Literal["zh", "en"]


class NewCommunity(Input):
    """A community to create."""

    name: Line
    language: Language
    time_zone: Zone
    goal: Goal = ""
    community: Key | None = Field(None, description="Its key; without one, a random one")


class CommunityChanges(Input):
    """What to change; what is left out stays."""

    name: Line | None = None
    language: Language | None = None
    time_zone: Zone | None = None
    goal: Goal | None = None


class CommunityView(View):
    """A community."""

    community: str
    name: str
    language: Language
    time_zone: str
    goal: str
    created: int = Field(description="ms since 1970")


class CommunityList(Listing):
    """Communities by key."""

    items: list[CommunityView]


@resource.get("/api/communities")
def list_communities(at: At, cursor: Cursor = "", limit: Limit = 50) -> CommunityList:
    """List communities."""
    items, following = at.communities.store.page(cursor, limit)
    return CommunityList(items=[_view(item) for item in items], next=following or None)


@resource.post("/api/communities", 409)
def create_community(asking: Asking, at: At, wanted: NewCommunity) -> CommunityView:
    """Create a community."""
    content = wanted.model_dump(exclude={"community"})
    if wanted.community:
        content["id"] = wanted.community
    return _view(at.communities.create(asking, content))


@resource.get("/api/communities/<community>", 404)
def get_community(at: At, community: str) -> CommunityView:
    """Show a community."""
    return _view(at.communities.store.get(community))


@resource.patch("/api/communities/<community>", 404, 409)
def change_community(
    asking: Asking, at: At, community: str, changes: CommunityChanges
) -> CommunityView:
    """Change a community."""
    content = changes.model_dump(exclude_none=True)
    return _view(at.communities.change(asking, community, content))


def _view(community: Community) -> CommunityView:
    return CommunityView.model_validate({**_fields(community), "community": community.id})


def _fields(community: Community) -> dict[str, object]:
    return {
        "name": community.name,
        "language": community.language,
        "time_zone": community.time_zone,
        "goal": community.goal,
        "created": community.created,
    }
