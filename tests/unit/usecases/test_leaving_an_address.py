"""Somebody for whom there is no room leaves an address: kept once, as he agreed to it."""

from dataclasses import replace

import pytest

from hearth.domain.contacts import ContactKind, Source, contact_id
from hearth.domain.errors import BadInput
from hearth.domain.scans import Scan
from hearth.domain.waiting import OPEN_MS, Offer, Refusal, bounds
from hearth.usecases.wait import Sent, leave_address
from tests.fakes.contacts import FakeContacts

KEY = "a key of tests"
OFFER = Offer("tea1", "tea", "Tea", "zh", "我同意保存", 1_000)
SCAN = Scan("tea1", 61_000, "poster", person="ben")


def _form(name: str) -> Offer:
    return replace(OFFER, form=name)


def _leave(
    contacts: FakeContacts,
    text: str,
    name: str = "",
    offer: Offer = OFFER,
    network: str = "203.0.113.7",
    scan: Scan = SCAN,
) -> Refusal | None:
    return leave_address(contacts, KEY, offer, scan, Sent(text, name, network))


def test_the_contact_says_what_was_agreed_to_and_when() -> None:
    contacts = FakeContacts()
    assert _leave(contacts, " 138 0013 8000", "小\n李") is None
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
        assert _leave(contacts, text) is None
    assert len(contacts) == 1 and "ann@example.org" in contacts


def test_what_is_no_address_leaves_nothing() -> None:
    contacts = FakeContacts()
    with pytest.raises(BadInput):
        _leave(contacts, "nonsense", "Ann")
    assert len(contacts) == 0 and contacts.counted == {}


def test_a_form_is_good_for_three_addresses_each_as_often_as_somebody_likes() -> None:
    contacts = FakeContacts()
    for number in (1, 2, 3, 1, 2, 3):
        assert _leave(contacts, f"ann{number}@example.org") is None
    assert _leave(contacts, "ann4@example.org") is Refusal.FORM
    assert len(contacts) == 3 and "ann4@example.org" not in contacts
    assert _leave(contacts, "ann4@example.org", offer=_form("another")) is None


def test_whether_an_address_is_known_makes_no_difference() -> None:
    contacts = FakeContacts()
    _leave(contacts, "ann@example.org")
    answers = [
        _leave(contacts, f"{name}@example.org", offer=_form("another"))
        for name in ("ann", "ben", "eve", "lin")
    ]
    assert answers == [None, None, None, Refusal.FORM]


def test_a_network_leaves_a_hundred_addresses_an_hour() -> None:
    contacts = FakeContacts()
    several = [(_form(f"f{number // 3}"), f"ann{number}@example.org") for number in range(101)]
    answers = [_leave(contacts, text, offer=form) for form, text in several]
    assert answers == [None] * 100 + [Refusal.NETWORK]
    form, text = several[-1]
    assert text not in contacts
    assert _leave(contacts, text, offer=form, network="203.0.113.8") is None
    later = replace(SCAN, at=3_600_000)
    assert _leave(contacts, "lin@example.org", offer=form, scan=later) is None


def test_what_is_counted_names_no_network_and_has_an_end() -> None:
    form, network = bounds(KEY, _form("a1"), "203.0.113.7", 61_000).values()
    assert (form.name, form.most, form.until) == ("form a1", 3, OFFER.at + OPEN_MS)
    assert "203.0" not in network.name and network.until == 3_600_000
    later, elsewhere, other = (
        bounds(key, OFFER, where, at)[Refusal.NETWORK].name
        for key, where, at in (
            (KEY, "203.0.113.7", 3_600_000),
            (KEY, "203.0.113.8", 61_000),
            ("another key", "203.0.113.7", 61_000),
        )
    )
    assert len({network.name, later, elsewhere, other}) == 4
