"""Posts are scheduled within bounds; rules are saved as they were seen."""

import pytest

from hearth.domain.communities import Community
from hearth.domain.deliveries import Status
from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound
from hearth.domain.groups import Group, GroupRef
from hearth.domain.posts import PostStatus
from hearth.domain.rules.rule import Rule, RuleSet
from hearth.usecases.manage_posts import FURTHEST_MS, ManagePosts
from hearth.usecases.manage_rules import ManageRules
from tests.fakes.communities import FakeCommunities
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.groups import FakeGroups
from tests.fakes.posts import FakePosts
from tests.unit.console.people import OPERATOR, VIEWER, Office

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
ONE, TWO, OTHER = (GroupRef("onebot", "main", chat) for chat in "123")
RULE = {
    "name": "links",
    "mode": "on",
    "when": [{"check": "link"}],
    "then": [{"do": "delete"}],
}


class FakeRuleSets:
    """The contract of ``store.rulesets.RuleSets`` for one community."""

    def __init__(self) -> None:
        self.saved: list[RuleSet] = []

    def current(self, community: str) -> RuleSet:
        return self.saved[-1] if self.saved else RuleSet(community, 0, ())

    def versions(self, community: str, limit: int = 20) -> list[RuleSet]:
        return self.saved[::-1][:limit]

    def save(
        self, community: str, seen: int, rules: tuple[Rule, ...], by: str, now: int
    ) -> RuleSet:
        if seen != len(self.saved):
            raise Conflict("this rule set exists already or has changed meanwhile")
        self.saved.append(RuleSet(community, seen + 1, rules))
        return self.saved[-1]


class Shop:
    """Posts and rules of one community in memory."""

    def __init__(self) -> None:
        self.office, self.store, self.deliveries = Office(), FakePosts(), FakeDeliveries()
        groups = FakeGroups([Group(ONE, "1", "tea"), Group(TWO, "2", "tea"), Group(OTHER, "3")])
        communities = FakeCommunities([TEA])
        audit, clock = self.office.audit, self.office.clock
        self.posts = ManagePosts(self.store, groups, communities, self.deliveries, audit, clock)
        self.rulesets = FakeRuleSets()
        self.rules = ManageRules(self.rulesets, communities, audit, clock)


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_a_post_without_a_time_is_due_now(shop: Shop) -> None:
    post = shop.posts.create(OPERATOR, "tea", "今晚八点", (ONE, TWO), None)
    assert post.due == post.created == shop.office.clock.now
    assert shop.store.due(shop.office.clock.now) == [post.id]


@pytest.mark.parametrize(
    ("text", "groups", "late"),
    [
        ("", (ONE,), 0),
        (" ", (ONE,), 0),
        ("x" * 4001, (ONE,), 0),
        ("x", (), 0),
        ("x", (ONE, ONE), 0),
        ("x", (OTHER,), 0),
        ("x", (ONE, OTHER), 0),
        ("x", (ONE,), FURTHEST_MS + 1),
        ("x", (GroupRef("wecom", "main", "1"),), 0),
    ],
)
def test_what_cannot_be_sent_is_not_scheduled(
    shop: Shop, text: str, groups: tuple[GroupRef, ...], late: int
) -> None:
    with pytest.raises(BadInput):
        shop.posts.create(OPERATOR, "tea", text, groups, shop.office.clock.now + late)
    assert not len(shop.store) and not shop.office.log.entries


def test_posts_need_their_community_and_its_groups(shop: Shop) -> None:
    with pytest.raises(NotFound):
        shop.posts.create(OPERATOR, "coffee", "x", (ONE,), None)
    with pytest.raises(NotFound):
        shop.posts.create(OPERATOR, "tea", "x", (GroupRef("onebot", "main", "9"),), None)
    with pytest.raises(NotFound):
        shop.posts.of_community("coffee", "", 10)


def test_outcomes_stand_for_every_group_in_order(shop: Shop) -> None:
    post = shop.posts.create(OPERATOR, "tea", "x", (ONE, TWO), None)
    second = post.orders[1]
    shop.deliveries.claim(second, 5)
    shop.deliveries.settle(second, Status.SENT, "id 7")
    seen = [(one.order.group, one.status) for one in shop.posts.outcomes(post.id)]
    assert seen == [(ONE, Status.PENDING), (TWO, Status.SENT)]


def test_a_cancelled_post_promises_nothing(shop: Shop) -> None:
    post = shop.posts.create(OPERATOR, "tea", "x", (ONE,), None)
    assert shop.posts.cancel(OPERATOR, post.id).status is PostStatus.CANCELLED
    assert shop.posts.outcomes(post.id) == []
    with pytest.raises(Conflict):
        shop.posts.cancel(OPERATOR, post.id)
    with pytest.raises(NotFound):
        shop.posts.cancel(OPERATOR, "nothing")


def test_rules_are_saved_only_over_what_was_seen(shop: Shop) -> None:
    assert shop.rules.save(OPERATOR, "tea", 0, [RULE]).version == 1
    with pytest.raises(Conflict):
        shop.rules.save(OPERATOR, "tea", 0, [])
    asked, failed = shop.office.log.entries[-2:]
    assert asked.before["version"] == 1 and "Conflict" in failed.failed
    assert shop.rules.current("tea").version == 1
    assert [one.version for one in shop.rules.versions("tea", 5)] == [1]


def test_a_rule_nobody_understands_saves_nothing(shop: Shop) -> None:
    with pytest.raises(BadInput, match="rule 1"):
        shop.rules.save(OPERATOR, "tea", 0, [RULE | {"when": [{"check": "magic"}]}])
    with pytest.raises(NotFound):
        shop.rules.save(OPERATOR, "coffee", 0, [RULE])
    assert not shop.rulesets.saved and not shop.office.log.entries


def test_viewers_schedule_and_save_nothing(shop: Shop) -> None:
    for attempt in (
        lambda: shop.posts.create(VIEWER, "tea", "x", (ONE,), None),
        lambda: shop.posts.cancel(VIEWER, "x"),
        lambda: shop.rules.save(VIEWER, "tea", 0, []),
    ):
        with pytest.raises(Forbidden):
            attempt()
    assert not len(shop.store) and not shop.rulesets.saved
