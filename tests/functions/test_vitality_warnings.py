"""Warnings of the minute tick on real tables: at once, once, and whatever lies beside them."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import boto3
import pytest

from functions.vitality.app import handler
from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.notices import Notice, NoticeKind
from hearth.domain.plans import replanned
from hearth.domain.scans import Facts
from hearth.runtime.clock import now_ms
from hearth.store.communities import Communities
from hearth.store.livecodes import LiveCodes
from hearth.store.notices import Notices
from hearth.usecases.redealing import redealt, with_destination
from tests.conftest import Aws
from tests.support.unique import unique

HOUR_MS = 3_600_000
OFTEN = "ignore:No application metrics to publish"


class Shop:
    """A community and its live codes."""

    def __init__(self, aws: Aws) -> None:
        self.table = LiveCodes(aws.names["LIVECODES_TABLE"])
        self.notices = Notices(aws.names["NOTICES_TABLE"])
        self.community = unique()
        communities = Communities(aws.names["COMMUNITIES_TABLE"])
        communities.add(Community(self.community, "Tea", "en", "UTC", "", 1))

    def new(self, left: float) -> LiveCode:
        """A code whose only group ends in ``left`` hours, entered now."""
        until = now_ms() + round(left * HOUR_MS)
        group = Destination("d1", Kind.LINK, "https://t.example/a", 9, until)
        bare = LiveCode(unique(), self.community, "Tea", -1, (group,))
        code = replanned(bare, Counter(0, -1), now_ms()).code
        self.table.add(code)
        return code

    def save(self, code: LiveCode) -> None:
        """Dealt anew."""
        assert self.table.replan(replanned(code, self.table.counter(code.code), now_ms()))

    @property
    def open(self) -> list[Notice]:
        return self.notices.open_of(self.community)[0]


@pytest.fixture(autouse=True)
def minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a tenth one, in which domains are probed."""
    monkeypatch.setenv("PUBLIC_URL", "https://hearth.example")
    monkeypatch.setattr("functions.vitality.app.now_ms", lambda: 60_000)


@pytest.fixture
def shop(aws: Aws) -> Shop:
    return Shop(aws)


@pytest.fixture
def damaged(aws: Aws, shop: Shop) -> Iterator[str]:
    """A code that is due and cannot be read; gone after the test."""
    code, table = shop.new(1).code, boto3.client("dynamodb")
    key: dict[str, Any] = {"code": {"S": code}, "part": {"S": "code"}}
    table.update_item(
        TableName=aws.names["LIVECODES_TABLE"],
        Key=key,
        UpdateExpression="SET destinations = :wrong",
        ExpressionAttributeValues={":wrong": {"S": json.dumps({"a": 1})}},
    )
    yield code
    table.delete_item(TableName=aws.names["LIVECODES_TABLE"], Key=key)


def _tick() -> None:
    """As many minutes as it takes to look at all that other tests have left, too."""
    table, before = LiveCodes(os.environ["LIVECODES_TABLE"]), list[str]()
    while True:
        handler({"source": "aws.events"}, None)  # type: ignore[arg-type]
        due = table.due(now_ms(), 100)
        if due == before or not due:
            return
        before = due


@pytest.mark.parametrize(("left", "mark"), [(1, 2), (20, 24), (40, 48)])
def test_what_is_entered_late_is_warned_of_by_the_next_tick_and_once(
    shop: Shop, left: float, mark: int
) -> None:
    code = shop.new(left)
    _tick()
    (first,) = shop.open
    assert (first.facts["hours"], first.told > 0) == (mark, True)
    shop.save(shop.table.load(code.code))
    _tick()
    assert shop.open == [first]


def test_an_end_that_is_moved_closes_its_warning(shop: Shop) -> None:
    code = shop.new(1)
    _tick()
    assert len(shop.open) == 1
    known = shop.table.load(code.code)
    later = replace(known.destinations[0], valid_until=now_ms() + 99 * HOUR_MS)
    shop.save(replace(known, destinations=(later,)))
    _tick()
    assert shop.open == []


def test_a_group_that_is_added_closes_what_is_said_of_a_full_code_by_the_next_tick(
    shop: Shop,
) -> None:
    code = shop.new(99).code
    shop.table.take(code, 9, Facts())
    shop.save(shop.table.load(code))
    _tick()
    full, task = NoticeKind.LIVECODE_FULL, NoticeKind.LIVECODE_NEXT_GROUP
    assert {known.kind for known in shop.open} == {full, task}
    group = Destination("d2", Kind.LINK, "https://t.example/b", 100)
    redealt(shop.table, code, lambda known: with_destination(known, group), now_ms)
    _tick()
    assert shop.open == []


@pytest.mark.filterwarnings(OFTEN)
def test_a_code_that_cannot_be_read_fails_the_tick_and_stops_no_other(
    shop: Shop, damaged: str, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    shop.new(1)
    with pytest.raises(Unavailable, match="warned"):
        _tick()
    assert len(shop.open) == 1 and damaged in caplog.text
    _tick()
    assert damaged not in shop.table.due(now_ms() + HOUR_MS // 2, 100)
    assert damaged in shop.table.due(now_ms() + HOUR_MS, 100)
