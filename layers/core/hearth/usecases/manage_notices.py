"""Notices as the operators deal with them."""

from dataclasses import dataclass

from hearth.console_ports import CommunityStore, NoticeShelf
from hearth.domain.notices import EVERYWHERE, Notice
from hearth.domain.operators import Actor, OperatorRole
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor


@dataclass(frozen=True, slots=True)
class ManageNotices:
    """What operators do with notices; ``EVERYWHERE`` is a community of its own here."""

    store: NoticeShelf
    communities: CommunityStore
    audit: Auditor
    clock: Clock

    def of_community(
        self, community: str, open_only: bool, cursor: str, limit: int
    ) -> tuple[list[Notice], str]:
        """Notices, newest first. Raises NotFound for an unknown community."""
        self._require(community)
        ask = self.store.open_of if open_only else self.store.of_community
        return ask(community, cursor, limit)

    def count_open(self, community: str) -> int:
        """How many wait to be dealt with, counted up to 100. Raises NotFound."""
        self._require(community)
        return self.store.count_open(community)

    def finish(self, actor: Actor, community: str, notice: str) -> Notice:
        """Mark a notice as dealt with; raises NotFound, Conflict when it was, Forbidden."""
        actor.require(OperatorRole.OPERATOR)
        known = self.store.get(community, notice)
        about = {"kind": known.kind, "subject": known.subject}
        with self.audit.change(actor, "notice.finish", f"{community}/{notice}", after=about):
            return self.store.finish(community, notice, self.clock(), actor.name)

    def _require(self, community: str) -> None:
        if community != EVERYWHERE:
            self.communities.get(community)
