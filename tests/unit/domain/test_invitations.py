"""Invitation tokens: they say all there is to know, are short, and cannot be made up."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.contacts import contact_id
from hearth.domain.errors import BadInput
from hearth.domain.invitations import CHANNEL, Invitation, make_token, read_token
from hearth.domain.visitors import remember
from hearth.domain.waiting import Offer, write_offer

KEY = "a key of tests"
codes = st.from_regex(r"[a-z0-9]{4,32}", fullmatch=True)
people = st.from_regex(r"[A-Za-z0-9_-]{1,24}", fullmatch=True)
channels = st.from_regex(r"[\w.-]{1,40}", fullmatch=True)
invitations = st.builds(Invitation, codes, people, channels)


@given(invitations)
def test_what_was_made_is_read_back(invitation: Invitation) -> None:
    assert read_token(KEY, make_token(KEY, invitation)) == invitation


@given(invitations, invitations)
def test_no_two_invitations_have_the_same_token(one: Invitation, other: Invitation) -> None:
    assert (make_token(KEY, one) == make_token(KEY, other)) is (one == other)


@given(invitations)
def test_another_key_makes_it_worthless(invitation: Invitation) -> None:
    assert read_token("another key", make_token(KEY, invitation)) is None


@given(invitations, people, channels)
def test_nothing_in_it_can_be_exchanged(invitation: Invitation, person: str, channel: str) -> None:
    signed = make_token(KEY, invitation).rpartition(".")[2]
    forged = read_token(KEY, f"{invitation.code}.{person}.{channel}.{signed}")
    assert forged in (None, invitation)


@given(st.text())
def test_whatever_is_sent_as_a_token_is_answered(token: str) -> None:
    assert read_token(KEY, token) is None


@pytest.mark.parametrize(
    "token", ["", ".", "..", "...", "tea1", "tea1.p.", "tea1.p.\udcff", "tea1..x", ".p.x", "é.p.x"]
)
def test_strange_tokens_are_worth_nothing(token: str) -> None:
    assert read_token(KEY, token) is None


def test_one_wrong_character_makes_it_worthless() -> None:
    token = make_token(KEY, Invitation("teatime7", "a1b2c3d4e5f6"))
    for place, sign in enumerate(token):
        wrong = "x" if sign != "x" else "y"
        assert read_token(KEY, token[:place] + wrong + token[place + 1 :]) is None


def test_a_token_is_short_and_can_stand_in_an_address() -> None:
    person = contact_id(KEY, "tea", "ann@example.org")
    token = make_token(KEY, Invitation("teatime7", person))
    assert len(person) == 12 and len(token) == 34
    assert quote(token, safe="") == token
    assert read_token(KEY, token) == Invitation("teatime7", person, CHANNEL)


def test_what_else_is_signed_with_the_key_is_no_invitation() -> None:
    offer = Offer("tea1", "tea", "Tea", "en", "I agree", 1)
    for other in (remember(KEY, "tea1", "p"), f"tea1.{write_offer(KEY, offer)}"):
        assert read_token(KEY, other) is None
        assert read_token(KEY, f"tea1.{other}") is None


@pytest.mark.parametrize(
    "invitation",
    [
        Invitation("TEA", "p"),
        Invitation("tea1", ""),
        Invitation("tea1", "a.b"),
        Invitation("tea1", "a|b"),
        Invitation("tea1", "x" * 25),
        Invitation("tea1", "p", ""),
        Invitation("tea1", "p", "a/b"),
        Invitation("tea1", "p", "x" * 41),
    ],
)
def test_what_could_not_be_read_is_not_made(invitation: Invitation) -> None:
    with pytest.raises(BadInput):
        make_token(KEY, invitation)
