"""Bodies are packed to fit an item and come back unchanged."""

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed, Oversized
from hearth.runtime.http import LARGEST_BODY
from hearth.store.packing import LARGEST_PACKED, pack, unpack


@given(st.binary(max_size=5000))
def test_a_body_comes_back_unchanged(raw: bytes) -> None:
    assert unpack(pack(raw)) == raw


def test_the_largest_body_a_room_takes_comes_back_whole() -> None:
    raw = b'{"text": "tea"}' * (LARGEST_BODY // 15)
    assert unpack(pack(raw)) == raw


def test_text_gets_smaller() -> None:
    assert len(pack(b'{"post_type": "message"}' * 100)) < 100


def test_what_does_not_fit_an_item_is_refused_with_the_bound() -> None:
    noise = random.Random(1).randbytes(LARGEST_PACKED)
    with pytest.raises(Oversized, match=f"larger than {LARGEST_PACKED} bytes even when compressed"):
        pack(noise)


@pytest.mark.parametrize("damaged", [b"no zlib", pack(b"tea" * 50)[5:]])
def test_a_damaged_body_is_malformed(damaged: bytes) -> None:
    with pytest.raises(Malformed, match="the stored body is damaged"):
        unpack(damaged)


def test_an_item_never_unpacks_to_more_than_memory_bears() -> None:
    with pytest.raises(Malformed):
        unpack(zlib.compress(b"a" * 50_000_000))


def test_a_body_that_breaks_off_is_malformed() -> None:
    with pytest.raises(Malformed, match="its end is missing"):
        unpack(pack(b"a long enough body " * 9)[:-6])


def test_what_could_not_be_read_back_is_not_packed() -> None:
    with pytest.raises(Oversized, match="larger than 2000000 bytes"):
        pack(b"a" * 2_000_001)
