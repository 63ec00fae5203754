"""Tokens of refill links: nobody makes, stretches or bends one without the key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Unauthenticated
from hearth.domain.refills import LONGEST_TOKEN, REFILL_S, Refill, refill_of, token_of
from hearth.domain.signing import signature

KEY, NOW = "a key", 1_763_816_400_123
TOKEN = token_of(KEY, "tea1", "0a1b2c3d", NOW)


@given(st.from_regex(r"[a-z0-9]{4,32}", fullmatch=True), st.integers(0, REFILL_S * 1000 - 1))
def test_a_token_says_what_it_was_made_of_for_seven_days(code: str, later: int) -> None:
    token = token_of(KEY, code, "0a1b2c3d", NOW)
    assert len(token) <= LONGEST_TOKEN
    assert refill_of(KEY, token, NOW + later) == Refill(code, "0a1b2c3d", NOW)


def test_after_seven_days_it_is_over_and_says_what_to_do() -> None:
    refill = refill_of(KEY, TOKEN, NOW)
    with pytest.raises(Unauthenticated, match=r"expired: ask for a new one from the console"):
        refill_of(KEY, TOKEN, refill.expires)


@given(st.integers(0, len(TOKEN) - 1), st.characters(codec="utf-8"))
def test_no_sign_of_it_can_be_changed(place: int, sign: str) -> None:
    changed = TOKEN[:place] + sign + TOKEN[place + 1 :]
    if changed != TOKEN:
        with pytest.raises(Unauthenticated, match="not genuine"):
            refill_of(KEY, changed, NOW)


@given(st.text())
def test_any_text_is_refused_and_breaks_nothing(text: str) -> None:
    with pytest.raises(Unauthenticated):
        refill_of(KEY, text, NOW)


@pytest.mark.parametrize(
    "token",
    [
        token_of("another key", "tea1", "0a1b2c3d", NOW),
        f"tea1.0a1b2c3d.{NOW}." + signature(KEY, "i", "tea1", "0a1b2c3d", str(NOW), octets=18),
        f"tea10.a1b2c3d0.{NOW}." + TOKEN.rpartition(".")[2],
        TOKEN + "\n",
        " " + TOKEN,
        TOKEN[:-1],
        "tea1.0a1b2c3d.٠١٢٣٤٥٦٧٨٩٠١٢." + "A" * 24,
        "\ud800",
    ],
)
def test_what_was_signed_otherwise_or_is_not_whole_is_refused(token: str) -> None:
    with pytest.raises(Unauthenticated, match="not genuine"):
        refill_of(KEY, token, NOW)
