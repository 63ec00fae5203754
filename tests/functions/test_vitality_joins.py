"""The vitality room on who came and went, as the stream of events tells it."""

import json
import time
from typing import Any

import boto3
import pytest

from functions.vitality.app import handler
from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.events import Event
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import DRAWN, Facts, Seen, Who
from hearth.platforms import neutral
from hearth.store.communities import Communities
from hearth.store.events import Events
from hearth.store.livecodes import LiveCodes
from hearth.store.scans import ScanStatistics
from hearth.store.seats import Seats
from tests.conftest import Aws
from tests.support.streams import record_of, stream_record
from tests.support.unique import unique

NOW = int(time.time() * 1000)


class Told:
    """A live code of its own into a group of its own."""

    def __init__(self, aws: Aws) -> None:
        self._aws = aws
        self.group, self.code = f"telegram:bot:{unique()}", unique()
        self.table = LiveCodes(aws.names["LIVECODES_TABLE"])
        self.events = Events(aws.names["EVENTS_TABLE"])
        self.seats = Seats(aws.names["SCANS_TABLE"])
        self.figures = ScanStatistics(aws.names["SCANS_TABLE"])
        community = unique()
        Communities(aws.names["COMMUNITIES_TABLE"]).add(
            Community(community, "Tea", "zh", "Asia/Shanghai", "", 1)
        )
        link = Destination(
            "d1", Kind.LINK, "https://t.example/a", 9, group=self.group, way=f"w{self.code}"
        )
        bare = LiveCode(self.code, community, "Tea", -1, (link,))
        self.table.add(replanned(bare, Counter(0, -1), NOW - 60_000).code)

    def scan(self) -> dict[str, Any]:
        """A visitor's write, as the stream tells it."""
        client, name = boto3.client("dynamodb"), self._aws.names["LIVECODES_TABLE"]
        key = {"code": {"S": self.code}, "part": {"S": "counter"}}
        before = client.get_item(TableName=name, Key=key)["Item"]
        self.table.take(self.code, 1, Facts((Seen(NOW, Who.NEW, "poster", "", DRAWN),)))
        after = client.get_item(TableName=name, Key=key)["Item"]
        record = stream_record(key, after, "MODIFY")
        record["dynamodb"]["OldImage"] = before
        return record

    def came(self, member: str, via: str = "", kind: str = "joined") -> dict[str, Any]:
        """Somebody's coming, stored and as the stream tells it."""
        event = self.event(member, via, kind)
        self.events.append(event, NOW)
        return record_of(self._aws.names["EVENTS_TABLE"], event)

    def event(self, member: str, via: str, kind: str) -> Event:
        body = {"group": self.group, "at": NOW + 5_000, "kind": kind, "members": [member]}
        told = {**body, "via": via} if via else body
        return neutral.read("bot", json.dumps(told).encode())

    def sums(self) -> dict[str, int]:
        """Figures of all hours together."""
        sums: dict[str, int] = {}
        for _, figures in self.figures.hours(self.code, 0, 2 * NOW):
            for name, many in figures.counts.items():
                sums[name] = sums.get(name, 0) + many
        return sums


@pytest.fixture
def told(aws: Aws) -> Told:
    return Told(aws)


def _handle(*records: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = handler({"Records": list(records)}, None)  # type: ignore[arg-type]
    return answer


def test_a_join_is_told_exactly_and_another_by_time(told: Told) -> None:
    _handle(told.scan(), told.scan())
    exact, estimated = told.came("ann", f"w{told.code}"), told.came("bob")
    for _ in range(2):
        assert _handle(exact, estimated) == {"batchItemFailures": []}
    sums = told.sums()
    assert (sums["joins"], sums["joins-estimated"]) == (1, 1)
    assert (sums["destination|d1|joins"], sums["channel|poster|joins"]) == (1, 1)
    assert sums["channel|poster|joins-estimated"] == 1
    assert told.code in told.seats.due(2 * NOW, 1_000)


def test_who_came_before_the_first_scan_was_counted_is_found_in_the_events(told: Told) -> None:
    coming = told.came("ann", f"w{told.code}")
    _handle(coming)
    assert told.sums() == {}
    _handle(told.scan())
    assert told.sums()["joins"] == 1


def test_a_coming_that_cannot_be_read_is_set_aside(aws: Aws, told: Told) -> None:
    _handle(told.scan())
    bad, good = told.came("ann", f"w{told.code}"), told.came("bob", f"w{told.code}")
    bad["dynamodb"]["NewImage"]["reader"] = {"S": "nobody"}
    assert _handle(bad, good) == {"batchItemFailures": []}
    assert told.sums()["joins"] == 1
    letters = boto3.client("sqs").receive_message(
        QueueUrl=aws.names["VITALITY_DEAD_QUEUE_URL"], MaxNumberOfMessages=10
    )["Messages"]
    groups = [json.loads(letter["Body"]).get("group") for letter in letters]
    assert told.group in groups


@pytest.mark.filterwarnings("ignore:No application metrics to publish")
def test_when_the_table_is_down_the_batch_comes_again(aws: Aws, told: Told) -> None:
    _handle(told.scan())
    coming = told.came("ann", f"w{told.code}")
    with aws.proxy.failing("DynamoDB.PutItem"), pytest.raises(Unavailable):
        _handle(coming)
    _handle(coming)
    assert told.sums()["joins"] == 1


def test_what_comings_and_scans_cost(aws: Aws, told: Told) -> None:
    _handle(told.scan())
    _handle(told.came("bob", f"w{told.code}"))  # knows the community's clocks from now on
    record, coming = told.scan(), told.came("ann", f"w{told.code}")
    with aws.proxy.counting() as scanned:
        _handle(record)
    get, put = "DynamoDB.GetItem", "DynamoDB.PutItem"
    assert scanned == [put, get, put, get, put]  # facts, hour, book of seats
    with aws.proxy.counting() as came:
        _handle(coming)
    assert came[:2] == ["DynamoDB.Query", "DynamoDB.BatchGetItem"]
    assert came[2:] in ([put, put], [put, put, put])  # figures, people; due once a minute
