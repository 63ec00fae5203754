"""The form of the waiting page carries what it was made with, and cannot be changed."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.waiting import OPEN_MS, Offer, read_offer, write_offer

KEY = "a key of tests"
OFFER = Offer("tea1", "tea", "Tea “friends”", "zh", "我同意", 1_700_000_000_000, "#a63d12")
offers = st.builds(
    Offer,
    *(st.text(max_size=90) for _ in range(5)),
    st.integers(0, 10**13),
    st.text(max_size=7),
    st.text(max_size=18),
)


@given(offers)
def test_what_was_shown_is_read_back(offer: Offer) -> None:
    assert read_offer(KEY, write_offer(KEY, offer), offer.code, offer.at) == offer


def test_it_is_one_word_of_a_form() -> None:
    word = write_offer(KEY, OFFER)
    assert all(sign.isalnum() or sign in "-_=." for sign in word) and len(word) < 400


def test_a_form_is_open_for_a_day() -> None:
    word = write_offer(KEY, OFFER)
    assert read_offer(KEY, word, "tea1", OFFER.at + OPEN_MS - 1) == OFFER
    assert read_offer(KEY, word, "tea1", OFFER.at + OPEN_MS) is None


def test_a_form_is_for_one_code_and_of_one_key() -> None:
    word = write_offer(KEY, OFFER)
    assert read_offer(KEY, word, "tea2", OFFER.at) is None
    assert read_offer("another key", word, "tea1", OFFER.at) is None


def test_nobody_can_write_another_sentence() -> None:
    signed = write_offer(KEY, OFFER).rpartition(".")[2]
    other = json.dumps(["tea1", "tea", "Tea", "zh", "我什么都同意", OFFER.at, ""])
    word = base64.urlsafe_b64encode(other.encode()).decode()
    assert read_offer(KEY, f"{word}.{signed}", "tea1", OFFER.at) is None


@given(st.text())
def test_whatever_is_sent_instead_is_answered(text: str) -> None:
    assert read_offer(KEY, text, "tea1", OFFER.at) is None


@pytest.mark.parametrize("text", ["", ".", "x.", ".x", "\udcff.\udcff", "W10=."])
def test_strange_words_are_no_offers(text: str) -> None:
    assert read_offer(KEY, text, "tea1", OFFER.at) is None
