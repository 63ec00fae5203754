"""Rule sets: every save is a new version, the newest applies."""

import json

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.rules.defaults import default_set
from hearth.domain.rules.rule import Rule, RuleSet
from hearth.domain.rules.written import read_rules, write_rules
from hearth.store.base import bounded, translated
from hearth.store.connection import bind


class RuleSetItem(Model):
    class Meta:
        table_name = ""

    community = UnicodeAttribute(hash_key=True)
    version = NumberAttribute(range_key=True)
    rules = UnicodeAttribute()
    saved_at = NumberAttribute()
    saved_by = UnicodeAttribute()


class RuleSets:
    """The table ``rulesets``."""

    def __init__(self, table_name: str) -> None:
        bind(RuleSetItem, table_name)

    def current(self, community: str) -> RuleSet:
        """The newest version, or the default set when none was saved."""
        versions = self.versions(community, limit=1)
        return versions[0] if versions else default_set(community)

    def versions(self, community: str, limit: int = 20) -> list[RuleSet]:
        """Saved versions, newest first."""
        with translated("rule set"):
            found = RuleSetItem.query(
                community, scan_index_forward=False, limit=bounded(limit), consistent_read=True
            )
            return [_read(item) for item in found]

    def save(
        self, community: str, seen: int, rules: tuple[Rule, ...], by: str, now: int
    ) -> RuleSet:
        """Add the version after ``seen``; raises Conflict when somebody was quicker."""
        item = RuleSetItem(
            community,
            seen + 1,
            rules=json.dumps(write_rules(rules), ensure_ascii=False),
            saved_at=now,
            saved_by=by,
        )
        with translated("rule set"):
            item.save(RuleSetItem.version.does_not_exist())
        return RuleSet(community, seen + 1, rules)


def _read(item: RuleSetItem) -> RuleSet:
    return RuleSet(item.community, int(item.version), read_rules(json.loads(item.rules)))
