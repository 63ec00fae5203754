"""Hand due posts to the outbox, each once."""

from typing import Protocol

from hearth.domain.errors import Conflict
from hearth.domain.posts import Post, PostStatus
from hearth.ports import Clock, Outbox


class PostBook(Protocol):
    """The table of posts."""

    def due(self, now: int, limit: int = 25) -> list[str]: ...
    def get(self, post: str) -> Post: ...
    def disarm(self, post: str, status: PostStatus) -> None: ...


def publish_due(posts: PostBook, outbox: Outbox, clock: Clock) -> int:
    """Order the deliveries of every post whose time has come; how many posts.

    First the orders, then the mark: after a crash in between the next tick orders the same
    deliveries again, and the delivery room claims each id once. Raises Unavailable.
    """
    return sum(_publish(post, posts, outbox, clock()) for post in posts.due(clock()))


def _publish(post_id: str, posts: PostBook, outbox: Outbox, now: int) -> int:
    post = posts.get(post_id)
    if post.status is not PostStatus.ARMED or post.due > now:
        return 0
    outbox.send(post.orders)
    try:
        posts.disarm(post_id, PostStatus.DISPATCHED)
    except Conflict:
        return 0
    return 1
