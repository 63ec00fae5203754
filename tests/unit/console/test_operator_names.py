"""Names and passwords of operators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput, Forbidden
from hearth.domain.operators import OperatorRole, check_password, operator_name
from tests.unit.console.people import OPERATOR, OWNER, VIEWER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann", "ann"),
        (" ben ", "ben"),
        ("ＡＮＮ", "ann"),
        ("王小明", "王小明"),
        ("a.b@c-d", "a.b@c-d"),
    ],
)
def test_names_that_look_the_same_are_the_same(text: str, name: str) -> None:
    assert operator_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["", " ", "-ann", "a b", "a/b", "a\nb", "a#b", "a" * 41, "a\x00", "\ud800", "a\u202eb", "<a>"],
)
def test_other_names_are_refused(text: str) -> None:
    with pytest.raises(BadInput):
        operator_name(text)


@given(st.text(max_size=60))
def test_a_name_once_folded_stays_as_it_is(text: str) -> None:
    try:
        name = operator_name(text)
    except BadInput:
        return
    assert operator_name(name) == name and 1 <= len(name) <= 40


@pytest.mark.parametrize(
    "password", ["", "short", "a" * 11, "a" * 30, "x" * 201, "I am ann indeed"]
)
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(BadInput):
        check_password(password, "ann")


def test_a_long_password_is_accepted() -> None:
    check_password("四方食事，不过一碗人间烟火", "ann")
    check_password("correct horse battery", "ann")


@pytest.mark.parametrize(
    ("actor", "reach"), [(VIEWER, 1), (OPERATOR, 2), (OWNER, 3)], ids=lambda value: str(value)[:12]
)
def test_each_role_covers_those_below_it(actor: object, reach: int) -> None:
    for place, role in enumerate(OperatorRole, start=1):
        if place <= reach:
            actor.require(role)  # type: ignore[attr-defined]
        else:
            with pytest.raises(Forbidden, match=role):
                actor.require(role)  # type: ignore[attr-defined]
