"""New destinations come behind all others and behind every ticket that was drawn."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.domain.livecodes import (
    LARGEST_CAPACITY,
    MOST_DESTINATIONS,
    LiveCode,
    appended,
    is_channel,
    is_code,
    require_code,
)
from tests.unit.livecodes.drawn import code, codes, destination


@given(codes())
def test_ranges_are_in_order_and_never_overlap(code: LiveCode) -> None:
    for one, next_one in pairwise(code.destinations):
        assert one.last <= next_one.first


@given(codes(), st.integers(0, 200), st.integers(1, LARGEST_CAPACITY))
def test_a_new_range_holds_no_ticket_that_was_drawn(code: LiveCode, seq: int, size: int) -> None:
    *before, new = appended(code, destination("new", size), seq)
    assert tuple(before) == code.destinations
    assert new.first >= seq
    assert new.last - new.first == size
    assert new.first == max([seq, *(d.last for d in before)])


def test_what_the_caller_says_about_its_place_is_overwritten() -> None:
    pushy = replace(destination("b", 3), first=-5)
    assert appended(code(destination("a", 2)), pushy, seq=0)[-1].first == 2


@pytest.mark.parametrize("capacity", [1, LARGEST_CAPACITY])
def test_the_smallest_and_the_largest_capacity_are_taken(capacity: int) -> None:
    assert appended(code(), destination("a", capacity), seq=0)[-1].last == capacity


@pytest.mark.parametrize("capacity", [0, -1, LARGEST_CAPACITY + 1])
def test_an_impossible_capacity_is_refused(capacity: int) -> None:
    with pytest.raises(BadInput, match=f"“capacity” must be from 1 to {LARGEST_CAPACITY}"):
        appended(code(), destination("a", capacity), seq=0)


def test_there_is_an_end_to_appending() -> None:
    full = code(*(destination(f"d{n}", 1) for n in range(MOST_DESTINATIONS)))
    with pytest.raises(BadInput, match=f"at most {MOST_DESTINATIONS} destinations"):
        appended(full, destination("more", 1), seq=0)


@pytest.mark.parametrize("text", ["tea1", "a" * 32, "2024"])
def test_what_may_be_a_code(text: str) -> None:
    assert is_code(text) and require_code(text) == text


@pytest.mark.parametrize(
    "text", ["", "tea", "a" * 33, "Tea1", "tea-1", "tea1\n", "茶茶茶茶", "٤٤٤٤"]
)
def test_what_may_not(text: str) -> None:
    assert not is_code(text)
    with pytest.raises(BadInput, match="4 to 32"):
        require_code(text)


@pytest.mark.parametrize("text", ["", "poster", "mail-7", "海报", "a_b.c", "x" * 40])
def test_what_may_be_a_channel(text: str) -> None:
    assert is_channel(text)


@pytest.mark.parametrize("text", ["a b", "a/b", "<b>", "x" * 41, "a\n", "%2e"])
def test_what_may_not_be_a_channel(text: str) -> None:
    assert not is_channel(text)
