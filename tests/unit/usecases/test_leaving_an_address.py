"""Somebody for whom there is no room leaves an address: kept once, as he agreed to it."""

import pytest

from hearth.domain.contacts import ContactKind, Source, contact_id
from hearth.domain.errors import BadInput
from hearth.domain.scans import Scan
from hearth.domain.waiting import Offer
from hearth.usecases.wait import leave_address
from tests.fakes.contacts import FakeContacts

KEY = "a key of tests"
OFFER = Offer("tea1", "tea", "Tea", "zh", "我同意保存", 1_000)
SCAN = Scan("tea1", 61_000, "poster", person="ben")


def test_the_contact_says_what_was_agreed_to_and_when() -> None:
    contacts = FakeContacts()
    leave_address(contacts, KEY, OFFER, SCAN, " 138 0013 8000", "小\n李")
    [kept], _ = contacts.of_code("tea1")
    assert (kept.kind, kept.address, kept.name) == (ContactKind.PHONE, "+8613800138000", "小 李")
    assert (kept.consent.text, kept.consent.at, kept.created) == ("我同意保存", 61_000, 61_000)
    assert (kept.community, kept.code, kept.channel, kept.person) == (
        "tea",
        "tea1",
        "poster",
        "ben",
    )
    assert (kept.language, kept.source) == ("zh", Source.WAITING)
    assert kept.id == contact_id(KEY, "tea", "+8613800138000")


def test_however_it_is_written_an_address_is_one_contact() -> None:
    contacts = FakeContacts()
    for text in ("Ann@Example.org", "ann@example.ORG ", "ann@example.org"):
        leave_address(contacts, KEY, OFFER, SCAN, text, "")
    assert len(contacts) == 1 and "ann@example.org" in contacts


def test_what_is_no_address_leaves_nothing() -> None:
    contacts = FakeContacts()
    with pytest.raises(BadInput):
        leave_address(contacts, KEY, OFFER, SCAN, "nonsense", "Ann")
    assert len(contacts) == 0
