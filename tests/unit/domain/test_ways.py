"""Names of ways: short, plain, and their code can be told from the source of their orders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.ways import (
    LONGEST_NAME,
    check_bounds,
    code_of,
    following,
    source_of,
    way_name,
)
from tests.unit.strategies import ids

codes = st.from_regex(r"[a-z0-9]{4,32}", fullmatch=True)
tags = st.from_regex(r"[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("code", "channel", "name"),
    [
        ("tea1", "", "lc_tea1_1a2b3c"),
        ("tea1", "poster", "lc_tea1_poster_1a2b3c"),
        ("tea1", "海报-7", "lc_tea1_-7_1a2b3c"),
        ("tea1", "海报", "lc_tea1_1a2b3c"),
        ("k7m2p9xq", "newsletter7", "lc_k7m2p9xq_newsletter7_1a2b3c"),
        ("k7m2p9xq", "newsletter77", "lc_k7m2p9xq_newsletter7_1a2b3c"),
        ("a" * 32, "", f"lc_{'a' * 20}_1a2b3c"),
        ("a" * 32, "newsletter", f"lc_{'a' * 12}_newslet_1a2b3c"),
    ],
)
def test_a_name_says_code_and_channel_as_far_as_there_is_room(
    code: str, channel: str, name: str
) -> None:
    assert way_name(code, channel, "1a2b3c") == name


@given(codes, st.text(max_size=40), tags)
def test_every_name_fits_every_platform(code: str, channel: str, tag: str) -> None:
    name = way_name(code, channel, tag)
    assert len(name) <= LONGEST_NAME
    assert name.isascii() and name.isprintable() and " " not in name
    assert name.startswith("lc_") and name.endswith(f"_{tag}")
    assert code_of(source_of(code, name)) == code


@given(ids)
def test_other_sources_are_of_no_code(text: str) -> None:
    for source in (text, f"post:{text}", f"event:{text}", f"way:{text}"):
        assert code_of(source) == ""


@pytest.mark.parametrize(
    ("name", "base", "number"),
    [
        ("Tea", "Tea", 2),
        ("Tea 3", "Tea ", 4),
        ("读书群9", "读书群", 10),
        ("2026", "2026-", 2027),
        ("", "", 2),
        ("茶" * 50, "茶" * 40, 2),
    ],
)
def test_the_next_group_bears_the_next_number(name: str, base: str, number: int) -> None:
    assert following(name) == (base, number)


@given(st.text(max_size=100))
def test_every_name_has_a_following_one(name: str) -> None:
    base, number = following(name)
    assert len(base) <= 40 and number >= 1
    assert bool(base) == bool(name)


@pytest.mark.parametrize(
    ("limit", "until", "field"),
    [
        (0, 0, "member_limit"),
        (100_000, 0, "member_limit"),
        (1, 5, "valid_until"),
        (1, 4, "valid_until"),
    ],
)
def test_bounds_are_named(limit: int, until: int, field: str) -> None:
    with pytest.raises(BadInput, match=f"“{field}”"):
        check_bounds(limit, until, now=5)


@pytest.mark.parametrize(("limit", "until"), [(1, 0), (99_999, 6)])
def test_what_platforms_take_is_accepted(limit: int, until: int) -> None:
    check_bounds(limit, until, now=5)
