"""The arithmetic of `make bench-cost`, on a small template with round prices."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from hearth.domain.scans import DRAWN, Facts, Seen, Who
from infra.bench.cost import prices, stack
from infra.bench.cost.__main__ import main
from infra.bench.cost.answers import page_bytes, redirect_bytes
from infra.bench.cost.bars import bills, what_if
from infra.bench.cost.bill import Case, Entrance, bill
from infra.bench.cost.counting import Counted, counted
from infra.bench.cost.lines import access_bytes, platform_bytes
from infra.bench.cost.prices import Prices
from infra.bench.cost.stack import Consumer, Function, Stack
from infra.bench.cost.usage import Usage
from infra.bench.cost.work import Work
from infra.bench.simulation.designs.items import Items
from infra.local.place import ROOT
from infra.local.templates import Template, load

TEMPLATE = """
Parameters: {Seconds: {Type: Number, Default: 5}}
Globals: {Function: {Architectures: [arm64], MemorySize: 512}}
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties: {AccessLogSettings: {Format: "$context.status $context.error.message"}}
  LivecodeFunction:
    Type: AWS::Serverless::Function
    Properties: {MemorySize: 256, LoggingConfig: {LogFormat: JSON, SystemLogLevel: WARN}}
  VitalityFunction:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Scans:
          Type: DynamoDB
          Properties:
            Stream: {Fn::GetAtt: [Tables, Outputs.LivecodesStreamArn]}
            BatchSize: 100
            MaximumBatchingWindowInSeconds: {Ref: Seconds}
        Others:
          Type: DynamoDB
          Properties: {Stream: {Fn::GetAtt: [Tables, Outputs.EventsStreamArn]}, BatchSize: 7}
"""
ROUND = Prices(
    http_api_request=1e-6,
    lambda_request=2e-7,
    lambda_gb_second_arm64=1e-5,
    lambda_gb_second_x86_64=2e-5,
    dynamodb_write_unit=6e-7,
    dynamodb_read_unit=1e-7,
    logs_gb=0.5,
    egress_gb=0.1,
    cloudfront_request=1e-6,
    cloudfront_egress_gb=0.08,
)
ROOM = Function(1769, "arm64", platform_bytes=200)
WORK = Work(table_ms=4, write_cpu_ms=1, memory_cpu_ms=0.5, start_ms=100, start_cpu_ms=20)
EACH = Usage(10, 1, 1, 0, 0, 0, 0)
BLOCKS = Usage(1_000, 0.05, 0.1, 0.01, 0.95, 76, 0.001)


def _template() -> Template:
    found: Template = yaml.safe_load(TEMPLATE)
    return found


def _count(records: int) -> Counted:
    return Counted(write_units=10 / records, read_units=5 / records)


def _bill(usage: Usage, entrance: Entrance, *consumers: Consumer) -> dict[str, float]:
    return bill(Case(Stack(ROOM, consumers, 100), usage, _count, WORK, entrance, 400), ROUND)


def test_a_template_tells_what_counts() -> None:
    found = stack.read(_template())
    assert found.room == Function(256, "arm64", 0)
    assert found.access_bytes == len("302 -") + 26
    (consumer,) = found.consumers
    assert (consumer.batch, consumer.window_s, consumer.function.memory) == (100, 5, 512)


def test_a_batch_waits_for_its_window_or_its_size() -> None:
    consumer = Consumer(ROOM, batch=100, window_s=5)
    assert [consumer.records(rate) for rate in (0.01, 10, 1_000)] == [1, 50, 100]
    assert Consumer(ROOM, batch=100, window_s=0).records(40) == 10


def test_lambdas_own_lines_are_counted_unless_they_are_switched_off() -> None:
    assert 300 < platform_bytes({}) < 400
    assert 300 < platform_bytes({"LogFormat": "JSON"}) < 500
    quiet = {"LogFormat": "JSON", "SystemLogLevel": "WARN"}
    assert platform_bytes(quiet) == 0
    assert access_bytes("") == 0


def test_a_scan_that_writes() -> None:
    found = {name: round(usd, 6) for name, usd in _bill(EACH, Entrance.HTTP_API).items()}
    gb = 1769 / 1024
    assert found == {
        "entrance": 1.0,
        "access log": 0.05,
        "data out": 0.04,
        "Lambda requests": 0.2,
        "Lambda time": round(5.5e-3 * gb * 10, 6),
        "log lines": 0.1,
        "write units": 0.6,
        "read units": 0.0,
        "stream": 0,
    }


def test_scans_in_blocks_behind_cloudfront() -> None:
    found = {name: round(usd, 6) for name, usd in _bill(BLOCKS, Entrance.FUNCTION_URL).items()}
    assert [found[name] for name in ("entrance", "access log", "data out")] == [0, 0, 0]
    seconds = (0.05 * 5.5 + 0.95 * 1.0 + 0.001 * 120.5) / 1000
    assert found["Lambda time"] == round(seconds * 1769 / 1024 * 10, 6)
    assert found["log lines"] == round((200 + 76 + 0.95 * 26) * 0.5e-3, 6)
    assert (found["write units"], found["read units"]) == (0.06, 0.001)


def test_the_consumer_of_the_stream_is_shared_by_its_batch() -> None:
    consumer = Consumer(Function(1024, "arm64", 100), batch=100, window_s=5)
    found = _bill(EACH, Entrance.HTTP_API, consumer)["stream"]
    records = 50
    seconds = (15 + 0.2 * records * 1769 / 1024 + 0.5) / 1000
    batch = 2e-7 + seconds * 1e-5 + 500e-9 * 0.5 + 10 * 6e-7 + 5 * 1e-7
    assert found == pytest.approx(batch / records * 1e6)


def test_the_consumer_writes_the_less_the_more_it_counts_at_once() -> None:
    items = Items(2, 200, 0)
    for at in range(300):
        before = items.counter.counter
        scan = Seen(at, Who.NEW, "poster", "ios", DRAWN)
        items.counter.keep(replace(before, seq=before.seq + 1), Facts((scan,)))
    alone, together = (
        counted(items.code.code, items.counter.changes, records) for records in (1, 300)
    )
    assert (alone.write_units, alone.read_units) == (2, 1)
    assert 0 < together.write_units < 0.05


def test_a_bar_that_is_missed_is_said_with_what_would_meet_it() -> None:
    small = Stack(ROOM, (), 100)
    found = bills(small, (EACH, _count), (BLOCKS, _count), WORK, ROUND)
    missed = found["usd_per_million_http_api"]
    assert not missed.met
    changes = dict(what_if(missed, ROUND))
    assert changes["all of these"] < changes["no access log of the API"] < missed.total


def test_less_memory_is_less_of_a_core() -> None:
    assert Work().writing_ms(1769) < Work().writing_ms(256) < Work().writing_ms(128)
    assert Work().writing_ms(3538) == Work().writing_ms(1769)


def test_every_price_names_its_page() -> None:
    content = json.loads(prices.LIST.read_text("utf-8"))
    assert set(content["pages"]) == set(content["usd"])
    assert all(page.startswith("https://aws.amazon.com/") for page in content["pages"].values())
    assert prices.read().http_api_request == 1e-6


def test_the_bills_of_this_template_have_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cost.json"
    assert main(["--json", str(file)]) == 0
    found = json.loads(file.read_text())
    for name, one in found["bills"].items():
        assert found[name] == pytest.approx(sum(one["positions"].values()), abs=1e-3)
        assert one["met"] == (one["bar"] is None or found[name] <= one["bar"])
    assert "usd_per_million_http_api" in found["bills"]
    assert ("MISSED" in capsys.readouterr().out) == (
        not all(b["met"] for b in found["bills"].values())
    )


def test_the_room_writes_no_line_for_a_call_that_went_well() -> None:
    assert stack.read(load(ROOT / "template.yaml")).room.platform_bytes == 0


def test_answers_are_the_rooms_own() -> None:
    assert 250 < redirect_bytes() < 800
    assert 3_000 < page_bytes() < 30_000
