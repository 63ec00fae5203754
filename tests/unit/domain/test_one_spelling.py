"""What visitors carry has one spelling: no other text says the same, whatever is put in or cut."""

import base64
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Unauthenticated
from hearth.domain.invitations import CHANNEL, Invitation, make_token, read_token
from hearth.domain.refills import refill_of, token_of
from hearth.domain.visitors import recall, remember
from hearth.domain.waiting import Offer, read_offer, write_offer

KEY, NOW = "a key of tests", 1_700_000_000_000
USUAL = make_token(KEY, Invitation("tea1", "ann-7"))
OFFER = Offer("tea1", "tea", "Tea", "en", "I agree", NOW)
SIGNS = "ABab09-_.=+/ \n\x00%é٣\u200b"


def _refill(token: str) -> object:
    try:
        return refill_of(KEY, token, NOW)
    except Unauthenticated:
        return None


WORDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "invitation": (USUAL, lambda token: read_token(KEY, token)),
    "invitation with a channel": (
        make_token(KEY, Invitation("tea1", "ann-7", "mail.3")),
        lambda token: read_token(KEY, token),
    ),
    "cookie": (remember(KEY, "tea1", "d7"), lambda cookie: recall(KEY, "tea1", cookie)),
    "form": (write_offer(KEY, OFFER), lambda form: read_offer(KEY, form, "tea1", NOW)),
    "refill link": (token_of(KEY, "tea1", "0a1b2c3d", NOW), _refill),
}


def _others(word: str) -> Iterator[str]:
    """Like ``word``, with a sign more, less or another, in other letters, or encoded again."""
    for place in range(len(word) + 1):
        for sign in SIGNS:
            yield word[:place] + sign + word[place:]
            yield word[:place] + sign + word[place + 1 :]
        yield word[:place] + word[place + 1 :]
    yield from (word.upper(), word.lower(), quote(word, safe="").replace(".", "%2E"), word * 2)
    yield base64.urlsafe_b64encode(word.encode()).decode()


@pytest.mark.parametrize("kind", WORDS)
def test_no_other_text_says_the_same(kind: str) -> None:
    word, read = WORDS[kind]
    assert read(word)
    assert [other for other in _others(word) if other != word and read(other)] == []


@pytest.mark.parametrize("kind", WORDS)
def test_what_is_signed_has_no_bits_to_spare(kind: str) -> None:
    signed = WORDS[kind][0].rpartition(".")[2]
    assert "=" not in signed and len(signed) % 4 == 0


@pytest.mark.parametrize("said", ["", CHANNEL])
def test_the_usual_channel_is_never_written(said: str) -> None:
    beginning, _, signed = USUAL.rpartition(".")
    assert read_token(KEY, f"{beginning}.{said}.{signed}") is None


@given(st.text(SIGNS, min_size=1, max_size=8))
def test_nothing_may_follow(more: str) -> None:
    assert not any(read(word + more) for word, read in WORDS.values())
