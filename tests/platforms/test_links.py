"""Addresses in text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.platforms.links import in_text


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", ()),
        ("大家早上好", ()),
        ("https://a.example/x", ("https://a.example/x",)),
        ("加我https://a.example/x领取", ("https://a.example/x",)),
        ("看HTTP://A.EXAMPLE。", ("HTTP://A.EXAMPLE",)),
        ("(https://a.example/b).", ("https://a.example/b",)),
        (
            "https://a.example/?a=1&b=2#c, https://b.example",
            ("https://a.example/?a=1&b=2#c", "https://b.example"),
        ),
        ("https://a.example https://a.example", ("https://a.example",)),
        ("tg://resolve?domain=x", ("tg://resolve?domain=x",)),
        ("https://例子.中国/路", ("https://例子.中国/路",)),
        ("www.some.zone", ("www.some.zone",)),
        ("加我a.com吧", ("a.com",)),
        ("t.me/joinchat", ("t.me/joinchat",)),
        ("sub.domain.com.cn:8080/x", ("sub.domain.com.cn:8080/x",)),
        ("write to someone@mail.com", ()),
        ("node.js and main.py, version 1.2.3, e.g. this", ()),
        ("a.company is not a.com-x", ()),
        ('<a href="https://a.example/x">', ("https://a.example/x",)),
        ("url='https://a.example/x'/>", ("https://a.example/x",)),
        ("://", ()),
    ],
)
def test_addresses(text: str, links: tuple[str, ...]) -> None:
    assert in_text(text) == links


@given(before=st.text("加我看 ，。（", max_size=9), after=st.text(" 领取，。）！", max_size=9))
def test_text_around_an_address_is_not_part_of_it(before: str, after: str) -> None:
    assert in_text(f"{before}https://a.example/x?y=1{after}") == ("https://a.example/x?y=1",)


@pytest.mark.parametrize(
    "unit", ["a", "a.", "a-", "www.", "a.com", "http", "://", "https://", "1a+", "."]
)
def test_no_text_takes_long(unit: str) -> None:
    start = time.process_time()
    in_text(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 2


@given(st.text())
def test_what_is_found_was_there(text: str) -> None:
    for link in in_text(text):
        assert link
        assert link in text
