"""Groups: enter, name, give to a community."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hearth.console_ports import CommunityStore, GroupStore
from hearth.domain.accounts import check_account
from hearth.domain.errors import BadInput, NotFound
from hearth.domain.groups import UNASSIGNED, Group, GroupRef
from hearth.domain.operators import Actor, OperatorRole
from hearth.usecases.auditing import Auditor


@dataclass(frozen=True, slots=True)
class ManageGroups:
    """What operators do with groups."""

    store: GroupStore
    communities: CommunityStore
    audit: Auditor

    def create(self, actor: Actor, group: Group) -> Group:
        """Enter a group. Raises BadInput, NotFound (community), Conflict, Forbidden."""
        actor.require(OperatorRole.OPERATOR)
        check_account(group.ref.platform, group.ref.account)
        self._check_community(group.community)
        with self.audit.change(actor, "group.create", group.ref.id, after=_shown(group)):
            self.store.add(group)
        return group

    def change(self, actor: Actor, ref: GroupRef, changes: Mapping[str, Any]) -> Group:
        """The group with ``changes`` (name, community, member_limit) made."""
        actor.require(OperatorRole.OPERATOR)
        before = self.store.get(ref)
        after = replace(before, **changes)
        self._check_community(after.community)
        with self.audit.change(actor, "group.change", ref.id, _shown(before), _shown(after)):
            self.store.change(after)
        return after

    def require_of(self, community: str, group: str) -> None:
        """Raise BadInput unless ``group`` is known and of that community."""
        try:
            known = self.store.get(GroupRef.parse(group))
        except NotFound as error:
            raise BadInput(f"“{group[:60]}” is not known: enter the group first") from error
        if known.community != community:
            raise BadInput("“group” must belong to the community of the live code")

    def _check_community(self, community: str) -> None:
        if community != UNASSIGNED:
            self.communities.get(community)


def _shown(group: Group) -> Mapping[str, object]:
    return {
        "name": group.name,
        "community": group.community,
        "member_limit": group.member_limit,
    }
