"""What operators type as a domain, and what it is taken for."""

import re

import idna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.hosts import host_of, is_local, readable

_HOST = re.compile(r"([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62}")


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("go.example.org", "go.example.org"),
        ("  https://Go.Example.ORG/ ", "go.example.org"),
        ("HTTPS://go.example.org", "go.example.org"),
        ("https://茶.example", "xn--cl1a.example"),
        ("茶。example", "xn--cl1a.example"),
        ("ｇｏ.example", "go.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("xn--cl1a.example", "xn--cl1a.example"),
        ("go.xn--fiqs8s", "go.xn--fiqs8s"),
    ],
)
def test_a_domain_is_kept_in_one_form(typed: str, host: str) -> None:
    assert host_of(typed) == host


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "/",
        "https://",
        "https:///",
        "example",
        "http://go.example.org",
        "ftp://go.example.org",
        "javascript:alert(1)",
        "https://https://go.example.org",
        "https://go.example.org/c/abcd",
        "https://go.example.org?x=1",
        "https://go.example.org#x",
        "https://go.example.org:8443",
        "https://ann@go.example.org",
        "https://go.example.org\\@evil.example",
        "go.example.org.",
        ".example.org",
        "go..example.org",
        "-go.example.org",
        "go-.example.org",
        "go_.example.org",
        "go .example.org",
        "go.example.org\r\nx: y",
        "go.example.org\x00",
        "*.example.org",
        "127.0.0.1",
        "169.254.169.254",
        "2130706433",
        "0x7f.0.0.1",
        "[::1]",
        "::1",
        "localhost",
        "localhost:8787",
        "api.localhost",
        "printer.local",
        "db.internal",
        "1.168.192.in-addr.arpa",
        "x" * 64 + ".example",
        "a." * 130 + "example",
        "茶" * 300 + ".example",
        "faß.example",
        "a\u200db.example",
        "\ud800.example",
    ],
)
def test_what_no_live_code_can_be_given_out_under_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        host_of(typed)


@pytest.mark.parametrize("typed", ["http://localhost:8787", "127.0.0.1:8787", "http://127.0.0.1/"])
def test_this_very_machine_is_a_domain_for_a_suite_that_runs_on_it(typed: str) -> None:
    assert is_local(host_of(typed, local=True))
    with pytest.raises(BadInput):
        host_of(typed)


@pytest.mark.parametrize("typed", ["http://192.168.0.2:80", "https://localhost:8787", "[::1]:80"])
def test_no_other_machine_without_https_is(typed: str) -> None:
    with pytest.raises(BadInput):
        host_of(typed, local=True)


@given(st.text(max_size=300) | st.from_regex(r"(https://)?[\w.\-:/@]{1,40}", fullmatch=True))
def test_whatever_is_typed_a_host_comes_out_or_a_reason(typed: str) -> None:
    try:
        host = host_of(typed)
    except BadInput as error:
        assert str(error)
    else:
        assert _HOST.fullmatch(host) and len(host) <= 253
        assert host_of(f"https://{host}/") == host


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=9))
def test_chinese_names_are_written_as_browsers_write_them(name: str) -> None:
    assert host_of(f"{name}.example") == idna.encode(f"{name}.example").decode()


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=9))
def test_chinese_names_are_read_as_they_were_typed(name: str) -> None:
    assert readable(host_of(f"go.{name}.example")) == f"go.{name}.example"


@given(st.from_regex(_HOST, fullmatch=True) | st.from_regex(r"(xn--[a-z0-9-]{1,59}\.){1,3}cn"))
def test_whatever_a_host_looks_like_it_has_a_readable_form_that_leads_there_or_none(
    host: str,
) -> None:
    name = readable(host.strip())
    assert not name or name.encode("idna").decode() == host.strip()


@pytest.mark.parametrize("host", ["go.example.org", "xn--strae-oqa.example", "xn--a.example"])
def test_names_without_a_form_of_their_own_have_none(host: str) -> None:
    assert readable(host) == ""


def test_the_reason_is_short_whatever_was_typed() -> None:
    with pytest.raises(BadInput) as refused:
        host_of("x" * 100_000)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("go.example.org/c", "no_domain"),
        ("a b", "no_domain"),
        ("http://go.example.org", "no_https"),
    ],
)
def test_what_is_wrong_has_a_word_for_programs(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        host_of(text)
    assert refused.value.reason == reason
