"""Posts: only armed ones are due, and each goes out once."""

import pytest

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.groups import GroupRef
from hearth.domain.posts import Post, PostStatus
from hearth.store.posts import Posts
from tests.conftest import Aws
from tests.fakes.posts import FakePosts
from tests.support.unique import unique

Book = Posts | FakePosts


@pytest.fixture(params=["pynamodb", "memory"])
def posts(request: pytest.FixtureRequest, aws: Aws) -> Book:
    if request.param == "memory":
        return FakePosts()
    return Posts(aws.names["POSTS_TABLE"])


def _post(community: str, due: int, created: int = 1) -> Post:
    group = GroupRef("onebot", "main", unique())
    return Post(unique(), community, "tea at five", (group,), due, created)


def test_a_post_is_due_from_its_time_on(posts: Book) -> None:
    early, late = _post("tea", due=1000), _post("tea", due=3000)
    posts.add(early)
    posts.add(late)
    due = posts.due(now=2000, limit=100)
    assert early.id in due and late.id not in due
    assert late.id in posts.due(now=3000, limit=100)


def test_a_dispatched_post_is_no_longer_due(posts: Book) -> None:
    post = _post("tea", due=1)
    posts.add(post)
    assert posts.begin(post.id, now=10).status is PostStatus.DISPATCHED
    posts.finish(post.id)
    assert post.id not in posts.due(now=10, limit=100)
    assert posts.get(post.id).status is PostStatus.DISPATCHED
    with pytest.raises(Conflict):
        posts.cancel(post.id)
    with pytest.raises(Conflict):
        posts.begin(post.id, now=10)


def test_a_post_is_read_as_it_was_written(posts: Book) -> None:
    post = _post(unique(), due=5, created=4)
    posts.add(post)
    assert posts.get(post.id) == post
    with pytest.raises(Conflict):
        posts.add(post)


def test_posts_of_a_community_are_listed_newest_first(posts: Book) -> None:
    community = unique()
    kept = [_post(community, due=9, created=n) for n in (1, 2, 3)]
    for post in kept:
        posts.add(post)
    first, cursor = posts.of_community(community, limit=2)
    rest, _ = posts.of_community(community, cursor, limit=2)
    assert first + rest == kept[::-1]


def test_an_unknown_post_is_not_found(posts: Book) -> None:
    with pytest.raises(NotFound, match="no such post"):
        posts.get(unique())


def test_a_post_that_goes_out_is_due_until_it_is_let_go_and_cannot_be_cancelled(
    posts: Book,
) -> None:
    post = _post("tea", due=1)
    posts.add(post)
    for _ in range(2):
        assert posts.begin(post.id, now=10).orders == post.orders
    assert post.id in posts.due(now=10, limit=100)
    with pytest.raises(Conflict):
        posts.cancel(post.id)
    posts.finish(post.id)
    with pytest.raises(Conflict):
        posts.finish(post.id)


def test_a_cancelled_or_later_post_does_not_go_out(posts: Book) -> None:
    cancelled, later = _post("tea", due=1), _post("tea", due=20)
    for post in (cancelled, later):
        posts.add(post)
    posts.cancel(cancelled.id)
    for post in (cancelled, later):
        with pytest.raises(Conflict):
            posts.begin(post.id, now=10)
    assert posts.get(cancelled.id).status is PostStatus.CANCELLED
