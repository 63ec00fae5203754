"""Contacts: one for each address, listed newest first, erased, forgotten after a year."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from hearth.domain.contacts import Consent, Contact, ContactKind
from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.waiting import Bound
from hearth.runtime.aws_json import dynamodb
from hearth.store.contacts import Contacts
from hearth.store.contacts_http import ContactsHttp
from tests.conftest import Aws
from tests.fakes.contacts import FakeContacts
from tests.support.both import BOTH, either
from tests.support.unique import unique

Book = Contacts | FakeContacts
AT = 1_700_000_000_000
DAY_MS = 86_400_000


@pytest.fixture(params=BOTH)
def contacts(request: pytest.FixtureRequest) -> Book:
    return either(request, FakeContacts, Contacts, "CONTACTS_TABLE")


@pytest.fixture
def quick(aws: Aws) -> Iterator[ContactsHttp]:
    service = dynamodb()
    yield ContactsHttp(aws.names["CONTACTS_TABLE"], service)
    service.close()


@pytest.fixture(params=["own", "quick"])
def adding(request: pytest.FixtureRequest, contacts: Book) -> Book | ContactsHttp:
    """What adds: the store itself, or the quick client on the same table."""
    if request.param == "own" or isinstance(contacts, FakeContacts):
        return contacts
    quick: ContactsHttp = request.getfixturevalue("quick")
    return quick


def _contact(community: str = "", at: int = AT, code: str = "") -> Contact:
    return Contact(
        unique(),
        community or unique(),
        ContactKind.EMAIL,
        "ann@example.org",
        Consent("我同意 “tea”\U0001f375", at),
        name="Ann",
        code=code or unique(),
        channel="poster",
        person="ben",
        language="zh",
    )


def test_a_contact_comes_back_as_it_was_left(contacts: Book, adding: Book | ContactsHttp) -> None:
    contact = _contact()
    assert adding.add(contact)
    assert contacts.get(contact.community, contact.id) == contact


def test_what_may_be_empty_comes_back_empty(contacts: Book, adding: Book | ContactsHttp) -> None:
    bare = Contact(unique(), unique(), ContactKind.PHONE, "+8613800138000", Consent("yes", AT))
    assert adding.add(bare)
    assert contacts.get(bare.community, bare.id) == bare
    assert contacts.of_community(bare.community) == ([bare], "")


def test_the_same_address_is_kept_once_with_its_first_consent(
    contacts: Book, adding: Book | ContactsHttp
) -> None:
    contact = _contact()
    assert adding.add(contact)
    assert not adding.add(replace(contact, consent=Consent("later", AT + 1), name="Somebody"))
    assert contacts.get(contact.community, contact.id) == contact
    assert adding.add(replace(contact, community=unique()))


def test_what_has_expired_makes_room_before_it_is_removed(
    contacts: Book, adding: Book | ContactsHttp
) -> None:
    contact = _contact()
    assert adding.add(contact)
    assert not adding.add(replace(contact, consent=Consent("again", AT + 365 * DAY_MS)))
    renewed = replace(contact, consent=Consent("again", AT + 365 * DAY_MS + 1000))
    assert adding.add(renewed)
    assert contacts.get(contact.community, contact.id) == renewed


def test_contacts_are_listed_newest_first_in_pages(contacts: Book) -> None:
    community, code = unique(), unique()
    left = [_contact(community, AT + at, code) for at in range(3)]
    for one in left:
        contacts.add(one)
    for listed in (contacts.of_community, contacts.of_code):
        key = community if listed == contacts.of_community else code
        first, cursor = listed(key, limit=2)
        rest, end = listed(key, cursor, limit=2)
        assert first + rest == left[::-1] and end == ""


def test_each_code_has_its_own_list(contacts: Book) -> None:
    community, code = unique(), unique()
    here, there = _contact(community, code=code), _contact(community)
    for one in (here, there):
        contacts.add(one)
    assert contacts.of_code(code) == ([here], "")
    assert contacts.count_of_code(code) == 1 and contacts.count_of_code(unique()) == 0
    assert len(contacts.of_community(community)[0]) == 2


def test_the_count_has_an_end(contacts: Book) -> None:
    code = unique()
    for at in range(105):
        contacts.add(_contact("tea", AT + at, code))
    assert contacts.count_of_code(code) == 100


def test_who_is_erased_is_gone_from_every_list(contacts: Book) -> None:
    contact = _contact()
    contacts.add(contact)
    for _ in range(2):
        contacts.remove(contact.community, contact.id)
    assert contacts.of_community(contact.community) == contacts.of_code(contact.code) == ([], "")
    with pytest.raises(NotFound):
        contacts.get(contact.community, contact.id)


def test_each_writes_the_same_item(aws: Aws, quick: ContactsHttp) -> None:
    import boto3

    contact = _contact()
    items = []
    for book in (Contacts(aws.names["CONTACTS_TABLE"]), quick):
        book.add(contact)
        key = {"community": {"S": contact.community}, "contact": {"S": contact.id}}
        call = {"TableName": aws.names["CONTACTS_TABLE"], "Key": key}
        items.append(boto3.client("dynamodb").get_item(**call)["Item"])
        Contacts(aws.names["CONTACTS_TABLE"]).remove(contact.community, contact.id)
    assert items[0] == items[1]
    assert items[0]["expires"] == {"N": str(AT // 1000 + 365 * 86_400)}
    assert items[0]["consent"]["M"]["at"] == {"N": str(AT)}


def test_what_each_costs(aws: Aws, quick: ContactsHttp) -> None:
    contacts, contact = Contacts(aws.names["CONTACTS_TABLE"]), _contact()
    with aws.proxy.counting() as asked:
        quick.add(contact)
        contacts.of_community(contact.community)
        contacts.count_of_code(contact.code)
        contacts.remove(contact.community, contact.id)
    assert asked == [
        "DynamoDB.PutItem",
        "DynamoDB.Query",
        "DynamoDB.Query",
        "DynamoDB.DeleteItem",
    ]


@pytest.fixture(params=["memory", "quick"])
def counting(request: pytest.FixtureRequest) -> FakeContacts | ContactsHttp:
    """What counts addresses: the stand-in, or the quick client."""
    if request.param == "memory":
        return FakeContacts()
    quick: ContactsHttp = request.getfixturevalue("quick")
    return quick


def test_so_many_different_addresses_and_no_more(counting: FakeContacts | ContactsHttp) -> None:
    bound = Bound(f"form {unique()}", 3, AT)
    assert [counting.within(bound, one) for one in "ababcdca"] == [
        *(True, True, True, True, True),
        *(False, True, True),
    ]
    assert counting.within(Bound(f"form {unique()}", 3, AT), "d")


def test_what_is_counted_is_in_no_list_and_is_forgotten(aws: Aws, quick: ContactsHttp) -> None:
    import boto3

    bound = Bound(f"network {unique()}", 100, AT)
    with aws.proxy.counting() as asked:
        assert quick.within(bound, "c1") and quick.within(bound, "c2")
    assert asked == ["DynamoDB.UpdateItem"] * 2
    key = {"community": {"S": bound.name}, "contact": {"S": "counted"}}
    call = {"TableName": aws.names["CONTACTS_TABLE"], "Key": key}
    assert boto3.client("dynamodb").get_item(**call)["Item"] == {
        **key,
        "ids": {"SS": ["c1", "c2"]},
        "expires": {"N": str(AT // 1000)},
    }
    assert Contacts(aws.names["CONTACTS_TABLE"]).of_community(bound.name) == ([], "")


def test_when_the_table_is_down_nothing_is_said_to_be_kept(aws: Aws, quick: ContactsHttp) -> None:
    with aws.proxy.failing("DynamoDB.PutItem"), pytest.raises(Unavailable):
        quick.add(_contact())
