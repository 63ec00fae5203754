"""The cookie of a live code: for this code alone, invisible to scripts."""

from functions.livecode.cookies import cookie_name, set_cookie


def _parts(event: dict[str, object]) -> list[str]:
    return set_cookie(event, "tea1", "d1.sig").split("; ")


def test_a_cookie_is_bound_to_its_code_and_hidden_from_scripts() -> None:
    first, *rest = _parts({"headers": {"x-forwarded-proto": "https"}})
    assert first == "hearth_tea1=d1.sig"
    assert set(rest) == {
        "Max-Age=15552000",
        "Path=/c/tea1",
        "HttpOnly",
        "SameSite=Lax",
        "Secure",
    }


def test_without_https_the_browser_would_drop_a_secure_cookie() -> None:
    assert "Secure" not in _parts({"headers": {"x-forwarded-proto": "http"}})
    assert "Secure" not in _parts({})


def test_two_codes_have_two_cookies() -> None:
    assert cookie_name("tea1") != cookie_name("tea2")
