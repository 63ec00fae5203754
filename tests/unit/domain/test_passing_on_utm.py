"""Advertisers' words travel on to the page; nothing else does, and nothing breaks an address."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.utm import pass_on

TARGET = "https://t.example/+abc"
names = st.sampled_from(["utm_source", "utm_medium", "utm_campaign", "utm_id", "fbclid", "next"])
queries = st.dictionaries(names | st.text(max_size=30), st.text(max_size=120), max_size=12)
targets = st.sampled_from(
    [TARGET, f"{TARGET}?a=1", f"{TARGET}?utm_source=own", f"{TARGET}#/join", f"{TARGET}?a=%20#b?c"]
)


def test_they_are_appended_as_they_came() -> None:
    query = {"utm_source": "newsletter 7", "utm_campaign": "春季", "utm_id": "a&b=c"}
    passed = pass_on(TARGET, query)
    assert passed == (
        f"{TARGET}?utm_source=newsletter%207&utm_campaign=%E6%98%A5%E5%AD%A3&utm_id=a%26b%3Dc"
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://a.example", "https://a.example?utm_source=x"),
        ("https://a.example/b?c=d", "https://a.example/b?c=d&utm_source=x"),
        ("https://a.example/b#c", "https://a.example/b?utm_source=x#c"),
        ("https://a.example/b?c#d?e", "https://a.example/b?c&utm_source=x#d?e"),
        ("https://a.example/?utm_source=own", "https://a.example/?utm_source=own"),
        ("https://a.example/?UTM_Source=own", "https://a.example/?UTM_Source=own"),
        ("https://a.example/?utm_source=", "https://a.example/?utm_source="),
    ],
)
def test_an_address_keeps_what_it_says_itself(target: str, expected: str) -> None:
    assert pass_on(target, {"utm_source": "x"}) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fbclid", "x"),
        ("utm", "x"),
        ("utm_", "x"),
        ("UTM_SOURCE", "x"),
        ("utm_so\nurce", "x"),
        ("utm_" + "a" * 21, "x"),
        ("utm_source", ""),
        ("utm_source", "x" * 101),
        ("utm_source", "a\r\nset-cookie: b=c"),
        ("utm_source", "\ud800"),
        ("utm_source", "\u202e"),
    ],
)
def test_nothing_else_is_passed_on(name: str, value: str) -> None:
    assert pass_on(TARGET, {name: value}) == TARGET


@given(targets, queries)
def test_the_result_is_one_address_whatever_is_asked(target: str, query: dict[str, str]) -> None:
    passed = pass_on(target, query)
    assert passed.isascii() and passed.isprintable() and " " not in passed
    assert len(passed) <= len(target) + 600
    before, after = urlsplit(target), urlsplit(passed)
    assert (before.scheme, before.netloc, before.path) == (after.scheme, after.netloc, after.path)
    assert before.fragment == after.fragment and after.query.startswith(before.query)
    added = dict(parse_qsl(after.query[len(before.query) :]))
    assert all(query[name] == value and name.startswith("utm_") for name, value in added.items())
