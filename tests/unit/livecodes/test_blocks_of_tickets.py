"""Blocks: how many tickets a hot code draws at once, and what becomes of those not used."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.blocks import LEASE_MS, MOST_UNSENT, RETURN_MS, RUSH, Pace, block_size
from hearth.domain.plans import MOST_NOTED
from hearth.domain.scans import Facts, Led, Scan, Seen, Turned, Who, read_line
from hearth.usecases.scan import Usher
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import changed, code, destination
from tests.unit.livecodes.test_leading_visitors import save, shown

SCAN = Scan("tea1", 1_000)


class Environment:
    """A warm environment that draws five tickets at a time, and its log."""

    def __init__(self, table: FakeLiveCodes, block: int = 5) -> None:
        self.log: list[tuple[str, Seen] | None] = []
        self.table = table
        self._usher = Usher(table, self._journal, lambda rate, ahead, capacity: block)

    def _journal(self, line: str) -> None:
        self.log.append(read_line(line))

    def lead(self, at: int = 1_000, **more: object) -> str:
        """The destination that a visitor is shown."""
        return shown(self._usher.lead(replace(SCAN, at=at, **more)))  # type: ignore[arg-type]


def _table(capacity: int = 100) -> FakeLiveCodes:
    return FakeLiveCodes([code(destination("a", capacity), destination("b", 100))])


def _block_after_the_first(table: FakeLiveCodes) -> Environment:
    """An environment draws one ticket before it knows the code, then blocks."""
    room = Environment(table)
    room.lead()
    room.lead()
    return room


@pytest.mark.parametrize(
    ("rate", "size"), [(0, 1), (19.9, 1), (20, 5), (199, 5), (200, 20), (10_000, 20)]
)
def test_the_faster_scans_come_the_more_tickets_are_drawn(rate: float, size: int) -> None:
    assert block_size(rate, 1_000, 1_000) == size


@pytest.mark.parametrize(
    ("ahead", "capacity", "size"),
    [(20, 200, 1), (21, 200, 2), (60, 200, 6), (300, 100_000, 1), (301, 100_000, 20), (0, 0, 1)],
)
def test_where_seats_become_scarce_they_are_drawn_one_by_one(
    ahead: int, capacity: int, size: int
) -> None:
    assert block_size(10_000, ahead, capacity) == size


@given(st.floats(0, 1e6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_block_is_never_empty_and_never_more_than_is_left(
    rate: float, ahead: int, capacity: int
) -> None:
    assert 1 <= block_size(rate, ahead, capacity) <= max(1, min(20, ahead))


def test_the_pace_is_what_the_counter_moved_in_the_time_between() -> None:
    pace = Pace()
    assert pace.rate(0) == 0
    pace.measure(100, 10_000)
    pace.measure(109, 10_200)
    assert pace.rate(10_200) == 0
    pace.measure(300, 11_000)
    assert pace.rate(11_500) == 200
    assert pace.rate(11_000 + LEASE_MS) == 0


def test_while_many_lost_tickets_are_noted_tickets_are_drawn_one_by_one() -> None:
    table = _table(1_000)
    table.take("tea1", MOST_NOTED + 9, Facts(), lost=range(1, MOST_NOTED + 2))
    room = _block_after_the_first(table)
    room.lead()
    assert table.counter("tea1").seq == MOST_NOTED + 12


def test_blocks_that_were_returned_unused_do_not_slow_a_hot_code_down() -> None:
    table = _table(1_000)
    table.take("tea1", MOST_NOTED + 9, Facts(), lost=range(1, MOST_NOTED - 4))
    room = _block_after_the_first(table)
    writes = table.requests.writes
    assert [room.lead() for _ in range(4)] == ["a"] * 4
    assert table.requests.writes == writes


def test_ten_scans_tell_of_a_pace_however_short_the_time() -> None:
    pace = Pace()
    pace.measure(0, 10_000)
    pace.measure(9, 10_020)
    pace.measure(10, 10_020)
    assert pace.rate(10_020) == 500
    pace.measure(99, 10_020)
    assert pace.rate(10_020) == 500


def test_a_block_answers_the_next_visitors_without_a_write() -> None:
    table = _table()
    room = _block_after_the_first(table)
    writes = table.requests.writes
    assert [room.lead() for _ in range(4)] == ["a"] * 4
    assert table.requests.writes == writes
    room.lead()
    assert table.requests.writes == writes + 1
    assert table.counter("tea1").scans == 7


def test_what_is_answered_from_memory_is_logged_before_and_sent_in_later() -> None:
    table = _table()
    room = _block_after_the_first(table)
    lease = table.requests.facts[-1][2].lease
    room.lead(at=1_100, channel="poster")
    room.lead(at=1_200, robot=True)
    room.lead(at=1_300, remembered="a")
    answered = (
        Seen(1_100, Who.NEW, "poster", ticket=3),
        Seen(1_200, Who.ROBOT),
        Seen(1_300, Who.AGAIN, destination="a"),
    )
    assert room.log == [(lease, one) for one in answered]
    for _ in range(4):
        room.lead(at=1_400)
    before, after, facts = table.requests.facts[-1]
    assert facts.closes == lease and facts.seen[:3] == answered
    assert (after.scans - before.scans, after.robots - before.robots) == (6, 1)


def test_a_block_is_not_used_after_two_seconds_and_its_tickets_come_back() -> None:
    table = _table()
    room = _block_after_the_first(table)
    assert room.lead(at=1_000 + LEASE_MS) == "a"
    assert table.counter("tea1").lost == {3, 4, 5, 6}


def test_a_block_of_a_minute_ago_is_left_to_the_log() -> None:
    table = _table()
    room = _block_after_the_first(table)
    room.lead()
    room.lead(at=1_000 + RETURN_MS)
    _, after, facts = table.requests.facts[-1]
    assert (facts.closes, len(facts.seen), after.lost, after.scans) == ("", 1, frozenset(), 3)
    assert len(room.log) == 1


def test_a_group_that_is_switched_off_is_shown_no_longer_than_a_block_lives() -> None:
    table = _table()
    room = _block_after_the_first(table)
    save(table, changed(table.load("tea1"), "a", enabled=False))
    assert room.lead(at=999 + LEASE_MS) == "a"
    assert room.lead(at=1_000 + LEASE_MS) == "b"


def test_a_group_that_expires_is_not_shown_from_memory_either() -> None:
    table = FakeLiveCodes([code(destination("a", 9, until=1_500), destination("b", 9))])
    room = _block_after_the_first(table)
    assert [room.lead(at=1_499), room.lead(at=1_500)] == ["a", "b"]
    assert table.counter("tea1").lost == set(range(4, 12))


def test_facts_are_sent_in_before_they_are_too_many() -> None:
    table = _table()
    room = _block_after_the_first(table)
    for _ in range(MOST_UNSENT + 1):
        room.lead(robot=True)
    assert table.counter("tea1").robots == MOST_UNSENT + 1


def test_where_everything_is_full_a_crowd_is_answered_from_memory_too() -> None:
    table = FakeLiveCodes([code(destination("a", 1))])
    journal: list[str] = []
    room = Usher(table, journal.append)
    for step in range(400):
        room.lead(replace(SCAN, at=1_000 + step * 10))
    assert isinstance(room.lead(replace(SCAN, at=5_000)), Turned)
    assert table.requests.writes < 150
    closed = {facts.closes for _, _, facts in table.requests.facts}
    waiting = sum(line.split()[0] not in closed for line in journal)
    assert table.counter("tea1").scans + waiting == 401


def test_a_crowd_learns_of_a_new_group_as_soon_as_a_block_ends() -> None:
    table = FakeLiveCodes([code(destination("a", 1))])
    room = Usher(table, lambda line: None)
    for step in range(200):
        room.lead(replace(SCAN, at=1_000 + step * 10))
    kept = table.load("tea1")
    save(table, replace(kept, destinations=(*kept.destinations, destination("b", 9))))
    assert isinstance(room.lead(replace(SCAN, at=3_000 + LEASE_MS)), Led)


def _returned(table: FakeLiveCodes, scans: int) -> str:
    """What a visitor is shown when ``scans`` came in a second and only returned seats are left."""
    room = Environment(table, block=1)
    room.lead(at=1_000)
    table.take("tea1", 1, Facts(tuple(Seen(1, Who.AGAIN) for _ in range(scans))), lost=[1])
    return [room.lead(at=2_000), room.lead(at=2_000)][1]


def test_returned_seats_wait_while_everybody_would_deal_them() -> None:
    table = FakeLiveCodes([code(destination("a", 3))])
    assert _returned(table, RUSH) == "-"
    assert Environment(table).lead(at=10_000) == "a"


def test_returned_seats_are_dealt_at_once_when_scans_come_slower() -> None:
    assert _returned(FakeLiveCodes([code(destination("a", 3))]), RUSH // 2) == "a"
