"""The rules of a community: shown, and saved as new versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hearth.console_ports import CommunityStore, RuleSetStore
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.rules.rule import Rule, RuleSet
from hearth.domain.rules.written import read_rules
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor


@dataclass(frozen=True, slots=True)
class ManageRules:
    """What operators do with rules."""

    store: RuleSetStore
    communities: CommunityStore
    audit: Auditor
    clock: Clock

    def current(self, community: str) -> RuleSet:
        """The rules that apply. Raises NotFound for an unknown community."""
        self.communities.get(community)
        return self.store.current(community)

    def versions(self, community: str, limit: int) -> list[RuleSet]:
        """Saved versions, newest first. Raises NotFound."""
        self.communities.get(community)
        return self.store.versions(community, limit)

    def save(self, actor: Actor, community: str, seen: int, content: list[Any]) -> RuleSet:
        """Save rules made from version ``seen``.

        Raises BadInput naming the rule and what is wrong with it, NotFound, Conflict when
        ``seen`` is not the newest version.
        """
        actor.require(OperatorRole.OPERATOR)
        rules = read_rules(content)
        before = self.current(community)
        was, is_now = _shown(before.version, before.rules), _shown(seen + 1, rules)
        with self.audit.change(actor, "rules.save", community, was, is_now):
            return self.store.save(community, seen, rules, actor.name, self.clock())


def _shown(version: int, rules: tuple[Rule, ...]) -> Mapping[str, object]:
    """Which version, and what is on: the version itself is kept with the rules."""
    return {"version": version, "modes": {rule.name: rule.mode for rule in rules}}
