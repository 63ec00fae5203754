"""Scheduled posts."""

from typing import Annotated, Literal

from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.delivery_views import DeliveryList, delivery_view
from functions.console.api.fields import Cursor, Input, Limit, Listing, Milliseconds, Text, View
from functions.console.api.references import group_of
from functions.console.api.resource import Resource
from hearth.domain.posts import Post

resource = Resource("posts")

GroupId = Annotated[str, Field(max_length=200)]


class NewPost(Input):
    """A text for some groups at one time."""

    text: Text
    groups: list[GroupId] = Field(min_length=1, max_length=100)
    due: Milliseconds | None = Field(None, description="When; without it: with the next minute")


class PostView(View):
    """A post."""

    post: str
    community: str
    text: str
    groups: list[str]
    due: int = Field(description="ms since 1970")
    created: int = Field(description="ms since 1970")
    status: Literal["armed", "dispatched", "cancelled"]


class PostList(Listing):
    """Posts of a community, newest first."""

    items: list[PostView]


@resource.get("/api/communities/<community>/posts", 404)
def list_posts(at: At, community: str, cursor: Cursor = "", limit: Limit = 50) -> PostList:
    """List posts."""
    items, following = at.posts.of_community(community, cursor, limit)
    return PostList(items=[_view(item) for item in items], next=following or None)


@resource.post("/api/communities/<community>/posts", 404)
def create_post(asking: Asking, at: At, community: str, wanted: NewPost) -> PostView:
    """Schedule a post."""
    groups = tuple(group_of(group) for group in wanted.groups)
    return _view(at.posts.create(asking, community, wanted.text, groups, wanted.due))


@resource.get("/api/posts/<post>", 404)
def get_post(at: At, post: str) -> PostView:
    """Show a post."""
    return _view(at.posts.store.get(post))


@resource.delete("/api/posts/<post>", 404, 409)
def cancel_post(asking: Asking, at: At, post: str) -> PostView:
    """Cancel a post that was not sent yet."""
    return _view(at.posts.cancel(asking, post))


@resource.get("/api/posts/<post>/deliveries", 404)
def list_post_deliveries(at: At, post: str) -> DeliveryList:
    """List what became of a post in each of its groups."""
    found = at.posts.outcomes(post)
    return DeliveryList(items=[delivery_view(delivery) for delivery in found], next=None)


def _view(post: Post) -> PostView:
    return PostView(
        post=post.id,
        community=post.community,
        text=post.text,
        groups=[group.id for group in post.groups],
        due=post.due,
        created=post.created,
        status=post.status.value,
    )
