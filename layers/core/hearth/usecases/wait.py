"""Keep the address of somebody for whom no group had room."""

from typing import Protocol

from hearth.domain.contacts import Consent, Contact, contact_id, read_address, read_name
from hearth.domain.scans import Scan
from hearth.domain.waiting import Offer


class ContactBook(Protocol):
    """Where contacts are kept; see ``store.contacts_http``."""

    def add(self, contact: Contact) -> bool: ...


def leave_address(
    contacts: ContactBook, key: str, offer: Offer, scan: Scan, text: str, name: str
) -> None:
    """Keep the address in ``text`` once, with the sentence of ``offer``; one write.

    Whether it was known is told to nobody: it would show who waits. Raises BadInput, Unavailable.
    """
    kind, address = read_address(text)
    contact = Contact(
        contact_id(key, offer.community, address),
        offer.community,
        kind,
        address,
        Consent(offer.sentence, scan.at),
        name=read_name(name),
        code=offer.code,
        channel=scan.channel,
        person=scan.person,
        language=offer.language,
    )
    contacts.add(contact)
