"""Communities, listed without a scan."""

from dataclasses import replace

import pytest

from hearth.console_ports import CommunityStore
from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, Conflict, NotFound
from hearth.store import directory
from hearth.store.communities import Communities
from tests.conftest import Aws
from tests.fakes.communities import FakeCommunities
from tests.support.both import BOTH, either
from tests.support.unique import unique


@pytest.fixture(params=BOTH)
def communities(request: pytest.FixtureRequest) -> CommunityStore:
    return either(request, FakeCommunities, Communities, "COMMUNITIES_TABLE")


def _tea(key: str = "") -> Community:
    return Community(key or unique(), "茶友会", "zh", "Asia/Shanghai", "", 7)


def test_a_community_comes_back_as_entered(communities: CommunityStore) -> None:
    tea = _tea()
    communities.add(tea)
    assert communities.get(tea.id) == tea


def test_a_key_is_taken_once_and_a_change_makes_none(communities: CommunityStore) -> None:
    tea = _tea()
    with pytest.raises(Conflict):
        communities.change(tea)
    with pytest.raises(NotFound):
        communities.get(tea.id)
    communities.add(tea)
    with pytest.raises(Conflict):
        communities.add(replace(tea, name="coffee"))
    communities.change(replace(tea, goal="a first order"))
    assert communities.get(tea.id).goal == "a first order"


def test_communities_are_listed_by_key_in_pages(communities: CommunityStore) -> None:
    keys = {unique() for _ in range(5)}
    for key in keys:
        communities.add(_tea(key))
    seen, cursor = [], ""
    while True:
        items, cursor = communities.page(cursor, limit=2)
        assert len(items) <= 2
        seen += [community.id for community in items]
        if not cursor:
            break
    assert keys <= set(seen) and seen == sorted(set(seen))


def test_a_list_costs_two_requests(aws: Aws) -> None:
    communities = Communities(aws.names["COMMUNITIES_TABLE"])
    communities.add(_tea())
    with aws.proxy.counting() as asked:
        communities.page(limit=100)
    assert asked == ["DynamoDB.BatchGetItem"] * 2


def test_a_crash_between_directory_and_item_leaves_no_ghost(aws: Aws) -> None:
    communities = Communities(aws.names["COMMUNITIES_TABLE"])
    key = unique()
    communities._directory.enter(key)
    assert key not in {community.id for community in communities.page()[0]}
    communities.add(_tea(key))
    assert key in {community.id for community in communities.page()[0]}


def test_a_directory_has_an_end(aws: Aws, monkeypatch: pytest.MonkeyPatch) -> None:
    communities = Communities(aws.names["COMMUNITIES_TABLE"])
    tea, coffee = _tea(), _tea()
    communities.add(tea)
    monkeypatch.setattr(directory, "MOST", 1)
    with pytest.raises(BadInput, match="at most"):
        communities.add(coffee)
    with pytest.raises(NotFound):
        communities.get(coffee.id)
    with pytest.raises(Conflict):
        communities.add(tea)
