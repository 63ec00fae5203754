"""Addresses: read in the many ways people write them, kept in one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.contacts import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    ContactKind,
    contact_id,
    read_address,
    read_name,
)
from hearth.domain.errors import BadInput


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ann@example.org", "ann@example.org"),
        ("  Ann.Lee+tea@Mail.Example.ORG ", "ann.lee+tea@mail.example.org"),
        ("ａｎｎ＠ｅｘａｍｐｌｅ．ｏｒｇ", "ann@example.org"),
        ("12345678@qq.com", "12345678@qq.com"),
        (f"{'a' * 64}@example.org", f"{'a' * 64}@example.org"),
    ],
)
def test_an_e_mail_address_is_kept_in_small_letters(text: str, address: str) -> None:
    assert read_address(text) == (ContactKind.EMAIL, address)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("13800138000", "+8613800138000"),
        ("138 0013 8000", "+8613800138000"),
        ("138-0013-8000", "+8613800138000"),
        ("１３８００１３８０００", "+8613800138000"),
        ("+86 138 0013 8000", "+8613800138000"),
        ("0086 13800138000", "+8613800138000"),
        ("+44 (20) 7946.0000", "+442079460000"),
        ("+852 5123 4567", "+85251234567"),
    ],
)
def test_a_telephone_number_is_kept_with_its_country(text: str, address: str) -> None:
    assert read_address(text) == (ContactKind.PHONE, address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ann",
        "ann@",
        "@example.org",
        "ann@example",
        "ann@-example.org",
        "ann@example..org",
        "ann lee@example.org",
        "ann@example.org, ben@example.org",
        "ann@example.org\nbcc: ben@example.org",
        '"ann"@example.org',
        "ann@[127.0.0.1]",
        f"{'a' * 65}@example.org",
        "a@" + "b." * 130 + "org",
        "020 7946 0000",
        "12345678901",
        "+1234",
        "+1234567890123456",
        "+86 138 0013 800a",
        "٠١٢٣",
        "\ud800@example.org",
    ],
)
def test_what_nothing_can_be_sent_to_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_address(text)


@given(st.text() | st.from_regex(r"[ +().-]*[0-9 ]{5,20}|[\w.]{1,9}@[\w.]{1,20}"))
def test_whatever_is_typed_is_one_short_line_or_refused(text: str) -> None:
    try:
        kind, address = read_address(text)
    except BadInput:
        return
    assert len(address) <= LONGEST_ADDRESS and re.fullmatch(r"[\x21-\x7e]+", address)
    assert read_address(address) == (kind, address)


def test_an_endless_text_costs_nothing() -> None:
    with pytest.raises(BadInput):
        read_address("a.a@" * 1_000_000)


def test_the_same_address_is_one_contact_in_each_community() -> None:
    one = contact_id("key", "tea", "ann@example.org")
    assert one == contact_id("key", "tea", "ann@example.org")
    others = {
        contact_id("key", "tea", "ben@example.org"),
        contact_id("key", "coffee", "ann@example.org"),
        contact_id("another", "tea", "ann@example.org"),
    }
    assert len({one, *others}) == 4
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{12}", ident) for ident in {one, *others})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" Ann  Lee ", "Ann Lee"),
        ("茶友\n小李", "茶友 小李"),
        ("\u202eevil\x00", "evil"),
        ("x" * 99, "x" * LONGEST_NAME),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_a_name_is_one_short_line(text: str, name: str) -> None:
    assert read_name(text) == name
