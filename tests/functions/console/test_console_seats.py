"""Seats that joins confirm, over REST: chosen groups, what is known, overbooking switched off."""

import time
from dataclasses import replace

import pytest

from hearth.domain.comings import GroupBook, Join, Link, Person
from hearth.domain.plans import ahead, replanned
from hearth.domain.reservations import Ledger, SeatBook
from hearth.domain.scans import Facts
from hearth.store.livecodes import LiveCodes
from hearth.store.seats import Seats
from tests.conftest import Aws
from tests.support.console_room import Client
from tests.support.unique import unique

LINK = {"kind": "link", "target": "https://t.me/+abc", "capacity": 9}


@pytest.fixture
def place(operator: Client, community: str) -> str:
    """Where the destinations of a new live code are."""
    made = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "Tea"})
    return f"/api/livecodes/{made.json['code']}"


def test_a_group_is_chosen_for_a_destination_and_taken_away(
    operator: Client, place: str, group: str
) -> None:
    wanted = {**LINK, "group": group, "way": "poster"}
    [one] = operator.ask("POST", f"{place}/destinations", wanted).json["destinations"]
    assert (one["group"], one["way"]) == (group, "poster")
    changed = operator.ask("PATCH", f"{place}/destinations/{one['id']}", {"group": "", "way": ""})
    assert [(d["group"], d["way"]) for d in changed.json["destinations"]] == [("", "")]


@pytest.fixture
def elsewhere(operator: Client) -> str:
    """A group of another community."""
    tea = {"name": "Other", "language": "en", "time_zone": "UTC"}
    other = operator.ask("POST", "/api/communities", tea).json["community"]
    wanted = {"group": f"onebot:main:{unique()}", "name": "x", "community": other}
    return str(operator.ask("POST", "/api/groups", wanted).json["group"])


def test_a_group_of_others_or_of_nobody_is_refused(
    operator: Client, place: str, elsewhere: str
) -> None:
    says = {
        "nonsense": "expected platform:account:chat",
        f"telegram:bot:{unique()}": "is not known: enter the group first",
        elsewhere: "must belong to the community of the live code",
    }
    for group, why in says.items():
        answer = operator.ask("POST", f"{place}/destinations", {**LINK, "group": group})
        assert answer.status == 422 and why in answer.body, (group, answer.body)
    assert operator.ask("GET", place).json["destinations"] == []
    [one] = operator.ask("POST", f"{place}/destinations", LINK).json["destinations"]
    answer = operator.ask("PATCH", f"{place}/destinations/{one['id']}", {"group": elsewhere})
    assert answer.status == 422 and "must belong" in answer.body


def test_a_destination_keeps_a_group_that_has_gone_to_others(
    operator: Client, place: str, group: str
) -> None:
    wanted = {**LINK, "group": group}
    [one] = operator.ask("POST", f"{place}/destinations", wanted).json["destinations"]
    operator.ask("PATCH", f"/api/groups/{group}", {"community": "-"})
    changes = {"group": group, "note": "still there"}
    changed = operator.ask("PATCH", f"{place}/destinations/{one['id']}", changes)
    assert [d["note"] for d in changed.json["destinations"]] == ["still there"]


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({"way": "poster"}, "“way” needs a “group”"),
        ({"way": "invite", "group": "known"}, "“way” cannot be “invite”"),
        ({"way": "two\nlines", "group": "known"}, "must be one line"),
        ({"way": "w" * 129, "group": "known"}, "way"),
        ({"group": "onebot:main:" + "9" * 200}, "group"),
        ({"kind": "person", "capacity": 0, "group": "known"}, "“group” of a person"),
    ],
)
def test_a_way_that_tells_of_nobody_is_refused(
    operator: Client, place: str, group: str, wanted: dict[str, object], why: str
) -> None:
    body = {**LINK, **wanted}
    body["group"] = group if body.get("group") == "known" else body.get("group", "")
    if body["kind"] == "person":
        body["target"] = "https://u.wechat.com/MPqXyzAbCdEf"
    answer = operator.ask("POST", f"{place}/destinations", body)
    assert answer.status == 422 and why in answer.body, answer.body


@pytest.fixture
def overbooked(room: Aws, operator: Client, place: str) -> tuple[LiveCodes, str, str]:
    """The table, a code and its destination, which may have 99 more tickets out than seats."""
    [one] = operator.ask("POST", f"{place}/destinations", LINK).json["destinations"]
    table, code = LiveCodes(room.names["LIVECODES_TABLE"]), place.rpartition("/")[2]
    known = table.load(code)
    more = replace(known, destinations=(replace(known.destinations[0], extra=99),))
    assert table.replan(replanned(more, table.counter(code), 1))
    return table, code, one["id"]


def test_what_may_be_out_beyond_the_seats_is_forgotten_with_what_it_was_worked_out_for(
    operator: Client, place: str, overbooked: tuple[LiveCodes, str, str]
) -> None:
    table, code, one = overbooked
    for changes, extra in (({"note": "x"}, 99), ({"capacity": 3}, 0)):
        assert operator.ask("PATCH", f"{place}/destinations/{one}", changes).status == 200
        assert table.load(code).destinations[0].extra == extra


def test_without_overbooking_no_more_tickets_than_seats_are_dealt_at_once(
    operator: Client, place: str, overbooked: tuple[LiveCodes, str, str]
) -> None:
    table, code, _ = overbooked
    assert ahead(table.load(code), 0) == 9 + 99
    operator.ask("PATCH", place, {"overbooking": False})
    assert ahead(table.load(code), 0) == 9


def test_what_is_known_of_seats_is_shown(
    room: Aws, operator: Client, viewer: Client, place: str, group: str
) -> None:
    code, now = place.rpartition("/")[2], int(time.time() * 1000)
    wanted = {**LINK, "group": group, "way": "poster"}
    [one] = operator.ask("POST", f"{place}/destinations", wanted).json["destinations"]
    shown = viewer.ask("GET", f"{place}/seats").json["destinations"]
    assert [(s["told"], s["members"], s["free"]) for s in shown] == [(False, 0, 9)]
    seats, link = Seats(room.names["SCANS_TABLE"]), f"{code}#{one['id']}"
    ledger = Ledger(group, "poster", LINK["target"], now - 9_000, base=2, handed=3)
    seats.save_book(code, SeatBook(ledgers={one["id"]: ledger}))
    seats.link(group, Link(code, one["id"], "tea", "poster", LINK["target"], now - 9_000))
    ann = Person(now, True, now, "k", link, joins=(Join(link, now, True),))
    bob = Person(now, True, now, "k", "", joins=(Join(link, now, False),))
    seats.save_group(group, GroupBook(people={"ann": ann, "bob": bob}, heard={link: 3}), now)
    answer = viewer.ask("GET", f"{place}/seats").json
    assert answer == {
        "join_rate": None,
        "destinations": [
            {
                "destination": one["id"],
                "told": True,
                "members": 2,
                "reserved": 0,
                "held": 2,
                "free": 5,
                "extra": 0,
                "joins": 1,
                "joins_estimated": 1,
            }
        ],
    }


def test_overbooking_is_on_until_it_is_switched_off(operator: Client, place: str) -> None:
    assert operator.ask("GET", place).json["overbooking"] is True
    changed = operator.ask("PATCH", place, {"overbooking": False})
    assert changed.json["overbooking"] is False
    assert operator.ask("GET", place).json["overbooking"] is False


def test_what_was_learned_of_a_code_is_told(
    room: Aws, operator: Client, place: str, group: str
) -> None:
    code, now = place.rpartition("/")[2], int(time.time() * 1000)
    wanted = {**LINK, "group": group, "way": "poster"}
    [one] = operator.ask("POST", f"{place}/destinations", wanted).json["destinations"]
    seats, link = Seats(room.names["SCANS_TABLE"]), f"{code}#{one['id']}"
    ledger = Ledger(group, "poster", LINK["target"], now, handed=300, matured=300)
    seats.save_book(code, SeatBook(ledgers={one["id"]: ledger}))
    seats.link(group, Link(code, one["id"], "tea", "poster", LINK["target"], now))
    came = {f"m{n}": Person(now, joins=(Join(link, now, True),)) for n in range(60)}
    seats.save_group(group, GroupBook(people=came, heard={link: 300}), now)
    learned = operator.ask("GET", f"{place}/seats").json["join_rate"]
    assert 0.25 < learned < 0.3, "60 of 300 came: at most that many with 99.9 %"


def test_where_joins_are_not_told_every_scan_keeps_its_seat(
    room: Aws, operator: Client, place: str, group: str
) -> None:
    code = place.rpartition("/")[2]
    operator.ask("POST", f"{place}/destinations", {**LINK, "group": group})
    operator.ask("POST", f"{place}/destinations", LINK)
    LiveCodes(room.names["LIVECODES_TABLE"]).take(code, 4, Facts(()))
    [shown] = operator.ask("GET", f"{place}/seats").json["destinations"]
    assert (shown["told"], shown["free"]) == (False, 5)


def test_seats_of_an_unknown_code_are_not_found(viewer: Client) -> None:
    assert viewer.ask("GET", f"/api/livecodes/{unique()}/seats").status == 404
