"""Leading visitors: who gets a seat, who gets which, and what is counted."""

import json
from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.livecodes import Counter, LiveCode, appended
from hearth.domain.scans import Led, Scan, Turned
from hearth.usecases.scan import Usher
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import code, destination

TEA = code(destination("a", 2), destination("b", 1))
SCAN = Scan("tea1", 10, "poster")


def _shown(result: Led | Turned) -> str:
    return result.destination.id if isinstance(result, Led) else "-"


def _switch_off(table: FakeLiveCodes, name: str) -> LiveCode:
    kept = table.load("tea1")
    off = [replace(d, enabled=d.id != name and d.enabled) for d in kept.destinations]
    return table.change(kept, tuple(off))


def test_visitors_fill_one_group_after_the_other_then_are_turned_away() -> None:
    usher = Usher(FakeLiveCodes([TEA]))
    assert [_shown(usher.lead(SCAN)) for _ in range(5)] == ["a", "a", "b", "-", "-"]


def test_a_visitor_who_comes_back_is_led_to_the_same_group_without_a_ticket() -> None:
    table = FakeLiveCodes([TEA])
    usher = Usher(table)
    again = replace(SCAN, remembered="b")
    assert [_shown(usher.lead(again)) for _ in range(9)] == ["b"] * 9
    assert table.counter("tea1") == Counter(seq=0, version=0, scans=9)


def test_a_visitor_comes_back_to_his_group_also_when_everything_is_full() -> None:
    usher = Usher(FakeLiveCodes([TEA]))
    for _ in range(4):
        usher.lead(SCAN)
    assert _shown(usher.lead(replace(SCAN, remembered="a"))) == "a"


@pytest.mark.parametrize("gone", ["a", "never there"])
def test_a_visitor_whose_group_is_closed_gets_a_seat_in_another(gone: str) -> None:
    table = FakeLiveCodes([TEA])
    _switch_off(table, "a")
    assert _shown(Usher(table).lead(replace(SCAN, remembered=gone))) == "b"
    assert table.counter("tea1").scans == 1


def test_a_robot_learns_the_name_and_takes_nothing() -> None:
    table = FakeLiveCodes([TEA])
    assert Usher(table).lead(replace(SCAN, robot=True)) == Turned("Tea lovers", robot=True)
    assert table.counter("tea1") == Counter(seq=0, version=0, robots=1)


def test_a_robot_is_a_robot_also_where_everything_is_full() -> None:
    assert Usher(FakeLiveCodes([code()])).lead(replace(SCAN, robot=True)) == Turned(
        "Tea lovers", robot=True
    )


def test_a_closed_group_is_passed_over_and_its_tickets_with_it() -> None:
    table = FakeLiveCodes([TEA])
    usher = Usher(table)
    assert _shown(usher.lead(SCAN)) == "a"
    _switch_off(table, "a")
    assert [_shown(usher.lead(SCAN)) for _ in range(2)] == ["b", "-"]


def test_an_expired_group_is_passed_over() -> None:
    soon = code(destination("a", 5, until=20), destination("b", 1))
    usher = Usher(FakeLiveCodes([soon]))
    led = [_shown(usher.lead(replace(SCAN, at=at))) for at in (19, 20, 21)]
    assert led == ["a", "b", "-"]


def test_a_new_group_is_shown_by_the_next_scan_after_everything_was_full() -> None:
    table = FakeLiveCodes([code(destination("a", 1))])
    usher = Usher(table)
    assert [_shown(usher.lead(SCAN)) for _ in range(3)] == ["a", "-", "-"]
    kept = table.load("tea1")
    table.change(kept, appended(kept, destination("b", 2), table.counter("tea1").seq))
    assert [_shown(usher.lead(SCAN)) for _ in range(3)] == ["b", "b", "-"]
    assert table.counter("tea1").scans == 6


def test_who_is_overtaken_again_and_again_is_asked_to_come_back() -> None:
    every_other = [destination(f"d{n}", 1, enabled=n % 2 == 1) for n in range(40)]
    table = FakeLiveCodes([code(*every_other)])
    skip = table.skip

    def overtaken(*details: Any, **more: Any) -> None:
        skip(*details, **more)

    table.skip = overtaken
    with pytest.raises(Unavailable, match="too many visitors"):
        Usher(table).lead(SCAN)
    assert table.requests.writes == 1 + 5 * 2


@pytest.mark.parametrize("scan", [SCAN, replace(SCAN, robot=True), replace(SCAN, remembered="a")])
def test_an_unknown_code_is_not_found(scan: Scan) -> None:
    with pytest.raises(NotFound):
        Usher(FakeLiveCodes()).lead(scan)


@pytest.mark.parametrize(
    ("change", "client"),
    [({}, "new"), ({"remembered": "a"}, "again"), ({"robot": True, "remembered": "a"}, "robot")],
)
def test_every_scan_carries_its_facts_on_its_write(change: dict[str, object], client: str) -> None:
    table = FakeLiveCodes([TEA])
    Usher(table).lead(replace(SCAN, **change))
    assert [json.loads(facts) for facts in table.requests.facts] == [
        {"at": 10, "channel": "poster", "client": client}
    ]
