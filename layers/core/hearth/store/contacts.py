"""Contacts by community and id; newest first by community or by the live code they came from.

Item: ``community`` (hash), ``contact`` (range), ``kind``, ``address``, ``source``, ``name``,
``code``, ``channel``, ``person``, ``language``, ``consent`` (map: ``text``, ``at`` in ms),
``created`` (ms), ``expires`` (s).

Which addresses came by one form, or lately from one network, is counted in items that no index
has: ``community`` (``form …`` or ``network …``), ``contact`` (``counted``), ``ids`` (a set of
contacts), ``expires`` (s).
"""

from pynamodb.attributes import MapAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from hearth.domain.contacts import Consent, Contact, ContactKind, Source
from hearth.domain.errors import Conflict
from hearth.domain.retention import CONTACT_DAYS, expires
from hearth.store.base import PAGE, bounded, decode_cursor, page, translated
from hearth.store.connection import bind


class ByTime(GlobalSecondaryIndex["ContactItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_time"
        projection = AllProjection()

    community = UnicodeAttribute(hash_key=True)
    created = NumberAttribute(range_key=True)


class ByCode(GlobalSecondaryIndex["ContactItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_code"
        projection = AllProjection()

    code = UnicodeAttribute(hash_key=True)
    created = NumberAttribute(range_key=True)


class ConsentMap(MapAttribute[str, object]):
    text = UnicodeAttribute()
    at = NumberAttribute()


class ContactItem(Model):
    class Meta:
        table_name = ""

    community = UnicodeAttribute(hash_key=True)
    contact = UnicodeAttribute(range_key=True)
    kind = UnicodeAttribute()
    address = UnicodeAttribute()
    source = UnicodeAttribute()
    name = UnicodeAttribute(default="")
    code = UnicodeAttribute(null=True)
    channel = UnicodeAttribute(default="")
    person = UnicodeAttribute(default="")
    language = UnicodeAttribute(default="")
    consent = ConsentMap()  # type: ignore[no-untyped-call]
    created = NumberAttribute()
    expires = NumberAttribute()
    by_time = ByTime()
    by_code = ByCode()


class Contacts:
    """The table ``contacts``."""

    def __init__(self, table_name: str) -> None:
        bind(ContactItem, table_name)

    def add(self, contact: Contact) -> bool:
        """Keep a new contact; False when the address is known."""
        old = ContactItem.expires < contact.created // 1000
        try:
            with translated("contact"):
                _write(contact).save(ContactItem.contact.does_not_exist() | old)
        except Conflict:
            return False
        return True

    def get(self, community: str, contact: str) -> Contact:
        """One contact; raises NotFound."""
        with translated("contact"):
            return _read(ContactItem.get(community, contact, consistent_read=True))

    def remove(self, community: str, contact: str) -> None:
        """Forget a contact; harmless when it is not there."""
        with translated("contact"):
            ContactItem(community, contact).delete()

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Contact], str]:
        """Contacts of a community, newest first, and the next page's cursor."""
        return self._newest(ContactItem.by_time, community, cursor, limit)

    def of_code(self, code: str, cursor: str = "", limit: int = 50) -> tuple[list[Contact], str]:
        """Those who left their address at one live code."""
        return self._newest(ContactItem.by_code, code, cursor, limit)

    def count_of_code(self, code: str) -> int:
        """How many of them there are, counted up to 100."""
        with translated("contact"):
            found = ContactItem.by_code.query(code, limit=PAGE, attributes_to_get=["contact"])
            return sum(1 for _ in found)

    def _newest(
        self, index: ByTime | ByCode, key: str, cursor: str, limit: int
    ) -> tuple[list[Contact], str]:
        with translated("contact"):
            found = index.query(
                key,
                scan_index_forward=False,
                limit=bounded(limit),
                last_evaluated_key=decode_cursor(cursor),
            )
            return page(found, _read)


def _write(contact: Contact) -> ContactItem:
    return ContactItem(
        contact.community,
        contact.id,
        kind=contact.kind.value,
        address=contact.address,
        source=contact.source.value,
        name=contact.name,
        code=contact.code or None,
        channel=contact.channel,
        person=contact.person,
        language=contact.language,
        consent=_consent(contact.consent),
        created=contact.created,
        expires=expires(contact.created, CONTACT_DAYS),
    )


def _consent(consent: Consent) -> ConsentMap:
    return ConsentMap(text=consent.text, at=consent.at)  # type: ignore[no-untyped-call]


def _read(item: ContactItem) -> Contact:
    return Contact(
        item.contact,
        item.community,
        ContactKind(item.kind),
        item.address,
        Consent(str(item.consent.text), int(item.consent.at)),
        Source(item.source),
        item.name,
        item.code or "",
        item.channel,
        item.person,
        item.language,
    )
