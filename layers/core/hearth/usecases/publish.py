"""Hand due posts to the outbox, each once."""

from typing import Protocol

from hearth.domain.errors import Conflict, HearthError
from hearth.domain.posts import Post
from hearth.ports import Clock, Outbox


class PostBook(Protocol):
    """The table of posts."""

    def due(self, now: int, limit: int = 100) -> list[str]: ...
    def begin(self, post: str, now: int) -> Post: ...
    def finish(self, post: str) -> None: ...


def publish_due(posts: PostBook, outbox: Outbox, clock: Clock) -> int:
    """Order the deliveries of every post whose time has come; how many posts.

    A post is marked before its orders go out, so that it can no longer be cancelled, and let go
    of after: a crash in between makes the next tick order the same deliveries again, and the
    delivery room claims each id once. A post that fails does not keep the others from going out;
    the first failure is raised when all were tried.
    """
    published, failure = 0, None
    for post in posts.due(clock()):
        try:
            published += _publish(post, posts, outbox, clock())
        except HearthError as error:
            failure = failure or error
    if failure:
        raise failure
    return published


def _publish(post_id: str, posts: PostBook, outbox: Outbox, now: int) -> int:
    try:
        outbox.send(posts.begin(post_id, now).orders)
        posts.finish(post_id)
    except Conflict:  # cancelled since the index was written, or finished by another tick
        return 0
    return 1
