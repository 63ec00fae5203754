"""Keep the address of somebody for whom no group had room."""

from dataclasses import dataclass
from typing import Protocol

from hearth.domain.contacts import Consent, Contact, contact_id, read_address, read_name
from hearth.domain.scans import Scan
from hearth.domain.waiting import Bound, Offer, Refusal, bounds


class ContactBook(Protocol):
    """Where contacts are kept; see ``store.contacts_http``."""

    def within(self, bound: Bound, contact: str) -> bool: ...

    def add(self, contact: Contact) -> bool: ...


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody typed into the form, and where he is."""

    address: str
    name: str
    network: str
    """As ``domain.networks`` names it."""


def leave_address(
    contacts: ContactBook, key: str, offer: Offer, scan: Scan, sent: Sent
) -> Refusal | None:
    """Keep the address once, with the sentence of ``offer``; or why it is one too many.

    Whether it was known is told to nobody: it would show who waits. So a known one counts too,
    once. Three writes. Raises BadInput, Unavailable.
    """
    contact = _contact(key, offer, scan, sent)
    for refusal, bound in bounds(key, offer, sent.network, scan.at).items():
        if not contacts.within(bound, contact.id):
            return refusal
    contacts.add(contact)
    return None


def _contact(key: str, offer: Offer, scan: Scan, sent: Sent) -> Contact:
    kind, address = read_address(sent.address)
    return Contact(
        contact_id(key, offer.community, address),
        offer.community,
        kind,
        address,
        Consent(offer.sentence, scan.at),
        name=read_name(sent.name),
        code=offer.code,
        channel=scan.channel,
        person=scan.person,
        language=offer.language,
    )
