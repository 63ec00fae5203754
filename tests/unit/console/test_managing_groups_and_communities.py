"""Communities and their groups."""

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound
from hearth.domain.groups import Group, GroupRef
from hearth.usecases.manage_communities import ManageCommunities
from hearth.usecases.manage_groups import ManageGroups
from tests.fakes.communities import FakeCommunities
from tests.fakes.groups import FakeGroups
from tests.unit.console.people import OPERATOR, VIEWER, Office

TEA = {"name": "茶", "language": "zh", "time_zone": "Asia/Shanghai", "goal": ""}
REF = GroupRef("onebot", "main", "1")


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def communities(office: Office) -> ManageCommunities:
    return ManageCommunities(FakeCommunities(), office.audit, office.clock)


@pytest.fixture
def groups(office: Office, communities: ManageCommunities) -> ManageGroups:
    communities.create(OPERATOR, TEA | {"id": "tea"})
    return ManageGroups(FakeGroups(), communities.store, office.audit)


def test_a_community_without_a_key_gets_one(communities: ManageCommunities) -> None:
    made = communities.create(OPERATOR, TEA)
    assert communities.store.get(made.id) == made
    assert communities.create(OPERATOR, TEA).id != made.id


def test_a_change_is_written_down_with_both_sides(
    office: Office, communities: ManageCommunities
) -> None:
    key = communities.create(OPERATOR, TEA).id
    changed = communities.change(OPERATOR, key, {"goal": "a first order"})
    assert changed.goal == "a first order" and changed.name == "茶"
    entry = office.log.entries[-1]
    assert (entry.before["goal"], entry.after["goal"]) == ("", "a first order")


@pytest.mark.parametrize(
    "wrong",
    [{"time_zone": "Mars/Base"}, {"language": "fr"}, {"id": "Tea"}, {"time_zone": "../../etc/x"}],
)
def test_a_community_that_cannot_be_is_refused(
    office: Office, communities: ManageCommunities, wrong: dict[str, str]
) -> None:
    with pytest.raises(BadInput):
        communities.create(OPERATOR, TEA | wrong)
    assert not office.log.entries


def test_a_group_belongs_to_a_community_that_is(office: Office, groups: ManageGroups) -> None:
    with pytest.raises(NotFound):
        groups.create(OPERATOR, Group(REF, "Tea 1", "coffee"))
    groups.create(OPERATOR, Group(REF, "Tea 1"))
    with pytest.raises(NotFound):
        groups.change(OPERATOR, REF, {"community": "coffee"})
    changed = groups.change(OPERATOR, REF, {"community": "tea", "member_limit": 500})
    assert changed == groups.store.get(REF) == Group(REF, "Tea 1", "tea", 500)
    assert office.log.entries[-1].before["community"] == "-"


def test_a_group_is_entered_once_and_only_on_known_platforms(groups: ManageGroups) -> None:
    groups.create(OPERATOR, Group(REF, "Tea 1"))
    with pytest.raises(Conflict):
        groups.create(OPERATOR, Group(REF, "Tea 2"))
    with pytest.raises(BadInput, match="irc"):
        groups.create(OPERATOR, Group(GroupRef("irc", "main", "1"), "Tea"))


def test_viewers_change_nothing(
    office: Office, communities: ManageCommunities, groups: ManageGroups
) -> None:
    written = len(office.log)
    attempts = [
        lambda: communities.create(VIEWER, TEA),
        lambda: communities.change(VIEWER, "tea", {"goal": "x"}),
        lambda: groups.create(VIEWER, Group(REF, "Tea 1")),
        lambda: groups.change(VIEWER, REF, {"name": "x"}),
    ]
    for attempt in attempts:
        with pytest.raises(Forbidden):
            attempt()
    assert len(office.log) == written
    assert isinstance(communities.store.get("tea"), Community)
