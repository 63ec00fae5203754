"""What rides on a scan's write: small, and read back as it was."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed
from hearth.domain.scans import Facts, Seen, Who, read_facts, write_facts
from tests.unit.strategies import json_values

words = st.text(st.characters(exclude_characters="|", codec="utf-8"), max_size=8)
moments = st.integers(1_700_000_000_000, 1_900_000_000_000)
scans = st.builds(
    Seen, moments, st.sampled_from(Who), words, words, st.integers(-1, 9), words, words
)
facts = st.builds(Facts, st.lists(scans, max_size=30).map(tuple), words, words)


def _in_order(known: Facts) -> list[Seen]:
    return sorted(known.seen, key=lambda one: (one.at, one.ticket, one.who, str(one)))


@given(facts)
def test_facts_are_read_as_they_were_written(known: Facts) -> None:
    read = read_facts(write_facts(known))
    assert _in_order(read) == _in_order(known)
    assert (read.lease, read.closes) == (known.lease, known.closes)
    assert [one.at for one in read.seen] == sorted(one.at for one in known.seen)


@given(st.text() | json_values.map(json.dumps))
def test_garbage_is_malformed_or_nothing(text: str) -> None:
    try:
        assert read_facts(text).seen == ()
    except Malformed as refused:
        assert "not the facts of scans" in str(refused)


def test_twenty_scans_of_a_hot_code_leave_room_in_one_write_unit() -> None:
    """The counter itself takes about 250 of its 1,024 bytes."""
    devices = ("wechat-ios", "wechat-android")
    crowd = [
        Seen(1_763_816_400_000 + 40 * n, Who.NEW, "poster", devices[n % 2], 1_000_000 + n)
        for n in range(20)
    ]
    assert len(write_facts(Facts(tuple(crowd), "0123456789.1000", "0123456789.999"))) < 512


@pytest.mark.parametrize(
    ("who", "people", "robots"),
    [(Who.NEW, 1, 0), (Who.AGAIN, 1, 0), (Who.ROBOT, 0, 1), (Who.SEATED, 0, 0)],
)
def test_everybody_is_counted_once(who: Who, people: int, robots: int) -> None:
    known = Facts((Seen(1, who),))
    assert (known.people, known.robots) == (people, robots)
