"""Contacts: who waits for a seat, taken along and erased."""

from dataclasses import dataclass

from hearth.console_ports import CommunityStore, ContactStore, LiveCodeStore
from hearth.domain.contacts import Contact
from hearth.domain.operators import Actor, OperatorRole
from hearth.usecases.auditing import Auditor

MOST_EXPORTED = 5_000
"""More would not fit into one answer of Lambda (6 MB)."""

_PAGE = 100


@dataclass(frozen=True, slots=True)
class ManageContacts:
    """What operators do with contacts. Viewers do not see addresses."""

    store: ContactStore
    communities: CommunityStore
    codes: LiveCodeStore
    audit: Auditor

    def of_community(
        self, actor: Actor, community: str, code: str, cursor: str, limit: int
    ) -> tuple[list[Contact], str]:
        """Contacts, newest first; of one live code when ``code`` is given.

        Raises NotFound for an unknown community, Forbidden.
        """
        actor.require(OperatorRole.OPERATOR)
        self.communities.get(community)
        return self._page(community, code, cursor, limit)

    def count_of_code(self, code: str) -> int:
        """How many wait at a live code, counted up to 100. Raises NotFound."""
        self.codes.counter(code)
        return self.store.count_of_code(code)

    def export(self, actor: Actor, community: str, code: str) -> list[Contact]:
        """The newest 5,000, all with what they agreed to. Raises NotFound, Forbidden."""
        actor.require(OperatorRole.OPERATOR)
        self.communities.get(community)
        with self.audit.change(actor, "contacts.export", community, after={"code": code}):
            return self._newest(community, code)

    def erase(self, actor: Actor, community: str, contact: str) -> None:
        """Forget a contact; the audit does not name him. Raises NotFound, Forbidden."""
        actor.require(OperatorRole.OPERATOR)
        known = self.store.get(community, contact)
        about = {"kind": known.kind.value, "code": known.code, "source": known.source.value}
        with self.audit.change(actor, "contact.erase", f"{community}/{contact}", about):
            self.store.remove(community, contact)

    def _newest(self, community: str, code: str) -> list[Contact]:
        found, cursor = self._page(community, code, "", _PAGE)
        while cursor and len(found) < MOST_EXPORTED:
            more, cursor = self._page(community, code, cursor, _PAGE)
            found += more
        return found[:MOST_EXPORTED]

    def _page(
        self, community: str, code: str, cursor: str, limit: int
    ) -> tuple[list[Contact], str]:
        if not code:
            return self.store.of_community(community, cursor, limit)
        found, following = self.store.of_code(code, cursor, limit)
        return [one for one in found if one.community == community], following
