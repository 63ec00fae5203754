"""A visitor's cookie binds him to his group and can be neither forged nor carried over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.visitors import recall, remember

KEY = "a key of tests"
names = st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True)


@given(names, names)
def test_a_genuine_cookie_is_recalled(code: str, destination: str) -> None:
    assert recall(KEY, code, remember(KEY, code, destination)) == destination


@given(names, names, names)
def test_a_cookie_of_another_code_is_worth_nothing(one: str, other: str, group: str) -> None:
    cookie = remember(KEY, one, group)
    assert recall(KEY, other, cookie) == (group if one == other else "")


@given(names, names)
def test_a_cookie_made_with_another_key_is_worth_nothing(code: str, group: str) -> None:
    assert recall(KEY, code, remember("another key", code, group)) == ""


@given(names, names, names)
def test_a_cookie_is_not_good_for_another_group(code: str, group: str, other: str) -> None:
    signature = remember(KEY, code, group).rpartition(".")[2]
    assert recall(KEY, code, f"{other}.{signature}") == (other if other == group else "")


@given(st.text())
def test_whatever_is_sent_as_a_cookie_is_answered(cookie: str) -> None:
    assert recall(KEY, "tea1", cookie) == ""


@pytest.mark.parametrize("cookie", ["", ".", "a.", ".a", "a", "a.\udcff", "\udcff.a", "ä.ö"])
def test_strange_cookies_are_worth_nothing(cookie: str) -> None:
    assert recall(KEY, "tea1", cookie) == ""


@pytest.mark.parametrize("place", range(16))
def test_one_wrong_character_of_the_signature(place: int) -> None:
    group, _, signature = remember(KEY, "tea1", "d1").rpartition(".")
    wrong = "0" if signature[place] != "0" else "1"
    forged = f"{signature[:place]}{wrong}{signature[place + 1 :]}"
    assert recall(KEY, "tea1", f"{group}.{forged}") == ""
