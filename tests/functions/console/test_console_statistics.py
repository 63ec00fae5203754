"""Statistics over REST: equal to the counter when all is settled, bounded, also as tables."""

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hearth.domain.blocks import LEASE_MS
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts, Scan
from hearth.domain.statistics import Change, Figures
from hearth.store.communities import Communities
from hearth.store.livecodes import LiveCodes
from hearth.store.scans import ScanStatistics
from hearth.usecases.scan import Usher
from hearth.usecases.tally import Tally
from tests.conftest import Aws
from tests.support.console_room import Answer, Client
from tests.support.unique import unique

ZONE = ZoneInfo("Asia/Shanghai")
HOUR = 3_600_000


def _at(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp() * 1000)


START = _at("2026-11-20T22:00")


@dataclass
class Streamed:
    """The table of live codes; the stream of its writes by scans is kept in ``changes``."""

    table: LiveCodes
    changes: list[Change] = field(default_factory=list)

    def load(self, code: str) -> LiveCode:
        return self.table.load(code)

    def take(self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()) -> Counter:
        before = self.table.counter(code)
        after = self.table.take(code, tickets, facts, lost)
        self.changes.append(Change(code, before, after, facts))
        return after

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        code = plan.code.code
        before = self.table.counter(code)
        done = self.table.replan(plan, drawn)
        if done and drawn:
            self.changes.append(Change(code, before, self.table.counter(code), drawn))
        return done


@pytest.fixture
def code(operator: Client, community: str) -> str:
    """A live code with room for two in one group and for three in the next."""
    place = f"/api/communities/{community}/livecodes"
    made = str(operator.ask("POST", place, {"name": "海报", "code": unique()}).json["code"])
    for note, seats in (("=first", 2), ("second", 3)):
        link = {"kind": "link", "target": "https://t.me/+abc", "capacity": seats, "note": note}
        operator.ask("POST", f"/api/livecodes/{made}/destinations", link)
    return made


@pytest.fixture
def streamed(room: Aws) -> Streamed:
    return Streamed(LiveCodes(room.names["LIVECODES_TABLE"]))


def _scan(streamed: Streamed, code: str, block: int = 1, every: int = HOUR // 3) -> None:
    """Twelve people, one of them twice, and a robot; by default over four hours and midnight."""
    room = Usher(streamed, str, lambda rate, ahead, capacity: block)
    for step in range(12):
        channel, device = ("poster", "wechat-ios") if step % 3 else ("", "qq-android")
        room.lead(Scan(code, START + step * every, channel, device=device))
    first, later = streamed.load(code).destinations[0].id, START + 12 * every + LEASE_MS
    room.lead(Scan(code, later, remembered=first, device="qq-android"))
    room.lead(Scan(code, later, robot=True))


def _count(room: Aws, streamed: Streamed) -> None:
    names = room.names
    statistics = ScanStatistics(names["SCANS_TABLE"])
    communities = Communities(names["COMMUNITIES_TABLE"])
    tally = Tally(statistics, LiveCodes(names["LIVECODES_TABLE"]), communities, lambda: START)
    tally.take(streamed.changes)


def _ask(client: Client, code: str, ending: str = "", **query: str) -> Answer:
    asked = {"since": str(START), "until": str(START + 5 * HOUR), **query}
    return client.ask("GET", f"/api/livecodes/{code}/statistics{ending}", **asked)


def _table(answer: Answer) -> list[dict[str, str]]:
    assert answer.status == 200, answer.body
    assert answer.body.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(answer.body[1:])))


@pytest.mark.parametrize(("block", "every"), [(1, HOUR // 3), (5, 300)])
def test_totals_equal_the_counter_when_all_is_counted(
    room: Aws, viewer: Client, code: str, streamed: Streamed, block: int, every: int
) -> None:
    _scan(streamed, code, block, every)
    waiting = _ask(viewer, code).json
    assert waiting["uncounted"] == len(streamed.changes) and waiting["total"]["scans"] == 0
    _count(room, streamed)
    shown = viewer.ask("GET", f"/api/livecodes/{code}").json
    for by in ("hour", "day"):
        found = _ask(viewer, code, by=by).json
        total = found["total"]
        assert found["uncounted"] == 0
        assert (total["scans"], total["robots"]) == (shown["scans"], shown["robots"]) == (13, 1)
        assert (total["new"], total["again"]) == (12, 1)
        assert total["seats"] == shown["taken"] == 5
        for figure in ("scans", "new", "again", "robots", "seats"):
            assert sum(span[figure] for span in found["spans"]) == total[figure]
        for of in ("channels", "devices"):
            assert sum(line["scans"] for line in found[of]) == total["scans"]
        taken = {one["id"]: one["taken"] for one in shown["destinations"]}
        assert {one["destination"]: one["seats"] for one in found["destinations"]} == taken


def test_hours_and_days_are_those_of_the_communitys_clocks(
    room: Aws, viewer: Client, code: str, streamed: Streamed
) -> None:
    _scan(streamed, code)
    _count(room, streamed)
    found = _ask(viewer, code, by="hour").json
    assert (found["time_zone"], found["by"]) == ("Asia/Shanghai", "hour")
    assert [(it["start"], it["scans"]) for it in found["spans"]] == [
        (START + hour * HOUR, scans) for hour, scans in enumerate((3, 3, 3, 3, 1))
    ]
    days = _ask(viewer, code).json["spans"]
    assert [(it["start"], it["scans"]) for it in days] == [
        (_at("2026-11-20T00:00"), 6),
        (_at("2026-11-21T00:00"), 7),
    ]
    assert [(it["channel"], it["scans"]) for it in found["channels"]] == [("poster", 8), ("", 5)]
    assert [(it["device"], it["scans"]) for it in found["devices"]] == [
        ("wechat-ios", 8),
        ("qq-android", 5),
    ]


def test_joins_are_null_unless_told_and_estimates_stay_apart(
    room: Aws, viewer: Client, code: str
) -> None:
    total = _ask(viewer, code).json["total"]
    assert (total["joins"], total["joins_estimated"]) == (None, None)
    silent, told = (one["destination"] for one in _ask(viewer, code).json["destinations"])
    counts = {"seats": 5, "joins": 2, "joins-estimated": 1, f"destination|{told}|joins": 2}
    more = {f"destination|{told}|joins-estimated": 1, "channel|poster|joins": 2}
    statistics = ScanStatistics(room.names["SCANS_TABLE"])
    statistics.save_hour(code, START, Figures(), Figures(1, {**counts, **more}))
    found = _ask(viewer, code).json
    assert (found["total"]["joins"], found["total"]["joins_estimated"]) == (2, 1)
    assert [(it["destination"], it["joins"], it["joins_estimated"]) for it in _places(found)] == [
        (silent, None, None),
        (told, 2, 1),
    ]
    assert [(it["channel"], it["joins"]) for it in found["channels"]] == [("poster", 2)]


def _places(found: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    return found["destinations"]


def test_a_table_has_a_line_for_every_hour(
    room: Aws, viewer: Client, code: str, streamed: Streamed
) -> None:
    _scan(streamed, code)
    _count(room, streamed)
    answer = _ask(viewer, code, ".csv", by="hour")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].endswith(f"''{code}-time.csv")
    rows = _table(answer)
    assert [(row["time"], row["scans"]) for row in rows] == [
        ("2026-11-20 22:00", "3"),
        ("2026-11-20 23:00", "3"),
        ("2026-11-21 00:00", "3"),
        ("2026-11-21 01:00", "3"),
        ("2026-11-21 02:00", "1"),
    ]
    assert {(row["utc_offset"], row["joins"]) for row in rows} == {("UTC+08:00", "")}
    days = _table(_ask(viewer, code, ".csv"))
    assert [(row["time"], row["robots"]) for row in days] == [
        ("2026-11-20", "0"),
        ("2026-11-21", "1"),
    ]


def test_tables_of_channels_devices_and_destinations(
    room: Aws, viewer: Client, code: str, streamed: Streamed
) -> None:
    _scan(streamed, code)
    _count(room, streamed)
    channels = _table(_ask(viewer, code, ".csv", of="channels"))
    assert [(row["channel"], row["scans"]) for row in channels] == [("poster", "8"), ("", "5")]
    devices = _table(_ask(viewer, code, ".csv", of="devices"))
    assert [(row["device"], row["scans"]) for row in devices] == [
        ("wechat-ios", "8"),
        ("qq-android", "5"),
    ]
    places = _table(_ask(viewer, code, ".csv", of="destinations"))
    assert [(row["note"], row["removed"], row["seats"]) for row in places] == [
        ("'=first", "no", "2"),
        ("second", "no", "3"),
    ]


def test_hours_that_come_twice_are_told_apart(room: Aws, operator: Client) -> None:
    key = unique()
    content = {"name": "Tee", "language": "en", "time_zone": "Europe/Berlin", "community": key}
    operator.ask("POST", "/api/communities", content)
    made = operator.ask("POST", f"/api/communities/{key}/livecodes", {"name": "x"}).json["code"]
    night = round(datetime(2026, 10, 25, 0, tzinfo=ZoneInfo("UTC")).timestamp() * 1000)
    span = {"since": str(night), "until": str(night + 2 * HOUR), "by": "hour"}
    rows = _table(_ask(operator, made, ".csv", **span))
    assert [(row["time"], row["utc_offset"]) for row in rows] == [
        ("2026-10-25 02:00", "UTC+02:00"),
        ("2026-10-25 02:00", "UTC+01:00"),
    ]


@pytest.mark.parametrize("ending", ["", ".csv"])
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"since": "0"}, "at most 92 days"),
        ({"since": str(START + 5 * HOUR)}, "“since” must be before “until”"),
        ({"since": "-1"}, "since"),
        ({"since": "yesterday"}, "since"),
        ({"since": ""}, "since"),
        ({"until": "9" * 16}, "until"),
        ({"by": "minute"}, "by"),
    ],
)
def test_what_cannot_be_shown_is_refused(
    viewer: Client, code: str, ending: str, query: dict[str, str], told: str
) -> None:
    answer = _ask(viewer, code, ending, **query)
    assert answer.status == 422 and told in answer.body


def test_a_table_nobody_knows_is_refused(viewer: Client, code: str) -> None:
    assert _ask(viewer, code, ".csv", of="people").status == 422
    assert _ask(viewer, unique(), ".csv").status == 404
    assert _ask(viewer, unique()).status == 404


def test_statistics_cost_three_queries(room: Aws, viewer: Client, code: str) -> None:
    with room.proxy.counting() as asked:
        _ask(viewer, code)
    assert asked.count("DynamoDB.Query") == 3, "where counting is, the hours, and their joins"
    reads = ("code", "its counter", "the community", "who asks")
    assert asked.count("DynamoDB.GetItem") == len(reads)


def test_asked_without_a_range_it_is_a_week(viewer: Client, code: str) -> None:
    found = viewer.ask("GET", f"/api/livecodes/{code}/statistics").json
    assert len(found["spans"]) == 7 and found["since"] == found["spans"][0]["start"]
    assert found["until"] - HOUR <= found["at"] < found["until"]


def test_strangers_see_nothing(stranger: Client, code: str) -> None:
    assert _ask(stranger, code).status == 401
    assert _ask(stranger, code, ".csv").status == 401
