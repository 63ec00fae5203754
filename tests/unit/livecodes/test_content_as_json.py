"""A code's content in three attributes: read as written, defaults left out."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed
from hearth.domain.livecodes import Destination, Guide, Kind, LiveCode, Order, Segment
from hearth.store.livecode_form import CONTENT, read_content, write_content
from tests.unit.livecodes.drawn import code, destination
from tests.unit.strategies import json_values

BARE = LiveCode("tea1", "tea", "Tea lovers", 3)
numbers = st.integers(0, 10**13)
destinations = st.builds(
    Destination,
    id=st.text(),
    kind=st.sampled_from(Kind),
    target=st.text(),
    capacity=st.integers(0, 200_000),
    valid_until=numbers,
    enabled=st.booleans(),
    note=st.text(),
    picture=st.text(),
    valid_from=numbers,
    platform=st.text(),
    group=st.text(),
    way=st.text(),
    settled=st.integers(-(10**6), 10**6),
    extra=numbers,
)
words = st.lists(st.text(), max_size=3).map(tuple)
livecodes = st.builds(
    LiveCode,
    code=st.just("tea1"),
    community=st.just("tea"),
    name=st.just("Tea lovers"),
    version=st.just(3),
    destinations=st.lists(destinations, max_size=4).map(tuple),
    order=st.sampled_from(Order),
    plan=st.lists(st.builds(Segment, numbers, numbers, words), max_size=4).map(tuple),
    planned=numbers,
    planned_at=numbers,
    guide=st.builds(Guide, words, words, st.text(), st.text(), st.booleans()),
    domains=words,
    archived=numbers,
)


@given(livecodes)
def test_content_is_read_as_it_was_written(known: LiveCode) -> None:
    assert read_content(BARE, write_content(known)) == known


@given(st.sampled_from(CONTENT), st.text() | json_values.map(json.dumps))
def test_garbage_is_malformed_or_harmless(attribute: str, text: str) -> None:
    try:
        found = read_content(BARE, {**write_content(BARE), attribute: text})
    except Malformed as refused:
        assert "not the content of a live code" in str(refused)
    else:
        assert write_content(found).keys() == set(CONTENT)


def test_what_has_its_default_value_is_left_out() -> None:
    written = write_content(code(destination("a", 200)))
    assert json.loads(written["destinations"]) == [
        {"id": "a", "kind": "link", "target": "https://t.example/a", "capacity": 200}
    ]
    assert json.loads(written["plan"]) == {"also": [], "parts": [[1, 200, 0]]}


def test_a_plan_may_name_destinations_that_are_no_more() -> None:
    known = replace(code(destination("a", 2), destination("b", 2)), destinations=())
    written = write_content(known)
    assert json.loads(written["plan"]) == {"also": ["a", "b"], "parts": [[1, 2, 0], [3, 4, 1]]}
    assert read_content(BARE, written).plan == known.plan


@pytest.mark.parametrize("missing", CONTENT)
def test_an_item_without_its_content_is_malformed(missing: str) -> None:
    content = write_content(BARE)
    del content[missing]
    with pytest.raises(Malformed):
        read_content(BARE, content)
