"""A live code stays within what one item of DynamoDB holds."""

from dataclasses import replace

import pytest
from hypothesis import given

from hearth.domain.errors import BadInput
from hearth.domain.livecodes import MOST_DESTINATIONS, Counter, Destination, Kind, LiveCode, Order
from hearth.domain.plans import replanned
from hearth.domain.weights import LARGEST_WEIGHT, require_no_heavier, weight
from hearth.store.livecode_form import write_content
from hearth.usecases.redealing import redealt
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import code, destination
from tests.unit.livecodes.test_content_as_json import livecodes

LARGEST_ITEM = 400_000


def _heavy(many: int, picture: int) -> LiveCode:
    """A code of groups with pictures of so many bytes, no two with as many seats."""
    groups = (
        Destination(f"d{number:011}", Kind.QR, "x" * 500, number + 1, picture="p" * picture)
        for number in range(many)
    )
    bare = LiveCode("tea1", "tea", "Tea", -1, tuple(groups), Order.LEAST_FILLED)
    return replanned(bare, Counter(0, -1), 0).code


@given(livecodes)
def test_nothing_that_is_written_weighs_more_than_it_is_said_to(known: LiveCode) -> None:
    written = write_content(replace(known, plan=(), domains=()))
    assert sum(len(line.encode()) for line in written.values()) < weight(known) + 300


def test_the_heaviest_code_fits_an_item_however_often_it_is_dealt_anew() -> None:
    heavy = _heavy(MOST_DESTINATIONS, 1_700)
    assert LARGEST_WEIGHT * 0.97 < weight(heavy) < LARGEST_WEIGHT
    seq = 0
    for _ in range(300):
        seq += 3
        heavy = replanned(heavy, Counter(seq, heavy.version), 0).code
    assert sum(len(line.encode()) for line in write_content(heavy).values()) < LARGEST_ITEM


def test_a_code_may_not_grow_too_heavy_but_one_that_is_may_still_be_changed() -> None:
    light, heavy = _heavy(10, 100), _heavy(MOST_DESTINATIONS, 3_000)
    with pytest.raises(BadInput, match="would take 3.. KB; at most 250 KB fit"):
        require_no_heavier(heavy, light)
    assert require_no_heavier(replace(heavy, name="Oolong"), heavy).name == "Oolong"


def test_a_change_that_makes_a_code_too_heavy_changes_nothing() -> None:
    table = FakeLiveCodes([code(destination("a", 5))])
    heavy = replace(destination("b", 5), picture="p" * LARGEST_WEIGHT)
    with pytest.raises(BadInput, match="remove destinations"):
        redealt(
            table,
            "tea1",
            lambda known: replace(known, destinations=(*known.destinations, heavy)),
            lambda: 1,
        )
    assert [one.id for one in table.load("tea1").destinations] == ["a"]
