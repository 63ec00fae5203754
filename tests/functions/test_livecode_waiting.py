"""The waiting page: who finds no room may leave an address; one write, once, as he agreed."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest

from functions.livecode.app import handler
from functions.livecode.waiting import came_from
from hearth.domain import waiting
from hearth.domain.contacts import Contact, ContactKind
from hearth.domain.invitations import Invitation, make_token
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.plans import replanned
from hearth.runtime.clock import now_ms
from hearth.store.contacts import Contacts
from hearth.store.livecodes import LiveCodes
from tests.conftest import Aws
from tests.support.gateway import http_event
from tests.support.unique import unique

PHONE = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50 Language/zh_CN"
KEY = "a-key-of-tests"
EXPIRED = Destination("old", Kind.LINK, "https://t.example/old", 2, valid_until=2)


@pytest.fixture
def contacts(aws: Aws) -> Contacts:
    return Contacts(aws.names["CONTACTS_TABLE"])


@pytest.fixture
def code(aws: Aws, keep_secret: Callable[[str, object], None]) -> LiveCode:
    """A code without room, of a community of its own."""
    keep_secret("livecode/visitor-key", KEY)
    bare = LiveCode(unique(), unique(), "Tea “lovers” <b>", -1, (EXPIRED,))
    planned = replanned(bare, Counter(0, -1), now=1).code
    LiveCodes(aws.names["LIVECODES_TABLE"]).add(planned)
    return planned


def _ask(method: str, parameters: dict[str, str], body: bytes | None = None, **more: Any) -> Any:
    headers = {"user-agent": PHONE, "accept-language": more.pop("language", "en")}
    headers["content-type"] = "application/x-www-form-urlencoded"
    event = http_event(
        method, "/", body, headers=headers, parameters=parameters, encode=more.pop("encode", True)
    )
    return handler(event, None)  # type: ignore[arg-type]


def _form(code: LiveCode, language: str = "en") -> dict[str, str]:
    """The hidden fields of the page that the visitor is shown."""
    page = _ask("GET", {"code": code.code}, language=language)["body"]
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in hidden}


def _send(code: LiveCode, fields: dict[str, str], **parameters: str) -> Any:
    parameters = parameters or {"code": code.code, "channel": "poster"}
    return _ask("POST", parameters, urlencode(fields).encode())


def _filled(code: LiveCode, **fields: str) -> dict[str, str]:
    filled = {"address": "Ann@Example.org", "name": "Ann", "consent": "yes"}
    return {**_form(code), **filled, **fields}


def _kept(contacts: Contacts, code: LiveCode) -> list[Contact]:
    found, _ = contacts.of_community(code.community)
    return found


def test_the_page_says_so_and_offers_a_form(code: LiveCode) -> None:
    answer = _ask("GET", {"code": code.code})
    assert answer["statusCode"] == 200 and answer["headers"]["cache-control"] == "no-store"
    assert "No group is open at the moment." in answer["body"]
    assert "form-action 'self'" in answer["headers"]["content-security-policy"]
    assert "cookies" not in answer and list(_form(code)) == ["offer"]


def test_an_address_is_kept_as_it_was_agreed_to(code: LiveCode, contacts: Contacts) -> None:
    filled, before = _filled(code), now_ms()
    answer = _send(code, filled)
    assert answer["statusCode"] == 200 and "on the list" in answer["body"]
    [kept] = _kept(contacts, code)
    assert (kept.kind, kept.address, kept.name) == (ContactKind.EMAIL, "ann@example.org", "Ann")
    assert (kept.code, kept.channel, kept.language) == (code.code, "poster", "en")
    page = unescape(_ask("GET", {"code": code.code})["body"])
    assert kept.consent.text in page and "“Tea “lovers” <b>”" in kept.consent.text
    assert before <= kept.consent.at <= now_ms(), "when he agreed, not when he was shown it"


def test_it_costs_three_writes_and_nothing_else(aws: Aws, code: LiveCode) -> None:
    filled = _filled(code)
    with aws.proxy.counting("DynamoDB") as operations:
        _send(code, filled)
    assert operations == ["DynamoDB.UpdateItem", "DynamoDB.UpdateItem", "DynamoDB.PutItem"]


@pytest.mark.parametrize(("language", "said"), [("zh", "没有保存"), ("en", "was not kept")])
def test_a_form_takes_three_addresses_and_says_when_it_takes_no_more(
    code: LiveCode, contacts: Contacts, language: str, said: str
) -> None:
    filled = {**_filled(code), **_form(code, language)}
    answers = [_send(code, {**filled, "address": f"ann{n}@example.org"}) for n in range(4)]
    assert [answer["statusCode"] for answer in answers] == [200, 200, 200, 429]
    assert said in answers[-1]["body"] and 'href=""' in answers[-1]["body"]
    assert len(_kept(contacts, code)) == 3
    assert _send(code, {**filled, "address": "ann0@example.org"})["statusCode"] == 200
    another = {**_filled(code), "address": "ann3@example.org"}
    assert _send(code, another)["statusCode"] == 200
    assert len(_kept(contacts, code)) == 4


def test_every_page_has_a_form_of_its_own(code: LiveCode) -> None:
    assert len({_form(code)["offer"] for _ in range(5)}) == 5


@pytest.mark.parametrize(("language", "said"), [("zh", "尚未保存"), ("en", "is not kept yet")])
def test_a_network_that_leaves_too_many_is_told_and_may_send_again(
    code: LiveCode,
    contacts: Contacts,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    said: str,
) -> None:
    monkeypatch.setattr(waiting, "NETWORK_ADDRESSES", 1)
    _send(code, {**_filled(code), "address": "first@example.org"})
    filled = {**_filled(code), **_form(code, language)}
    answer = _send(code, filled)
    assert answer["statusCode"] == 429 and said in answer["body"]
    assert 'value="Ann@Example.org"' in answer["body"]
    assert "ann@example.org" not in {known.address for known in _kept(contacts, code)}
    monkeypatch.undo()
    assert _send(code, filled)["statusCode"] == 200
    assert "ann@example.org" in {known.address for known in _kept(contacts, code)}


@pytest.mark.parametrize(
    ("domain", "passed", "expected"),
    [
        ("api.example", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("x.lambda-url.eu-west-1.on.aws", "10.0.0.1, 198.51.100.1, 203.0.113.7", "198.51.100.1"),
        ("x.lambda-url.eu-west-1.on.aws", "198.51.100.1", "198.51.100.1"),
        ("x.lambda-url.eu-west-1.on.aws", "203.0.113.7", "203.0.113.7"),
        ("x.lambda-url.eu-west-1.on.aws", "", "203.0.113.7"),
    ],
)
def test_whose_network_it_is(domain: str, passed: str, expected: str) -> None:
    event = http_event("POST", "/c/tea1", headers={"x-forwarded-for": passed})
    event["requestContext"]["domainName"] = domain
    assert came_from(event) == expected


def test_a_body_that_is_not_encoded_is_read_too(code: LiveCode, contacts: Contacts) -> None:
    _ask("POST", {"code": code.code}, urlencode(_filled(code)).encode(), encode=False)
    assert len(_kept(contacts, code)) == 1


def test_in_chinese_the_chinese_sentence_is_agreed_to(code: LiveCode, contacts: Contacts) -> None:
    filled = {**_filled(code), **_form(code, "zh"), "address": "138 0013 8000"}
    answer = _send(code, filled)
    assert "已列入候补名单" in answer["body"]
    [kept] = _kept(contacts, code)
    assert kept.address == "+8613800138000" and kept.consent.text.startswith("我同意")


def test_the_same_address_is_one_contact_and_nobody_is_told(
    code: LiveCode, contacts: Contacts
) -> None:
    first = _send(code, _filled(code))
    again = _send(code, _filled(code, address="ann@EXAMPLE.org ", name="Somebody else"))
    assert first["body"] == again["body"]
    assert [one.name for one in _kept(contacts, code)] == ["Ann"]


def test_who_came_by_an_invitation_is_kept_with_it(code: LiveCode, contacts: Contacts) -> None:
    token = make_token(KEY, Invitation(code.code, "ben-7", "mail"))
    assert _send(code, _filled(code), token=token)["statusCode"] == 200
    [kept] = _kept(contacts, code)
    assert (kept.person, kept.channel) == ("ben-7", "mail")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"consent": ""}, "tick the box"),
        ({"consent": "maybe"}, "tick the box"),
        ({"address": ""}, "country code"),
        ({"address": 'a"b<script>'}, "country code"),
        ({"address": "020 7946 0000"}, "country code"),
        ({"address": "ann@example.org\r\nbcc: all@example.org"}, "country code"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    code: LiveCode, contacts: Contacts, wrong: dict[str, str], said: str
) -> None:
    answer = _send(code, _filled(code, **wrong))
    assert answer["statusCode"] == 422 and said in answer["body"]
    assert "<script" not in answer["body"] and 'value="Ann"' in answer["body"]
    assert _kept(contacts, code) == []
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', answer["body"]))
    corrected = _filled(code, offer=unescape(fields["offer"]))
    assert _send(code, corrected)["statusCode"] == 200


def test_a_program_that_fills_in_every_field_is_thanked_for_nothing(
    code: LiveCode, contacts: Contacts
) -> None:
    answer = _send(code, _filled(code, website="https://spam.example"))
    assert answer["statusCode"] == 200 and "on the list" in answer["body"]
    assert _kept(contacts, code) == []


@pytest.mark.parametrize("offer", ["", "x", "x.y", "W10=.AAAA", "\udcff"])
def test_a_form_that_is_not_ours_is_refused(code: LiveCode, contacts: Contacts, offer: str) -> None:
    fields = _filled(code, offer=offer.encode("utf-8", "replace").decode())
    assert _send(code, fields)["statusCode"] == 400
    assert _kept(contacts, code) == []


def test_the_form_of_another_code_is_refused(aws: Aws, code: LiveCode, contacts: Contacts) -> None:
    fields = _filled(code)
    answer = _ask("POST", {"code": unique()}, urlencode(fields).encode())
    assert answer["statusCode"] == 400 and "open the code again" in answer["body"]
    assert _kept(contacts, code) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"\xff\xfe\x00", 400),
        (b"&" * 7_000, 400),
        (b"a=b&" * 500, 400),
        (b"x" * 8_001, 413),
        (b'{"address": "ann@example.org"}', 400),
    ],
)
def test_any_other_body_is_refused(aws: Aws, code: LiveCode, body: bytes, status: int) -> None:
    with aws.proxy.counting("DynamoDB") as operations:
        answer = _ask("POST", {"code": code.code}, body)
    assert answer["statusCode"] == status and operations == []
    assert answer["headers"]["cache-control"] == "no-store"


@pytest.mark.parametrize("parameters", [{"code": "../x"}, {"token": "forged.token.x"}])
def test_no_form_leads_anywhere_without_a_code(code: LiveCode, parameters: dict[str, str]) -> None:
    assert _ask("POST", parameters, b"consent=yes")["statusCode"] == 404


def test_when_the_table_is_down_the_visitor_is_asked_to_come_back(
    aws: Aws, code: LiveCode, contacts: Contacts
) -> None:
    filled = _filled(code)
    with aws.proxy.failing("DynamoDB.PutItem"):
        answer = _send(code, filled)
    assert answer["statusCode"] == 503 and "try again" in answer["body"]
    assert _send(code, filled)["statusCode"] == 200
    assert len(_kept(contacts, code)) == 1
