"""Addresses that Telegram marks: each place of a text is read once."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.events import Message
from hearth.platforms import telegram, telegram_marks
from hearth.platforms.fields import Fields
from tests.platforms.telegram_updates import units, update

PIECES = st.lists(
    st.tuples(st.text(max_size=9), st.sampled_from(["", "url", "text_link"])), max_size=9
)


@given(PIECES)
def test_marks_are_the_words_they_cover_or_the_address_behind(
    pieces: list[tuple[str, str]],
) -> None:
    entities: list[dict[str, Any]] = []
    links: list[str] = []
    rest = before = ""
    for words, kind in pieces:
        if kind:
            place = {"offset": units(before), "length": units(words)}
            entities.append({"type": kind, "url": f"hidden:{words}", **place})
            links.append(words if kind == "url" else f"hidden:{words}")
        before += words
        rest += " " if kind == "url" else words
    marks = telegram_marks.read(before, Fields({"entities": entities[::-1]}), "entities")
    assert sorted(marks.links) == sorted(links)
    assert marks.rest == rest


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90))))
def test_no_place_is_read_twice_whatever_is_marked(
    text: str, places: list[tuple[int, int]]
) -> None:
    entities = [{"type": "url", "offset": start, "length": size} for start, size in places]
    marks = telegram_marks.read(text, Fields({"entities": entities}), "entities")
    # A mark may cut a pair of units in two: then each half is shown by a sign of its own.
    assert sum(map(units, marks.links)) + units(marks.rest) <= units(text) + len(places)


def test_many_marks_of_a_long_text_give_no_more_than_the_text() -> None:
    text = "https://a.example/ " * 2_000
    entities = [{"type": "url", "offset": 0, "length": len(text)}] * 5_000
    assert links(text, entities) == (text,)


@pytest.mark.parametrize("behind", ["a.com", "http://a.com", "https://A.com/", "http://a.com/"])
def test_an_address_that_leads_to_itself_is_one(behind: str) -> None:
    entities = [{"type": "text_link", "offset": 3, "length": 5, "url": behind}]
    assert links("to a.com now", entities) == (behind,)


def test_words_that_show_another_address_than_they_lead_to_are_two() -> None:
    entities = [{"type": "text_link", "offset": 0, "length": 5, "url": "https://b.com"}]
    assert links("a.com", entities) == ("https://b.com", "a.com")


def test_a_link_on_a_part_of_an_address_does_not_hide_the_whole() -> None:
    entities = [{"type": "text_link", "offset": 1, "length": 1, "url": "https://b.com"}]
    assert links("a.com", entities) == ("https://b.com", "a.com")


def test_an_address_may_stand_both_marked_and_in_code() -> None:
    entities = [
        {"type": "url", "offset": 0, "length": 5},
        {"type": "code", "offset": 6, "length": 11},
    ]
    assert links("a.com a.com b.com", entities) == ("a.com", "b.com")


def links(text: str, entities: list[dict[str, Any]]) -> tuple[str, ...]:
    fact = telegram.read("tg1", update(text=text, entities=entities)).fact
    assert isinstance(fact, Message)
    return fact.links
