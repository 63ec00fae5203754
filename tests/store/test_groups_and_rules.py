"""Groups, rule sets and verdicts."""

import pytest

from hearth.domain.errors import BadInput, Conflict, NotFound
from hearth.domain.groups import UNASSIGNED, Group, GroupRef
from hearth.domain.rules.checks import Finding
from hearth.domain.rules.defaults import default_rules, default_set
from hearth.domain.rules.verdict import Verdict
from hearth.store.groups import Groups
from hearth.store.rulesets import RuleSets
from hearth.store.verdicts import Verdicts
from tests.conftest import Aws
from tests.support.unique import unique


@pytest.fixture
def groups(aws: Aws) -> Groups:
    return Groups(aws.names["GROUPS_TABLE"])


@pytest.fixture
def rulesets(aws: Aws) -> RuleSets:
    return RuleSets(aws.names["RULESETS_TABLE"])


@pytest.fixture
def verdicts(aws: Aws) -> Verdicts:
    return Verdicts(aws.names["VERDICTS_TABLE"])


@pytest.fixture
def ref() -> GroupRef:
    return GroupRef("onebot", "main", unique())


def test_a_group_never_heard_of_is_entered_as_unassigned(groups: Groups, ref: GroupRef) -> None:
    assert groups.discover(ref).community == UNASSIGNED
    groups.change(Group(ref, "Tea", "tea", 500))
    assert groups.discover(ref) == Group(ref, "Tea", "tea", 500) == groups.get(ref)


def test_a_group_is_entered_once_and_changed_only_when_known(groups: Groups, ref: GroupRef) -> None:
    with pytest.raises(Conflict):
        groups.change(Group(ref, "Tea"))
    groups.add(Group(ref, "Tea"))
    with pytest.raises(Conflict):
        groups.add(Group(ref, "Coffee"))
    assert groups.get(ref).name == "Tea"


def test_groups_are_listed_by_community(groups: Groups) -> None:
    community = unique()
    refs = sorted((GroupRef("onebot", "main", unique()) for _ in range(3)), key=lambda r: r.id)
    for ref in refs:
        groups.add(Group(ref, "g", community))
    first, cursor = groups.of_community(community, limit=2)
    rest, end = groups.of_community(community, cursor, limit=2)
    assert [group.ref for group in first + rest] == refs and not end
    with pytest.raises(BadInput, match="cursor"):
        groups.of_community(community, "%%%")


def test_a_community_starts_with_the_default_rules(rulesets: RuleSets) -> None:
    community = unique()
    assert rulesets.current(community) == default_set(community)


def test_every_save_is_a_version_and_nobody_overwrites_another(rulesets: RuleSets) -> None:
    community, rules = unique(), default_rules()
    rulesets.save(community, 0, rules, by="ann", now=1)
    with pytest.raises(Conflict):
        rulesets.save(community, 0, (), by="ben", now=2)
    rulesets.save(community, 1, (), by="ann", now=3)
    assert [(r.version, r.rules) for r in rulesets.versions(community)] == [(2, ()), (1, rules)]
    assert rulesets.current(community).version == 2


def test_the_first_verdict_on_an_event_stays(verdicts: Verdicts, ref: GroupRef) -> None:
    first = Verdict("ann", 1, Finding("staff", False, "role is member"), ())
    second = Verdict("ann", 2, Finding("staff", True, "role is owner"), ())
    assert verdicts.record(ref, "1#a", first, now=1) == first
    assert verdicts.record(ref, "1#a", second, now=2) == first
    assert verdicts.newest(ref) == {"1#a": first}
    with pytest.raises(NotFound):
        verdicts.get(ref, "2#b")
