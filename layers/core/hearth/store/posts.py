"""Posts; the index ``armed`` holds only those that wait for their time.

Item: ``post`` (hash), ``community``, ``text``, ``groups`` (list of ids), ``due`` (ms),
``created`` (ms), ``status``, ``armed`` (``yes`` or absent).
"""

from pynamodb.attributes import ListAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection
from pynamodb.models import Model

from hearth.domain.groups import GroupRef
from hearth.domain.posts import Post, PostStatus
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind

_ARMED = "yes"


class ByCommunity(GlobalSecondaryIndex["PostItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_community"
        projection = AllProjection()

    community = UnicodeAttribute(hash_key=True)
    created = NumberAttribute(range_key=True)


class Armed(GlobalSecondaryIndex["PostItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "armed"
        projection = KeysOnlyProjection()

    armed = UnicodeAttribute(hash_key=True)
    due = NumberAttribute(range_key=True)


class PostItem(Model):
    class Meta:
        table_name = ""

    post = UnicodeAttribute(hash_key=True)
    community = UnicodeAttribute()
    text = UnicodeAttribute()
    groups = ListAttribute(of=UnicodeAttribute)
    due = NumberAttribute()
    created = NumberAttribute()
    status = UnicodeAttribute()
    armed = UnicodeAttribute(null=True)
    by_community = ByCommunity()
    waiting = Armed()


class Posts:
    """The table ``posts``."""

    def __init__(self, table_name: str) -> None:
        bind(PostItem, table_name)

    def add(self, post: Post) -> None:
        """Arm a new post; raises Conflict when its id is taken."""
        item = PostItem(
            post.id,
            community=post.community,
            text=post.text,
            groups=[group.id for group in post.groups],
            due=post.due,
            created=post.created,
            status=post.status.value,
            armed=_ARMED,
        )
        with translated("post"):
            item.save(PostItem.post.does_not_exist())

    def get(self, post: str) -> Post:
        """One post; raises NotFound."""
        with translated("post"):
            return _read(PostItem.get(post, consistent_read=True))

    def due(self, now: int, limit: int = 100) -> list[str]:
        """Ids of armed posts whose time has come, oldest first."""
        with translated("post"):
            found = PostItem.waiting.query(_ARMED, PostItem.due <= now, limit=bounded(limit))
            return [item.post for item in found]

    def begin(self, post: str, now: int) -> Post:
        """Mark a due post as dispatched, but keep it in the index until :meth:`finish`.

        Raises Conflict when it was cancelled, finished or moved to a later time.
        """
        item = PostItem(post)
        waiting = (PostItem.armed == _ARMED) & (PostItem.due <= now)
        with translated("post"):
            item.update([PostItem.status.set(PostStatus.DISPATCHED.value)], waiting)
        return _read(item)

    def finish(self, post: str) -> None:
        """Let go of a post whose orders are in the outbox; raises Conflict when it was."""
        with translated("post"):
            PostItem(post).update([PostItem.armed.remove()], PostItem.armed.exists())

    def cancel(self, post: str) -> None:
        """Armed → cancelled; raises Conflict when it was not armed any more."""
        status = PostStatus.CANCELLED.value
        actions: list[Update] = [PostItem.status.set(status), PostItem.armed.remove()]
        with translated("post"):
            PostItem(post).update(actions, PostItem.status == PostStatus.ARMED.value)

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Post], str]:
        """Posts of a community, newest first, and the next page's cursor."""
        with translated("post"):
            found = PostItem.by_community.query(
                community,
                scan_index_forward=False,
                limit=bounded(limit),
                last_evaluated_key=decode_cursor(cursor),
            )
            return page(found, _read)


def _read(item: PostItem) -> Post:
    return Post(
        item.post,
        item.community,
        item.text,
        tuple(GroupRef.parse(str(group)) for group in item.groups),
        int(item.due),
        int(item.created),
        PostStatus(item.status),
    )
