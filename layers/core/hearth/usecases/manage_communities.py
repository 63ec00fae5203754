"""Communities: create and change."""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from hearth.console_ports import CommunityStore
from hearth.domain.communities import Community, check_community
from hearth.domain.operators import Actor, OperatorRole
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor


@dataclass(frozen=True, slots=True)
class ManageCommunities:
    """What operators do with communities."""

    store: CommunityStore
    audit: Auditor
    clock: Clock

    def create(self, actor: Actor, wanted: Mapping[str, Any]) -> Community:
        """A new community; without a key of its own it gets a random one.

        ``wanted``: name, language, time_zone, goal, and perhaps id.
        Raises BadInput, Conflict, Forbidden, Unavailable.
        """
        actor.require(OperatorRole.OPERATOR)
        key = wanted.get("id") or secrets.token_hex(4)
        community = check_community(Community(**{**wanted, "id": key}, created=self.clock()))
        with self.audit.change(actor, "community.create", key, after=asdict(community)):
            self.store.add(community)
        return community

    def change(self, actor: Actor, key: str, changes: Mapping[str, Any]) -> Community:
        """The community with ``changes`` (name, language, time_zone, goal) made."""
        actor.require(OperatorRole.OPERATOR)
        before = self.store.get(key)
        after = check_community(replace(before, **changes))
        with self.audit.change(actor, "community.change", key, asdict(before), asdict(after)):
            self.store.change(after)
        return after
