"""Cursors of lists: what the table gave comes back, what strangers make up is refused."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.store.base import PAGE, bounded, decode_cursor, encode_cursor
from tests.unit.strategies import json_values

values = st.builds(lambda text: {"S": text}, st.text()) | st.builds(
    lambda number: {"N": str(number)}, st.integers()
)
keys = st.dictionaries(st.text(min_size=1), values, min_size=1, max_size=4)


@given(keys)
def test_a_key_comes_back_as_it_was(key: dict[str, dict[str, str]]) -> None:
    assert decode_cursor(encode_cursor(key)) == key


@given(keys)
def test_a_cursor_may_stand_in_an_address(key: dict[str, dict[str, str]]) -> None:
    cursor = encode_cursor(key)
    assert cursor.isascii() and not set(cursor) & set("+/&?# ")


@pytest.mark.parametrize("key", [None, {}])
def test_at_the_end_there_is_no_cursor(key: dict[str, object] | None) -> None:
    assert encode_cursor(key) == ""
    assert decode_cursor("") is None


@given(st.text(min_size=1))
def test_what_strangers_make_up_is_refused(cursor: str) -> None:
    with pytest.raises(BadInput, match="not one that a list returned"):
        decode_cursor(cursor)


@given(json_values)
def test_a_cursor_of_another_form_is_refused(content: object) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps(content).encode()).decode()
    with pytest.raises(BadInput, match="not one that a list returned"):
        decode_cursor(cursor)


@pytest.mark.parametrize(
    "key", [{"a": {"B": "x"}}, {"a": {"S": 1}}, {"a": {}}, {"a": {"S": "x", "N": "1"}}, {"a": "x"}]
)
def test_only_texts_and_numbers_are_keys(key: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        decode_cursor(base64.urlsafe_b64encode(json.dumps(key).encode()).decode())


@pytest.mark.parametrize(
    ("wanted", "given"), [(-5, 1), (0, 1), (1, 1), (50, 50), (PAGE, PAGE), (10**9, PAGE)]
)
def test_no_list_is_longer_than_a_page(wanted: int, given: int) -> None:
    assert bounded(wanted) == given
