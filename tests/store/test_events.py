"""The event log: both ways of appending, and reading."""

import random
import threading
from collections.abc import Iterator

import boto3
import pytest

from hearth.domain.errors import Malformed, NotFound, Oversized
from hearth.domain.events import Event, Message, Other
from hearth.domain.groups import GroupRef
from hearth.platforms.neutral import NAME
from hearth.runtime.aws_json import dynamodb
from hearth.store.events import Events
from hearth.store.events_http import EventLogHttp
from tests.conftest import Aws
from tests.support.unique import unique

Log = Events | EventLogHttp


def _events(aws: Aws) -> Events:
    return Events(aws.names["EVENTS_TABLE"])


@pytest.fixture(params=["pynamodb", "http"])
def log(request: pytest.FixtureRequest, aws: Aws) -> Iterator[Log]:
    if request.param == "pynamodb":
        yield _events(aws)
        return
    service = dynamodb()
    yield EventLogHttp(aws.names["EVENTS_TABLE"], service)
    service.close()


@pytest.fixture
def group() -> GroupRef:
    return GroupRef("onebot", "main", unique())


def _event(group: GroupRef, at: int = 1_700_000_000_000, raw: bytes = b"{}") -> Event:
    return Event(group, at, Other("test"), raw)


def test_an_event_is_stored_once_with_one_request(aws: Aws, log: Log, group: GroupRef) -> None:
    with aws.proxy.counting() as operations:
        assert log.append(_event(group), received=5)
    assert operations == ["DynamoDB.PutItem"]
    assert not log.append(_event(group), received=6)
    stored = _events(aws).newest(group)
    assert [(item.received, item.body) for item in stored] == [(5, b"{}")]


def test_of_many_appends_at_once_one_wins(log: Log, group: GroupRef) -> None:
    won: list[bool] = []
    threads = [
        threading.Thread(target=lambda: won.append(log.append(_event(group), 1)))
        for _ in range(1 if isinstance(log, EventLogHttp) else 8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(won) == 1


def test_two_events_of_one_second_are_both_kept(aws: Aws, log: Log, group: GroupRef) -> None:
    log.append(_event(group, raw=b"first"), 1)
    log.append(_event(group, raw=b"second"), 1)
    assert {item.body for item in _events(aws).newest(group)} == {b"first", b"second"}


def test_a_body_that_does_not_fit_an_item_is_refused(log: Log, group: GroupRef) -> None:
    noise = random.Random(1).randbytes(500_000)
    with pytest.raises(Oversized, match="390000"):
        log.append(_event(group, raw=noise), 1)


def test_events_are_paged_newest_first(aws: Aws, group: GroupRef) -> None:
    log = _events(aws)
    for at in (1, 3, 2):
        log.append(_event(group, at, str(at).encode()), at)
    newest = log.newest(group, limit=2)
    assert [item.body for item in newest] == [b"3", b"2"]
    assert [item.body for item in log.newest(group, before=newest[-1].key)] == [b"1"]


def test_an_event_knows_who_reads_it(aws: Aws, group: GroupRef) -> None:
    event = Event(group, 7, Message("1", "m", "hi"), b"{}", NAME)
    log = _events(aws)
    log.append(event, 1)
    assert log.get(group, event.key).reader == NAME


def test_a_replay_of_an_unknown_event_is_an_error(aws: Aws, group: GroupRef) -> None:
    with pytest.raises(NotFound):
        _events(aws).replay(group, "0#0")


def test_an_item_that_lost_its_columns_is_still_listed(aws: Aws, group: GroupRef) -> None:
    keys = {"group": {"S": group.id}, "key": {"S": "0000000000001#damaged"}}
    item = {**keys, "body": {"B": b"damaged"}}
    boto3.client("dynamodb").put_item(TableName=aws.names["EVENTS_TABLE"], Item=item)
    [found] = _events(aws).newest(group)
    assert (found.key, found.received) == ("0000000000001#damaged", 0)


def test_an_item_without_a_body_is_told_as_damaged(aws: Aws, group: GroupRef) -> None:
    keys = {"group": {"S": group.id}, "key": {"S": "0000000000001#empty"}}
    boto3.client("dynamodb").put_item(TableName=aws.names["EVENTS_TABLE"], Item=keys)
    found = _events(aws).get(group, "0000000000001#empty")
    with pytest.raises(Malformed, match="the stored body is missing"):
        found.read(lambda *_: _event(group))
