"""Who waits for a seat: seen and taken along by operators, erased without a trace of his name."""

import pytest

from hearth.domain.communities import Community
from hearth.domain.contacts import Consent, Contact, ContactKind
from hearth.domain.errors import Forbidden, NotFound
from hearth.domain.livecodes import LiveCode
from hearth.usecases import manage_contacts
from hearth.usecases.manage_contacts import ManageContacts
from tests.fakes.communities import FakeCommunities
from tests.fakes.contacts import FakeContacts
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.console.people import OPERATOR, VIEWER, Office

TEA = Community("tea", "茶友会", "zh", "Asia/Shanghai", "", 1)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def shelf() -> FakeContacts:
    return FakeContacts()


@pytest.fixture
def contacts(office: Office, shelf: FakeContacts) -> ManageContacts:
    codes = FakeLiveCodes()
    codes.add(LiveCode("tea1", "tea", "Tea", 0))
    return ManageContacts(shelf, FakeCommunities([TEA]), codes, office.audit)


def _left(shelf: FakeContacts, number: int, code: str = "tea1", community: str = "tea") -> Contact:
    address = f"guest{number}@example.org"
    consent = Consent("yes", 1_000 + number)
    contact = Contact(
        f"c{number}", community, ContactKind.EMAIL, address, consent, code=code, name="Ann"
    )
    shelf.add(contact)
    return contact


def test_contacts_of_a_community_or_of_one_of_its_codes(
    contacts: ManageContacts, shelf: FakeContacts
) -> None:
    one, two = _left(shelf, 1), _left(shelf, 2, "tea2")
    _left(shelf, 3, "tea2", community="coffee")
    assert contacts.of_community(OPERATOR, "tea", "", "", 50) == ([two, one], "")
    assert contacts.of_community(OPERATOR, "tea", "tea2", "", 50) == ([two], "")
    assert contacts.count_of_code("tea1") == 1


def test_an_export_is_whole_and_written_down(
    office: Office, contacts: ManageContacts, shelf: FakeContacts
) -> None:
    left = [_left(shelf, number) for number in range(250)]
    assert contacts.export(OPERATOR, "tea", "tea1") == left[::-1]
    (entry,) = office.log.entries
    assert (entry.what, entry.on, entry.after) == ("contacts.export", "tea", {"code": "tea1"})


def test_an_export_has_an_end(
    contacts: ManageContacts, shelf: FakeContacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manage_contacts, "MOST_EXPORTED", 150)
    for number in range(250):
        _left(shelf, number)
    assert len(contacts.export(OPERATOR, "tea", "")) == 150


def test_who_is_erased_is_not_named_in_the_audit(
    office: Office, contacts: ManageContacts, shelf: FakeContacts
) -> None:
    contact = _left(shelf, 1)
    contacts.erase(OPERATOR, "tea", contact.id)
    assert len(shelf) == 0
    (entry,) = office.log.entries
    assert (entry.what, entry.on) == ("contact.erase", f"tea/{contact.id}")
    assert contact.address not in repr(entry) and contact.name not in repr(entry)
    with pytest.raises(NotFound):
        contacts.erase(OPERATOR, "tea", contact.id)


def test_viewers_see_no_addresses(contacts: ManageContacts, shelf: FakeContacts) -> None:
    contact = _left(shelf, 1)
    for attempt in (
        lambda: contacts.of_community(VIEWER, "tea", "", "", 50),
        lambda: contacts.export(VIEWER, "tea", ""),
        lambda: contacts.erase(VIEWER, "tea", contact.id),
    ):
        with pytest.raises(Forbidden):
            attempt()
    assert len(shelf) == 1


def test_of_an_unknown_community_there_are_none(contacts: ManageContacts) -> None:
    with pytest.raises(NotFound):
        contacts.of_community(OPERATOR, "nowhere", "", "", 50)
    with pytest.raises(NotFound):
        contacts.export(OPERATOR, "nowhere", "")
    with pytest.raises(NotFound):
        contacts.count_of_code("nowhere")
