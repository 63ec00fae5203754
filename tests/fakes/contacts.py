"""The table of contacts in memory."""

from hearth.domain.contacts import Contact
from hearth.domain.errors import NotFound
from hearth.domain.retention import CONTACT_DAYS, expires
from hearth.domain.waiting import Bound
from tests.fakes.paging import PAGE, page


class FakeContacts:
    """The contract of ``store.contacts.Contacts``."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Contact] = {}
        self.counted: dict[str, set[str]] = {}

    def __contains__(self, address: str) -> bool:
        return any(one.address == address for one in self._kept.values())

    def __len__(self) -> int:
        return len(self._kept)

    def within(self, bound: Bound, contact: str) -> bool:
        ids = self.counted.setdefault(bound.name, set())
        if len(ids | {contact}) > bound.most:
            return False
        ids.add(contact)
        return True

    def add(self, contact: Contact) -> bool:
        known = self._kept.get((contact.community, contact.id))
        if known and expires(known.created, CONTACT_DAYS) >= contact.created // 1000:
            return False
        self._kept[contact.community, contact.id] = contact
        return True

    def get(self, community: str, contact: str) -> Contact:
        if (community, contact) not in self._kept:
            raise NotFound("there is no such contact")
        return self._kept[community, contact]

    def remove(self, community: str, contact: str) -> None:
        self._kept.pop((community, contact), None)

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Contact], str]:
        return page(self._newest(community=community), cursor, limit)

    def of_code(self, code: str, cursor: str = "", limit: int = 50) -> tuple[list[Contact], str]:
        return page(self._newest(code=code), cursor, limit)

    def count_of_code(self, code: str) -> int:
        return min(PAGE, len(self._newest(code=code)))

    def _newest(self, **of: str) -> list[Contact]:
        ((field, value),) = of.items()
        found = [one for one in self._kept.values() if getattr(one, field) == value]
        return sorted(found, key=lambda one: one.created, reverse=True)
