"""Figures, archived facts and open blocks: the same contract for the table and its fake."""

import pytest

from hearth.domain.blocks import OpenBlock, begun
from hearth.domain.errors import Unavailable
from hearth.domain.scans import Facts, Seen, Who
from hearth.domain.statistics import Figures, Written
from hearth.store.scans import ScanStatistics
from tests.conftest import Aws
from tests.fakes.scans import FakeScanStatistics
from tests.support.unique import unique

NOW = 1_763_816_400_000
HOUR = 3_600_000
Statistics = ScanStatistics | FakeScanStatistics


@pytest.fixture(params=["pynamodb", "memory"])
def statistics(request: pytest.FixtureRequest, aws: Aws) -> Statistics:
    if request.param == "memory":
        return FakeScanStatistics()
    return ScanStatistics(aws.names["SCANS_TABLE"])


def _write(step: int) -> Written:
    seen = Seen(NOW + step, Who.NEW, "海报", "wechat-ios", step, "d1")
    return Written(step, Facts((seen,), "", f"block{step}"))


def test_an_hour_without_scans_has_no_figures(statistics: Statistics) -> None:
    assert statistics.hour(unique(), NOW) == Figures()


def test_figures_are_kept_and_replaced(statistics: Statistics) -> None:
    code, first, second = unique(), Figures(3, {"new": 3, "channel|海报|scans": 3}), Figures(5, {})
    statistics.save_hour(code, NOW, Figures(), first)
    assert statistics.hour(code, NOW) == first
    statistics.save_hour(code, NOW, first, second)
    assert statistics.hour(code, NOW) == second


@pytest.mark.parametrize("read", [Figures(), Figures(2, {})])
def test_figures_that_changed_meanwhile_are_not_replaced(
    statistics: Statistics, read: Figures
) -> None:
    code = unique()
    statistics.save_hour(code, NOW, Figures(), Figures(3, {"new": 3}))
    with pytest.raises(Unavailable):
        statistics.save_hour(code, NOW, read, Figures(4, {"new": 1}))
    assert statistics.hour(code, NOW) == Figures(3, {"new": 3})


def test_hours_are_listed_in_order_and_within_bounds(statistics: Statistics) -> None:
    code = unique()
    for hours in (3, 0, 1, 2):
        statistics.save_hour(code, NOW + hours * HOUR, Figures(), Figures(hours + 1, {}))
    found = list(statistics.hours(code, NOW + HOUR, NOW + 3 * HOUR))
    assert found == [(NOW + HOUR, Figures(2, {})), (NOW + 2 * HOUR, Figures(3, {}))]


def test_the_last_write_that_is_counted_may_be_in_the_hour_before(statistics: Statistics) -> None:
    code = unique()
    assert statistics.last_counted(code) == 0
    for hours, step in ((0, 9), (1, 7), (2, 5)):
        statistics.save_hour(code, NOW + hours * HOUR, Figures(), Figures(step, {}))
    statistics.archive(code, [_write(99)], NOW)
    assert statistics.last_counted(code) == 7


def test_facts_are_kept_in_order_and_once_however_often_they_come(statistics: Statistics) -> None:
    code = unique()
    for first, last in ((11, 15), (1, 5), (6, 10), (1, 10), (3, 12)):
        statistics.archive(code, [_write(step) for step in range(first, last + 1)], NOW)
    assert list(statistics.archived(code)) == [_write(step) for step in range(1, 16)]
    assert list(statistics.archived(unique())) == []


def test_a_large_batch_is_kept_in_pieces_that_can_be_read(statistics: Statistics) -> None:
    code, signs = unique(), "".join(chr(0x4E00 + n) for n in range(40))
    seen = [Seen(NOW + n, Who.NEW, f"{signs}{n % 60}", "d" * 34, n) for n in range(40)]
    writes = [Written(step, Facts(tuple(seen))) for step in range(1, 801)]
    statistics.archive(code, writes, NOW)
    assert list(statistics.archived(code)) == writes


def test_facts_of_later_batches_alone_can_be_asked_for(statistics: Statistics) -> None:
    code = unique()
    for first, last in ((1, 5), (6, 10)):
        statistics.archive(code, [_write(step) for step in range(first, last + 1)], NOW)
    assert [one.step for one in statistics.archived(code, 6)] == [6, 7, 8, 9, 10]
    assert list(statistics.archived(code, 11)) == []


def _names(statistics: Statistics, code: str, before: int, now: int = NOW) -> list[str]:
    return [one.name for one in statistics.overdue(before, now, 100) if one.code == code]


def test_blocks_that_are_out_are_found_when_they_are_old(statistics: Statistics) -> None:
    code = unique()
    at = NOW + int(unique()[-6:], 36) * 100_000
    leases = [f"{begun(at + n)}.{unique()}" for n in range(3)]
    for lease in leases:
        statistics.opened(code, lease, 7)
    statistics.closed(leases[1])
    assert _names(statistics, code, at + 2) == [leases[0]]


def test_what_is_noted_of_a_block_is_found_with_it(statistics: Statistics) -> None:
    code, lease = unique(), f"{begun(NOW)}.{unique()}"
    statistics.opened(code, lease, 7)
    statistics.opened(code, lease, 9)
    assert OpenBlock(code, lease, 7) in statistics.overdue(NOW + 1, NOW, 100)
    statistics.look(lease, 12)
    assert OpenBlock(code, lease, 7, 12) in statistics.overdue(NOW + 1, NOW, 100)
    statistics.closed(lease)
    statistics.look(lease, 13)
    assert _names(statistics, code, NOW + 1) == []


def test_a_block_is_claimed_by_one_for_a_time(statistics: Statistics) -> None:
    lease = f"{begun(NOW)}.{unique()}"
    statistics.opened("tea1", lease, 1)
    assert statistics.claim(lease, NOW, NOW + 10)
    assert not statistics.claim(lease, NOW + 9, NOW + 99)
    statistics.opened("tea1", lease, 1)
    assert not statistics.claim(lease, NOW + 9, NOW + 99)
    assert statistics.claim(lease, NOW + 11, NOW + 99)
    statistics.closed(lease)
    assert not statistics.claim(lease, NOW + 999, NOW + 9_999)


def test_a_claimed_block_is_in_nobodys_way_and_looked_at_anew(statistics: Statistics) -> None:
    code, lease = unique(), f"{begun(NOW)}.{unique()}"
    statistics.opened(code, lease, 3)
    statistics.look(lease, 5)
    assert statistics.claim(lease, NOW, NOW + 10)
    assert _names(statistics, code, NOW + 1, NOW + 10) == []
    assert OpenBlock(code, lease, 3) in statistics.overdue(NOW + 1, NOW + 11, 100)
