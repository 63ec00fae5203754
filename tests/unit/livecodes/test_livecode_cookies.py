"""The cookies of a live code: for its own addresses alone, invisible to scripts."""

from functions.livecode.cookies import cookie_name, cookies_for, set_cookie
from hearth.domain.scans import Led
from hearth.domain.visitors import recall
from tests.unit.livecodes.drawn import code, destination, helper


def _parts(event: dict[str, object]) -> list[str]:
    return set_cookie(event, "tea1", "d1.sig").split("; ")


def test_a_cookie_comes_with_the_codes_address_and_with_invitations() -> None:
    first, *rest = _parts({"headers": {"x-forwarded-proto": "https"}})
    assert first == "hearth_tea1=d1.sig"
    assert rest == ["Max-Age=15552000", "Path=/", "HttpOnly", "SameSite=Lax", "Secure"]


def test_without_https_the_browser_would_drop_a_secure_cookie() -> None:
    for event in ({"headers": {"x-forwarded-proto": "http"}}, {}):
        assert "Secure" not in _parts(event)


def test_two_codes_have_two_cookies() -> None:
    assert cookie_name("tea1") != cookie_name("tea2")


def test_nobody_is_bound_to_a_person_who_helps() -> None:
    known = code(destination("d1", 1), helper("lin"))
    group, person = known.destinations
    first = cookies_for({}, Led(known, group), "key")[0].partition(";")[0]
    assert recall("key", "tea1", first.partition("=")[2]) == "d1"
    assert cookies_for({}, Led(known, person), "key") == ()
