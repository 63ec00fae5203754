"""Who waits for a seat, over REST: listed, counted, taken along, erased."""

import csv
import io

import pytest

from hearth.domain.contacts import Consent, Contact, ContactKind
from hearth.store.contacts import Contacts
from tests.conftest import Aws
from tests.support.console_room import Client
from tests.support.unique import unique

AT = 1_700_000_000_000


@pytest.fixture
def code(operator: Client, community: str) -> str:
    place = f"/api/communities/{community}/livecodes"
    return str(operator.ask("POST", place, {"name": "Tea"}).json["code"])


@pytest.fixture
def book(room: Aws) -> Contacts:
    return Contacts(room.names["CONTACTS_TABLE"])


def _left(book: Contacts, community: str, code: str, at: int = AT, name: str = "Ann") -> Contact:
    consent = Consent("我同意 “茶”", at)
    email = f"{unique()}@example.org"
    contact = Contact(
        unique(), community, ContactKind.EMAIL, email, consent, name=name, code=code, channel="zh"
    )
    book.add(contact)
    return contact


def test_contacts_are_listed_newest_first_with_what_they_agreed_to(
    operator: Client, community: str, code: str, book: Contacts
) -> None:
    old, new = _left(book, community, code), _left(book, community, unique(), AT + 1)
    place = f"/api/communities/{community}/contacts"
    first = operator.ask("GET", place, limit="1").json
    rest = operator.ask("GET", place, cursor=first["next"]).json
    assert [one["id"] for one in (*first["items"], *rest["items"])] == [new.id, old.id]
    assert rest["items"][0] == {
        "id": old.id,
        "kind": "email",
        "address": old.address,
        "name": "Ann",
        "source": "waiting",
        "code": code,
        "channel": "zh",
        "person": "",
        "language": "",
        "agreed_to": "我同意 “茶”",
        "agreed": AT,
        "kept_until": AT + 365 * 86_400_000,
    }
    assert [one["id"] for one in operator.ask("GET", place, code=code).json["items"]] == [old.id]
    assert operator.ask("GET", f"/api/livecodes/{code}/contacts/count").json == {"waiting": 1}
    assert operator.ask("GET", "/api/communities/nowhere/contacts").status == 404


def test_a_table_is_taken_along_that_no_spreadsheet_runs(
    operator: Client, community: str, code: str, book: Contacts
) -> None:
    _left(book, community, code, name="=HYPERLINK(1)")
    consent = Consent("yes, “a”\n,b", AT)
    phone = Contact("p1", community, ContactKind.PHONE, "+8613800138000", consent, code=code)
    book.add(phone)
    place = f"/api/communities/{community}/contacts.csv"
    answer = operator.ask("GET", place, code=code)
    assert answer.status == 200 and answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="contacts.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.body.removeprefix("\ufeff"), newline="")))
    assert {row["name"] for row in rows} == {"'=HYPERLINK(1)", ""}
    [number] = [row for row in rows if row["kind"] == "phone"]
    assert (number["address"], number["id"]) == ("+8613800138000", "p1")
    assert (number["agreed"], number["agreed_to"]) == (
        "2023-11-14T22:13:20+00:00",
        "yes, “a”\n,b",
    )


def test_who_asks_is_erased(operator: Client, community: str, book: Contacts) -> None:
    contact = _left(book, community, unique())
    place = f"/api/communities/{community}/contacts"
    assert operator.ask("DELETE", f"{place}/{contact.id}").status == 200
    assert operator.ask("DELETE", f"{place}/{contact.id}").status == 404
    assert operator.ask("GET", place).json["items"] == []


def test_viewers_learn_how_many_wait_and_not_who(
    viewer: Client, community: str, code: str, book: Contacts
) -> None:
    contact = _left(book, community, code)
    place = f"/api/communities/{community}/contacts"
    for method, path in (("GET", place), ("GET", f"{place}.csv"), ("DELETE", f"{place}/x")):
        answer = viewer.ask(method, path)
        assert answer.status == 403 and contact.address not in answer.body
    assert viewer.ask("GET", f"/api/livecodes/{code}/contacts/count").json == {"waiting": 1}
