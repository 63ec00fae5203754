"""The rules of a community: shown, and saved as new versions."""

from dataclasses import dataclass
from typing import Any

from hearth.console_ports import CommunityStore, RuleSetStore
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.rules.rule import RuleSet
from hearth.domain.rules.written import read_rules, write_rules
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
        shown_before = {"version": before.version, "rules": write_rules(before.rules)}
        shown_after = {"version": seen + 1, "rules": write_rules(rules)}
        with self.audit.change(actor, "rules.save", community, shown_before, shown_after):
            return self.store.save(community, seen, rules, actor.name, self.clock())
