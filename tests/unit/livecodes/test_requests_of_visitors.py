"""What a request tells of a scan: from where, with what, by whose invitation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.livecode.request import is_prefetch, scan_of
from hearth.domain.errors import NotFound
from hearth.domain.invitations import Invitation, make_token
from hearth.domain.scans import Scan
from hearth.domain.visitors import remember
from tests.support.gateway import http_event

KEY = "a key of tests"
PHONE = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50"


def _scan(
    parameters: dict[str, str],
    query: dict[str, str] | None = None,
    method: str = "GET",
    **headers: str,
) -> Scan:
    headers = {"user-agent": PHONE, **headers}
    event = http_event(method, "/", headers=headers, query=query, parameters=parameters)
    return scan_of(event, KEY)


def test_channel_and_device_are_told() -> None:
    scan = _scan({"code": "tea1", "channel": "poster"})
    assert (scan.code, scan.channel, scan.device, scan.robot) == (
        "tea1",
        "poster",
        "wechat-ios",
        False,
    )
    assert scan.person == "" and scan.at > 1_700_000_000_000


@pytest.mark.parametrize(
    ("channel", "source", "counted"),
    [
        ("", "newsletter-7", "newsletter-7"),
        ("", "春季", "春季"),
        ("poster", "newsletter-7", "poster"),
        ("", "two words", ""),
        ("", "x" * 41, ""),
        ("", "a|b", ""),
        ("", "", ""),
    ],
)
def test_an_advertisers_word_is_the_channel_where_the_path_names_none(
    channel: str, source: str, counted: str
) -> None:
    parameters = {"code": "tea1"} | ({"channel": channel} if channel else {})
    assert _scan(parameters, {"utm_source": source, "utm_medium": "mail"}).channel == counted


def test_an_invitation_names_code_person_and_channel() -> None:
    for channel in ("invitation", "mail-3"):
        token = make_token(KEY, Invitation("tea1", "ann-1", channel))
        scan = _scan({"token": token}, {"utm_source": "somewhere"})
        assert (scan.code, scan.person, scan.channel) == ("tea1", "ann-1", channel)


@pytest.mark.parametrize("token", ["tea1", "tea1.ann.x", "x" * 5000, "\udcff", "tea1.a|b.c"])
def test_who_makes_up_an_invitation_is_told_that_there_is_none(token: str) -> None:
    with pytest.raises(NotFound):
        _scan({"token": token})


@given(st.text(), st.text())
def test_whatever_stands_in_the_address_it_is_a_scan_or_there_is_none(
    code: str, channel: str
) -> None:
    try:
        scan = _scan({"code": code, "channel": channel})
    except NotFound:
        return
    assert len(scan.code) <= 32 and len(scan.channel) <= 40 and "|" not in scan.channel


def test_a_visitor_is_known_at_either_address() -> None:
    cookie = f"hearth_tea1={remember(KEY, 'tea1', 'd7')}"
    token = make_token(KEY, Invitation("tea1", "ann"))
    for parameters in ({"code": "tea1"}, {"token": token}):
        assert _scan(parameters, cookie=cookie).remembered == "d7"


def test_of_robots_nothing_is_kept_but_the_way() -> None:
    cookie = f"hearth_tea1={remember(KEY, 'tea1', 'd7')}"
    scan = _scan({"code": "tea1", "channel": "poster"}, method="HEAD", cookie=cookie)
    assert scan.robot and scan.channel == "poster"
    assert scan.remembered == scan.device == ""


@pytest.mark.parametrize(
    ("header", "value", "early"),
    [
        ("sec-purpose", "prefetch;prerender", True),
        ("Sec-Purpose", "prefetch", True),
        ("purpose", "prefetch", True),
        ("x-purpose", "preview", True),
        ("x-moz", "prefetch", True),
        ("sec-fetch-mode", "navigate", False),
        ("purpose", "", False),
    ],
)
def test_a_page_fetched_in_case_it_is_wanted(header: str, value: str, early: bool) -> None:
    for method in ("GET", "HEAD"):
        assert is_prefetch(http_event(method, "/c/tea1", headers={header: value})) is early


def test_what_somebody_sends_was_wanted() -> None:
    form = http_event("POST", "/c/tea1", b"offer=x", headers={"purpose": "prefetch"})
    assert not is_prefetch(form)


@pytest.mark.parametrize(
    ("path", "code", "channel"),
    [
        ("/c/tea1", "tea1", ""),
        ("/c/tea1/", "tea1", ""),
        ("/c/tea1/poster", "tea1", "poster"),
        ("/c/tea1/%E6%98%A5%E5%AD%A3", "tea1", "春季"),
    ],
)
def test_behind_a_function_url_the_path_says_it_all(path: str, code: str, channel: str) -> None:
    event = http_event("GET", path, headers={"user-agent": PHONE})
    scan = scan_of(event, KEY)
    assert (scan.code, scan.channel) == (code, channel)


def test_behind_a_function_url_invitations_are_read_too() -> None:
    token = make_token(KEY, Invitation("tea1", "ann-1"))
    scan = scan_of(http_event("GET", f"/i/{token}", headers={"user-agent": PHONE}), KEY)
    assert (scan.code, scan.person) == ("tea1", "ann-1")


@pytest.mark.parametrize(
    "path",
    ["", "/", "/c", "/c/", "/i/", "/i/x/y", "/c/tea1/a/b", "/c/tea1/a%2Fb", "/x/tea1", "c/tea1/a"],
)
def test_any_other_address_is_not_found(path: str) -> None:
    with pytest.raises(NotFound):
        scan_of(http_event("GET", path, headers={"user-agent": PHONE}), KEY)
