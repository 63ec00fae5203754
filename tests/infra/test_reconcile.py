"""The command that compares figures with facts, on the real tables."""

import os
from dataclasses import replace

import pytest

from hearth.domain.comings import GroupBook, Join, Link, Person, counts
from hearth.domain.communities import Community
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import DRAWN, Facts, Seen, Who
from hearth.domain.statistics import Change, Figures
from hearth.runtime.clock import now_ms
from hearth.store.communities import Communities
from hearth.store.livecodes import LiveCodes
from hearth.store.scans import ScanStatistics
from hearth.store.seats import Seats
from hearth.usecases.tally import Tally
from infra import reconcile
from tests.conftest import Aws
from tests.support.unique import unique

LINK = Destination("d1", Kind.LINK, "https://t.example/a", capacity=99)


class Shop:
    """A community whose codes are scanned and counted."""

    def __init__(self, aws: Aws) -> None:
        self.community = unique()
        self.figures = ScanStatistics(aws.names["SCANS_TABLE"])
        self.seats = Seats(aws.names["SCANS_TABLE"])
        self.hour = now_ms() // 3_600_000 * 3_600_000
        self._codes = LiveCodes(aws.names["LIVECODES_TABLE"])
        communities = Communities(aws.names["COMMUNITIES_TABLE"])
        communities.add(Community(self.community, "Tea", "zh", "Asia/Shanghai", "", 1))
        self._tally = Tally(self.figures, self._codes, communities, now_ms)

    def code(self, scans: int, group: str = "") -> str:
        """A new code that was scanned so often."""
        led = replace(LINK, group=group)
        bare = LiveCode(unique(), self.community, "Tea", -1, (led,))
        code = replanned(bare, Counter(0, -1), 0).code
        self._codes.add(code)
        before = self._codes.counter(code.code)
        for _ in range(scans):
            facts = Facts((Seen(now_ms(), Who.NEW, "poster", ticket=DRAWN),))
            after = self._codes.take(code.code, 1, facts)
            self._tally.take([Change(code.code, before, after, facts)])
            before = after
        return code.code

    def joined(self, group: str, link: Link, *people: str) -> None:
        """People who came by a destination in this hour, remembered and counted."""
        joins = {name: Join(link.id, self.hour, exact=True) for name in people}
        came = {name: Person(self.hour, joins=(join,)) for name, join in joins.items()}
        self.seats.save_group(group, GroupBook(people=came), now_ms())
        self.seats.save_joins(link.code, self.hour, group, counts(joins.values()), 1)

    def spoil(self, code: str) -> None:
        """Count one more robot than there was."""
        (start, kept), *_ = self.figures.hours(code, 0, 10**13)
        after = Figures(kept.step, {**kept.counts, "robot": 1})
        self.figures.save_hour(code, start, kept, after)


@pytest.fixture
def shop(aws: Aws, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.setattr(reconcile, "_BATCH_S", 0)
    return Shop(aws)


def test_figures_that_are_right_differ_in_nothing(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    for scans in (3, 0, 2):
        shop.code(scans)
    assert reconcile.main(["--community", shop.community]) == 0
    (told,) = capsys.readouterr().out.splitlines()
    assert told.startswith("codes: 3, hours: ") and told.endswith(", differences: 0")


def test_what_differs_is_told_with_its_hour(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    code = shop.code(3)
    shop.spoil(code)
    assert reconcile.main([code]) == 1
    hour, every, told = capsys.readouterr().out.splitlines()
    assert hour.startswith(f"{code} 20") and hour.endswith(
        ":00+08:00 robot: 1 in the figures, 0 by the facts"
    )
    assert every == f"{code} all hours robots: 1 in the figures, 0 by the counter"
    assert told.endswith("differences: 2")


def test_joins_are_compared_with_who_came(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    code = shop.code(3, group := f"telegram:bot:{unique()}")
    shop.seats.link(group, link := Link(code, "d1", shop.community, "w", LINK.target, 1))
    shop.joined(group, link, "ann", "bob")
    assert reconcile.main([code]) == 0
    assert capsys.readouterr().out.endswith(", joins: 2, differences: 0\n")
    shop.seats.save_joins(code, shop.hour, group, {}, 1)
    assert reconcile.main([code]) == 1
    one, other, told = capsys.readouterr().out.splitlines()
    assert one.endswith("destination|d1|joins: 0 in the figures, 2 by the people who came")
    assert other.endswith(":00+08:00 joins: 0 in the figures, 2 by the people who came")
    assert told.endswith("joins: 2, differences: 2")


def test_without_names_every_community_is_looked_at(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.spoil(code := shop.code(1))
    assert reconcile.main([]) == 1
    assert f"{code} all hours robots" in capsys.readouterr().out


def test_a_code_that_cannot_be_compared_stops_no_other(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reconcile.main(["nothere", shop.code(1)]) == 1
    missing, told = capsys.readouterr().out.splitlines()
    assert missing == "nothere cannot be compared: there is no such live code"
    assert told == "codes: 2, hours: 1, joins: 0, differences: 1"


def test_a_missing_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in list(os.environ):
        if name.endswith("_TABLE"):
            monkeypatch.delenv(name)
    assert reconcile.main([]) == 2
    assert "SCANS_TABLE" in capsys.readouterr().err
