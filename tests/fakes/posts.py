"""The table of posts in memory."""

from collections.abc import Iterable
from dataclasses import replace

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.posts import Post, PostStatus
from tests.fakes.paging import bounded, page


class FakePosts:
    """The contract of ``store.posts.Posts``: only armed ones are due, each is disarmed once."""

    def __init__(self, posts: Iterable[Post] = ()) -> None:
        self._kept: dict[str, Post] = {}
        self._armed: set[str] = set()
        for post in posts:
            self.add(post)

    def __contains__(self, post: str) -> bool:
        return post in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, post: Post) -> None:
        """Arm a new post; raises Conflict when its id is taken."""
        if post.id in self._kept:
            raise Conflict("this post exists already or has changed meanwhile")
        self._kept[post.id] = post
        self._armed.add(post.id)

    def get(self, post: str) -> Post:
        """One post; raises NotFound."""
        if post not in self._kept:
            raise NotFound("there is no such post")
        return self._kept[post]

    def due(self, now: int, limit: int = 100) -> list[str]:
        """Ids of armed posts whose time has come, oldest first."""
        armed = [post for post in self._kept.values() if post.id in self._armed]
        come = sorted((post for post in armed if post.due <= now), key=lambda post: post.due)
        return [post.id for post in come[: bounded(limit)]]

    def begin(self, post: str, now: int) -> Post:
        """Mark a due post as dispatched, still in the index. Raises Conflict."""
        if post not in self._armed or self._kept[post].due > now:
            raise Conflict("this post exists already or has changed meanwhile")
        self._kept[post] = replace(self._kept[post], status=PostStatus.DISPATCHED)
        return self._kept[post]

    def finish(self, post: str) -> None:
        """Let go of a post whose orders are in the outbox; raises Conflict when it was."""
        if post not in self._armed:
            raise Conflict("this post exists already or has changed meanwhile")
        self._armed.discard(post)

    def cancel(self, post: str) -> None:
        """Armed → cancelled; raises Conflict when it was not armed any more."""
        kept = self._kept.get(post)
        if kept is None or kept.status is not PostStatus.ARMED:
            raise Conflict("this post exists already or has changed meanwhile")
        self._kept[post] = replace(kept, status=PostStatus.CANCELLED)
        self._armed.discard(post)

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Post], str]:
        """Posts of a community, newest first, and the next page's cursor."""
        own = [post for post in self._kept.values() if post.community == community]
        newest_first = sorted(own, key=lambda post: post.created, reverse=True)
        return page(newest_first, cursor, limit)
