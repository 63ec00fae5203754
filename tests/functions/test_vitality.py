"""The vitality room on what scans have written, as the table's stream tells it."""

import json
import os
import time
from typing import Any

import boto3
import pytest

from functions.vitality.app import handler
from hearth.domain.blocks import RETURN_MS, SETTLE_MS, begun
from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import DRAWN, Facts, Seen, Who, read_facts, write_line
from hearth.domain.statistics import Figures
from hearth.runtime.clients import streams
from hearth.store.communities import Communities
from hearth.store.livecodes import LiveCodes
from hearth.store.scans import ScanStatistics
from tests.conftest import Aws
from tests.support.unique import unique

AT = 1_763_816_400_000
HOUR = 3_600_000
LINK = Destination("d1", Kind.LINK, "https://t.example/a", capacity=99)


class Codes:
    """Live codes of one community, scanned by whoever."""

    def __init__(self, aws: Aws) -> None:
        self._aws = aws
        self.table = LiveCodes(aws.names["LIVECODES_TABLE"])
        self.figures = ScanStatistics(aws.names["SCANS_TABLE"])
        self.community = unique()
        key = Community(self.community, "Tea", "zh", "Asia/Kolkata", "", 1)
        Communities(aws.names["COMMUNITIES_TABLE"]).add(key)

    def new(self) -> str:
        """A code with one destination."""
        bare = LiveCode(unique(), self.community, "Tea", -1, (LINK,))
        code = replanned(bare, Counter(0, -1), AT).code
        self.table.add(code)
        return code.code

    def scan(self, code: str, at: int = AT, channel: str = "poster") -> None:
        """A new visitor's."""
        self.write(code, 1, Facts((Seen(at, Who.NEW, channel, "wechat-ios", DRAWN),)))

    def write(self, code: str, tickets: int, facts: Facts) -> None:
        self.table.take(code, tickets, facts)

    def batch(self, *codes: str) -> dict[str, Any]:
        """What the stream has of these codes' counters."""
        name = self._aws.names["LIVECODES_TABLE"]
        keys = [{"code": {"S": code}, "part": {"S": "counter"}} for code in codes]
        found = [one for one in _stream(name) if one["dynamodb"]["Keys"] in keys]
        return {"Records": [one for one in found if one["eventName"] == "MODIFY"]}

    def hours(self, code: str) -> list[tuple[int, Figures]]:
        return list(self.figures.hours(code, 0, 2 * AT))


@pytest.fixture(autouse=True)
def address(aws: Aws, monkeypatch: pytest.MonkeyPatch) -> None:
    """The template gives the room one in any case; tests of the console run without."""
    monkeypatch.setenv("PUBLIC_URL", "https://hearth.example")


@pytest.fixture(autouse=True)
def minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a tenth one, in which domains are probed: other tests may have left some."""
    monkeypatch.setattr("functions.vitality.app.now_ms", lambda: AT + 60_000)


@pytest.fixture
def codes(aws: Aws) -> Codes:
    return Codes(aws)


def _handle(event: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = handler(event, None)  # type: ignore[arg-type]
    return answer


def _stream(table: str) -> list[dict[str, Any]]:
    (stream,) = streams().list_streams(TableName=table)["Streams"]
    described = streams().describe_stream(StreamArn=stream["StreamArn"])["StreamDescription"]
    found: list[Any] = []
    for shard in described["Shards"]:
        at: str | None = streams().get_shard_iterator(
            StreamArn=stream["StreamArn"],
            ShardId=shard["ShardId"],
            ShardIteratorType="TRIM_HORIZON",
        )["ShardIterator"]
        while at:
            page = streams().get_records(ShardIterator=at, Limit=1000)
            at = page.get("NextShardIterator") if page["Records"] else None
            found += page["Records"]
    return found


def _letters(aws: Aws, code: str) -> list[dict[str, Any]]:
    """What was set aside of a code; taking it hides it from later looks."""
    found: list[dict[str, Any]] = []
    while (
        messages := boto3.client("sqs")
        .receive_message(QueueUrl=aws.names["VITALITY_DEAD_QUEUE_URL"], MaxNumberOfMessages=10)
        .get("Messages")
    ):
        found += [json.loads(message["Body"]) for message in messages]
    return [letter for letter in found if letter.get("code") == code]


def test_scans_are_counted_in_their_hour(codes: Codes) -> None:
    code = codes.new()
    for at in (AT, AT + 1, AT + HOUR):
        codes.scan(code, at)
    assert _handle(codes.batch(code)) == {"batchItemFailures": []}
    first, second = codes.hours(code)
    assert (first[0], second[0]) == (AT - HOUR // 2, AT + HOUR // 2)  # as clocks in Kolkata say
    assert first[1].counts == {
        "new": 2,
        "seats": 2,
        "channel|poster|scans": 2,
        "channel|poster|seats": 2,
        "device|wechat-ios|scans": 2,
        "destination|d1|seats": 2,
    }
    assert [write.step for write in codes.figures.archived(code)] == [1, 2, 3]


def test_a_batch_taken_again_has_the_effect_of_once(codes: Codes) -> None:
    code = codes.new()
    codes.scan(code)
    for _ in range(3):
        _handle(codes.batch(code))
    codes.scan(code)
    _handle(codes.batch(code))
    assert [figures.counts["new"] for _, figures in codes.hours(code)] == [2]


def test_a_poison_record_is_set_aside_and_the_others_go_on(aws: Aws, codes: Codes) -> None:
    code, other = codes.new(), codes.new()
    codes.scan(code)
    codes.scan(other)
    batch = codes.batch(code, other)
    batch["Records"][0]["dynamodb"]["NewImage"]["last_scan"]["S"] = "{"
    assert _handle(batch) == {"batchItemFailures": []}
    (letter,) = _letters(aws, code)
    assert letter["facts"] == "{" and letter["error"].startswith("Malformed: ")
    assert codes.hours(code) == [] and len(codes.hours(other)) == 1


def test_scans_of_a_code_in_trouble_are_set_aside_and_the_others_go_on(
    aws: Aws, codes: Codes
) -> None:
    code, other = codes.new(), codes.new()
    codes.scan(code)
    codes.scan(other)
    table, key = aws.names["LIVECODES_TABLE"], {"code": {"S": code}, "part": {"S": "code"}}
    boto3.client("dynamodb").update_item(
        TableName=table,
        Key=key,
        UpdateExpression="SET settings = :damaged",
        ExpressionAttributeValues={":damaged": {"S": "{"}},
    )
    assert _handle(codes.batch(code, other)) == {"batchItemFailures": []}
    (letter,) = _letters(aws, code)
    assert letter["error"].startswith("Malformed: not the content of a live code")
    assert [seen.channel for seen in read_facts(letter["facts"]).seen] == ["poster"]
    assert codes.hours(code) == [] and len(codes.hours(other)) == 1
    boto3.client("dynamodb").delete_item(TableName=table, Key=key)  # each tick would stumble on it


@pytest.mark.filterwarnings("ignore:No application metrics to publish")
def test_when_the_table_is_down_the_batch_comes_again(aws: Aws, codes: Codes) -> None:
    code = codes.new()
    codes.scan(code)
    with aws.proxy.failing("DynamoDB.PutItem"), pytest.raises(Unavailable):
        _handle(codes.batch(code))
    _handle(codes.batch(code))
    assert [figures.counts["new"] for _, figures in codes.hours(code)] == [1]


def test_what_a_batch_costs(aws: Aws, codes: Codes) -> None:
    code = codes.new()
    codes.scan(code)
    _handle(codes.batch(code))  # knows the code and its community from now on
    for step in range(50):
        codes.scan(code, AT + step)
    batch = codes.batch(code)
    with aws.proxy.counting() as operations:
        _handle(batch)
    assert operations == ["DynamoDB.PutItem", "DynamoDB.GetItem", "DynamoDB.PutItem"]


def test_what_an_ended_environment_has_logged_is_counted_by_the_tick(codes: Codes) -> None:
    code, drawn = codes.new(), int(time.time() * 1000) - RETURN_MS - SETTLE_MS
    lease = begun(drawn) + unique()
    first = Seen(drawn, Who.NEW, "poster", ticket=DRAWN)
    codes.write(code, 5, Facts((first,), lease=lease))
    _handle(codes.batch(code))
    later = tuple(Seen(drawn + ticket, Who.NEW, "mail", ticket=ticket) for ticket in (2, 3))
    _log(drawn + 3, *(write_line(lease, one) for one in later))
    assert _handle({"source": "aws.events"})["settled"] >= 1
    _handle(codes.batch(code))
    assert codes.table.counter(code).scans == 3
    assert sum(figures.counts["new"] for _, figures in codes.hours(code)) == 3
    assert _handle({"source": "aws.events"})["settled"] == 0


def test_what_a_tick_costs(aws: Aws) -> None:
    while _handle({"source": "aws.events"})["warned"]:
        """Codes that other tests have saved."""
    with aws.proxy.counting() as operations:
        _handle({"source": "aws.events"})
    assert operations == ["DynamoDB.Query"] * 4  # blocks, seats, codes, notices


def _log(at: int, *lines: str) -> None:
    """What ``livecode`` has written, as the log of the function keeps it."""
    logs: Any = boto3.client("logs")
    stream = {"logGroupName": os.environ["LIVECODE_LOG_GROUP"], "logStreamName": unique()}
    logs.create_log_stream(**stream)
    events = [{"timestamp": at, "message": f"{line}\n"} for line in lines]
    logs.put_log_events(**stream, logEvents=events)
