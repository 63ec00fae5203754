"""Scheduled posts: due once, one delivery per group."""

from dataclasses import dataclass
from enum import StrEnum

from hearth.domain.actions import PostText
from hearth.domain.capabilities import can
from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput
from hearth.domain.groups import GroupRef

MOST_GROUPS = 100
LONGEST_TEXT = 4000


class PostStatus(StrEnum):
    """Armed until its time has come, then handed to the outbox, or cancelled before."""

    ARMED = "armed"
    DISPATCHED = "dispatched"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Post:
    """A text for some groups at one time. Times are ms since 1970, UTC."""

    id: str
    community: str
    text: str
    groups: tuple[GroupRef, ...]
    due: int
    created: int
    status: PostStatus = PostStatus.ARMED

    @property
    def orders(self) -> tuple[Order, ...]:
        """One order a group; the same whenever they are asked for."""
        source = f"post:{self.id}"
        return tuple(Order(group, PostText(self.text), source) for group in self.groups)


def require_sendable(post: Post) -> Post:
    """The post itself; raises BadInput naming what keeps it from being sent."""
    if not post.text.strip() or len(post.text) > LONGEST_TEXT:
        raise BadInput(f"“text” must have 1 to {LONGEST_TEXT} characters")
    if not 1 <= len(post.groups) <= MOST_GROUPS or len(set(post.groups)) < len(post.groups):
        raise BadInput(f"“groups” must name 1 to {MOST_GROUPS} different groups")
    for group in post.groups:
        if not can(group.platform, "post"):
            raise BadInput(
                f"Hearth cannot post into {group.id}: {group.platform} has no API for it"
            )
    return post
