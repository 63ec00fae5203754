"""Destinations in one attribute: read as written, defaults left out."""

import json

from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed
from hearth.domain.livecodes import Destination, Kind
from hearth.store.livecode_form import read_destinations, write_destinations
from tests.unit.strategies import json_values

destinations = st.builds(
    Destination,
    id=st.text(),
    kind=st.sampled_from(Kind),
    target=st.text(),
    capacity=st.integers(1, 200_000),
    first=st.integers(0, 10**9),
    valid_until=st.integers(0, 10**13),
    enabled=st.booleans(),
    note=st.text(),
    picture=st.text(),
)


@given(st.lists(destinations, max_size=5).map(tuple))
def test_destinations_are_read_as_they_were_written(several: tuple[Destination, ...]) -> None:
    assert read_destinations(write_destinations(several)) == several


@given(st.text() | json_values.map(json.dumps))
def test_garbage_is_malformed_or_no_destination_at_all(text: str) -> None:
    try:
        assert read_destinations(text) == ()
    except Malformed as refused:
        assert "not a list of destinations" in str(refused)


def test_what_has_its_default_value_is_left_out() -> None:
    plain = Destination("d1", Kind.QR, "https://t.example/茶", 200, 0)
    assert json.loads(write_destinations((plain,))) == [
        {"id": "d1", "kind": "qr", "target": "https://t.example/茶", "capacity": 200, "first": 0}
    ]


def test_a_switched_off_destination_stays_off() -> None:
    off = Destination("d1", Kind.LINK, "https://t.example/a", 200, 0, enabled=False)
    assert not read_destinations(write_destinations((off,)))[0].enabled
