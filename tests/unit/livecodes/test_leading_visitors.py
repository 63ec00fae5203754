"""Leading visitors: who gets a seat, who gets which, and what is counted."""

from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.errors import NotFound, Unavailable
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import DRAWN, Led, Scan, Seen, Turned, Who
from hearth.usecases.scan import Usher
from tests.fakes.livecodes import FakeLiveCodes
from tests.unit.livecodes.drawn import changed, code, destination, helper

TEA = code(destination("a", 2), destination("b", 1))
SCAN = Scan("tea1", 10, "poster")


def usher(table: FakeLiveCodes) -> Usher:
    """A warm environment without a log: it draws one ticket at a time."""
    return Usher(table, _no_log)


def _no_log(line: str) -> None:
    raise AssertionError(f"nothing is answered from memory here: {line}")


def shown(result: Led | Turned) -> str:
    """Id of the destination that was shown."""
    return result.destination.id if isinstance(result, Led) else "-"


def save(table: FakeLiveCodes, edited: LiveCode, now: int = 10) -> None:
    """As the console does it."""
    counter = table.counter("tea1")
    assert table.replan(replanned(edited, counter, now))


def test_visitors_fill_one_group_after_the_other_then_are_turned_away() -> None:
    room = usher(FakeLiveCodes([TEA]))
    assert [shown(room.lead(SCAN)) for _ in range(5)] == ["a", "a", "b", "-", "-"]


def test_a_visitor_who_comes_back_is_led_to_the_same_group_without_a_ticket() -> None:
    table = FakeLiveCodes([TEA])
    room = usher(table)
    again = replace(SCAN, remembered="b")
    assert [shown(room.lead(again)) for _ in range(9)] == ["b"] * 9
    assert table.counter("tea1") == Counter(seq=0, version=0, scans=9, step=9)


def test_a_visitor_comes_back_to_his_group_also_when_everything_is_full() -> None:
    room = usher(FakeLiveCodes([TEA]))
    for _ in range(4):
        room.lead(SCAN)
    assert shown(room.lead(replace(SCAN, remembered="a"))) == "a"


@pytest.mark.parametrize("gone", ["a", "never there"])
def test_a_visitor_whose_group_is_closed_gets_a_seat_in_another(gone: str) -> None:
    table = FakeLiveCodes([TEA])
    save(table, changed(TEA, "a", enabled=False))
    assert shown(usher(table).lead(replace(SCAN, remembered=gone))) == "b"
    assert table.counter("tea1").scans == 1


def test_a_robot_learns_the_name_and_takes_nothing() -> None:
    table = FakeLiveCodes([TEA])
    assert usher(table).lead(replace(SCAN, robot=True)) == Turned(TEA, robot=True)
    assert table.counter("tea1") == Counter(seq=0, version=0, robots=1, step=1)


def test_a_robot_is_a_robot_also_where_everything_is_full() -> None:
    assert usher(FakeLiveCodes([code()])).lead(replace(SCAN, robot=True)) == Turned(
        code(), robot=True
    )


def test_a_group_that_is_switched_off_is_passed_over() -> None:
    table = FakeLiveCodes([TEA])
    room = usher(table)
    assert shown(room.lead(SCAN)) == "a"
    save(table, changed(table.load("tea1"), "a", enabled=False))
    assert [shown(room.lead(SCAN)) for _ in range(2)] == ["b", "-"]


def test_an_expired_group_is_passed_over_and_gets_its_seats_back_when_it_is_prolonged() -> None:
    table = FakeLiveCodes([code(destination("a", 5, until=20), destination("b", 1))])
    room = usher(table)
    led = [shown(room.lead(replace(SCAN, at=at))) for at in (19, 20, 21, 22)]
    assert led == ["a", "b", "-", "-"]
    save(table, changed(table.load("tea1"), "a", valid_until=0), 30)
    late = replace(SCAN, at=30)
    assert [shown(room.lead(late)) for _ in range(5)] == ["a"] * 4 + ["-"]


def test_a_group_takes_its_place_when_its_time_has_come() -> None:
    room = usher(FakeLiveCodes([code(destination("a", 5, begins=20), destination("b", 5))]))
    led = [shown(room.lead(replace(SCAN, at=at))) for at in (19, 20, 21)]
    assert led == ["b", "b", "a"]


def test_a_group_whose_time_comes_is_shown_to_the_next_who_would_have_been_turned_away() -> None:
    room = usher(FakeLiveCodes([code(destination("a", 5, begins=20))]))
    led = [shown(room.lead(replace(SCAN, at=at))) for at in (18, 19, 20, 21)]
    assert led == ["-", "-", "a", "a"]


def test_a_new_group_is_shown_by_the_next_scan_after_everything_was_full() -> None:
    table = FakeLiveCodes([code(destination("a", 1))])
    room = usher(table)
    assert [shown(room.lead(SCAN)) for _ in range(3)] == ["a", "-", "-"]
    kept = table.load("tea1")
    save(table, replace(kept, destinations=(*kept.destinations, destination("b", 2))))
    assert [shown(room.lead(SCAN)) for _ in range(3)] == ["b", "b", "-"]
    assert table.counter("tea1").scans == 6


def test_a_person_helps_those_for_whom_no_group_has_room() -> None:
    table = FakeLiveCodes([code(helper(), destination("a", 1))])
    room = usher(table)
    assert [shown(room.lead(SCAN)) for _ in range(3)] == ["a", "lin", "lin"]
    kept = table.load("tea1")
    save(table, replace(kept, destinations=(*kept.destinations, destination("b", 1))))
    assert shown(room.lead(SCAN)) == "b"


def test_who_is_overtaken_again_and_again_is_asked_to_come_back() -> None:
    table = FakeLiveCodes([code(destination("a", 9, until=5), destination("b", 9))])
    table.replan = lambda *_, **__: False  # type: ignore[method-assign]
    with pytest.raises(Unavailable, match="too many visitors"):
        usher(table).lead(SCAN)
    assert table.counter("tea1").scans == 1
    assert table.counter("tea1").lost == {1, 2, 3, 4, 5, 6}


def test_tickets_drawn_while_the_code_cannot_be_read_are_noted_with_the_next_write() -> None:
    table = FakeLiveCodes([TEA])
    load, room = table.load, usher(table)

    def away(code: str) -> LiveCode:
        raise Unavailable("throttled")

    table.load = away  # type: ignore[method-assign]
    for _ in range(2):
        with pytest.raises(Unavailable):
            room.lead(SCAN)
    table.load = load  # type: ignore[method-assign]
    assert shown(room.lead(SCAN)) == "b"
    assert table.counter("tea1").lost == {1, 2}


@pytest.mark.parametrize("scan", [SCAN, replace(SCAN, robot=True), replace(SCAN, remembered="a")])
def test_an_unknown_code_is_not_found(scan: Scan) -> None:
    with pytest.raises(NotFound):
        usher(FakeLiveCodes()).lead(scan)


@pytest.mark.parametrize(
    ("how", "who", "ticket", "led"),
    [
        ({}, Who.NEW, DRAWN, ""),
        ({"remembered": "a"}, Who.AGAIN, 0, "a"),
        ({"robot": True}, Who.ROBOT, 0, ""),
    ],
)
def test_every_scan_carries_its_facts_on_its_write(
    how: dict[str, Any], who: Who, ticket: int, led: str
) -> None:
    table = FakeLiveCodes([TEA])
    usher(table).lead(replace(SCAN, device="wechat-ios", person="p7", **how))
    [(_, _, facts)] = table.requests.facts
    assert facts.seen == (Seen(10, who, "poster", "wechat-ios", ticket, led, "p7"),)


def test_every_write_has_a_name_of_its_own() -> None:
    table = FakeLiveCodes([TEA])
    for room in (usher(table), usher(table)):
        for _ in range(3):
            room.lead(SCAN)
    names = {facts.id for _, _, facts in table.requests.facts}
    assert len(names) == 6 and "" not in names
