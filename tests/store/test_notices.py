"""Notices: raised once, listed newest first, open until somebody has dealt with them."""

from dataclasses import replace
from typing import Any

import boto3
import pytest

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.notices import Notice, NoticeKind, notice
from hearth.store.notices import Notices
from tests.conftest import Aws
from tests.fakes.notices import FakeNotices
from tests.support.both import BOTH, either
from tests.support.unique import unique

Book = Notices | FakeNotices


@pytest.fixture(params=BOTH)
def notices(request: pytest.FixtureRequest) -> Book:
    return either(request, FakeNotices, Notices, "NOTICES_TABLE")


def _raised(community: str, at: int = 1000, occasion: str = "") -> Notice:
    facts = {"code": "abcd", "name": "茶友会", "seats": 200, "shown": "nobody"}
    subject, occasion = f"livecode:{unique()}", occasion or unique()
    return notice(NoticeKind.LIVECODE_FULL, community, subject, occasion, facts, at, "/x")


def test_a_notice_comes_back_as_it_was_raised(notices: Book) -> None:
    facts = {"code": "a", "name": "“x”\ud800", "percent": 95.5, "left": 0, "seats": 2, "full_at": 0}
    raised = notice(NoticeKind.LIVECODE_FILLING, unique(), "x", unique(), facts, 7, "/x")
    assert notices.add(raised)
    assert notices.get(raised.community, raised.id) == raised


def test_a_notice_is_raised_once_even_when_it_was_dealt_with(notices: Book) -> None:
    raised = _raised(unique())
    assert notices.add(raised)
    assert not notices.add(replace(raised, raised=2000))
    notices.finish(raised.community, raised.id, 3000, "ann")
    assert not notices.add(raised)
    assert notices.get(raised.community, raised.id).raised == 1000


def test_the_same_matter_is_one_of_each_community(notices: Book) -> None:
    raised = _raised(unique())
    assert notices.add(raised) and notices.add(replace(raised, community=unique()))


def test_notices_are_listed_newest_first_in_pages(notices: Book) -> None:
    community = unique()
    raised = [_raised(community, at) for at in (1000, 2000, 3000)]
    for one in raised:
        notices.add(one)
    first, cursor = notices.of_community(community, limit=2)
    rest, end = notices.of_community(community, cursor, limit=2)
    assert first + rest == raised[::-1] and end == ""


def test_what_was_dealt_with_is_no_longer_open(notices: Book) -> None:
    community = unique()
    old, new = _raised(community, 1000), _raised(community, 2000)
    for one in (old, new):
        notices.add(one)
    done = notices.finish(community, new.id, 5000, "ann")
    assert done == replace(new, done=5000, by="ann")
    assert notices.open_of(community) == ([old], "")
    assert notices.count_open(community) == 1
    assert notices.of_community(community)[0] == [done, old]
    with pytest.raises(Conflict):
        notices.finish(community, new.id, 6000, "ben")
    assert notices.get(community, new.id) == done


def test_what_was_never_raised_cannot_be_dealt_with(notices: Book) -> None:
    for attempt in (
        lambda: notices.finish(unique(), "x", 1, "ann"),
        lambda: notices.mark_told(unique(), "x", 1),
    ):
        with pytest.raises(Conflict):
            attempt()
    with pytest.raises(NotFound):
        notices.get(unique(), "x")


def test_a_notice_waits_to_be_told_until_it_was(notices: Book) -> None:
    community = unique()
    first, second, late = (_raised(community, at) for at in (1000, 2000, 9000))
    for one in (second, first, late):
        notices.add(one)
    assert _own(notices.untold(9000), community) == [first, second]
    notices.mark_told(community, first.id, 8000)
    assert notices.get(community, first.id).told == 8000
    assert notices.open_of(community)[0][-1].id == first.id
    notices.finish(community, second.id, 8000, "")
    assert _own(notices.untold(9000), community) == []


def test_what_was_dealt_with_before_it_was_told_may_still_be_marked(notices: Book) -> None:
    raised = _raised(unique())
    notices.add(raised)
    notices.finish(raised.community, raised.id, 5000, "ann")
    notices.mark_told(raised.community, raised.id, 6000)
    assert notices.get(raised.community, raised.id) == replace(
        raised, told=6000, done=5000, by="ann"
    )


def test_what_hearth_closed_opens_again_with_newer_facts(notices: Book) -> None:
    raised = _raised(unique())
    notices.add(raised)
    notices.mark_told(raised.community, raised.id, 1500)
    again = replace(raised, raised=3000, facts={**raised.facts, "seats": 7})
    assert not notices.reopen(again, untold=False)
    for untold in (False, True):
        notices.finish(raised.community, raised.id, 2000, "")
        assert notices.reopen(again, untold=untold)
        assert notices.get(raised.community, raised.id) == replace(again, told=1500)
        assert [one.id for one in notices.open_of(raised.community)[0]] == [raised.id]
        assert bool(_own(notices.untold(4000), raised.community)) is untold


def test_what_somebody_dealt_with_stays_closed(notices: Book) -> None:
    raised = _raised(unique())
    assert not notices.reopen(raised, untold=True)
    notices.add(raised)
    notices.finish(raised.community, raised.id, 2000, "ann")
    assert not notices.reopen(raised, untold=True)
    assert notices.open_of(raised.community) == ([], "")


def test_a_notice_is_forgotten_after_a_year(aws: Aws) -> None:
    notices, raised = Notices(aws.names["NOTICES_TABLE"]), _raised(unique(), 1_700_000_000_000)
    notices.add(raised)
    (item,) = [
        one
        for one in _items(aws, raised.community)
        if one["expires"] == {"N": str(1_700_000_000 + 365 * 86_400)}
    ]
    assert item["notice"] == {"S": raised.id}


def test_what_each_costs(aws: Aws) -> None:
    notices, raised = Notices(aws.names["NOTICES_TABLE"]), _raised(unique())
    with aws.proxy.counting() as asked:
        notices.add(raised)
        notices.mark_told(raised.community, raised.id, 1)
        notices.open_of(raised.community)
        notices.count_open(raised.community)
        notices.finish(raised.community, raised.id, 2, "ann")
    assert asked == [
        "DynamoDB.PutItem",
        "DynamoDB.UpdateItem",
        "DynamoDB.Query",
        "DynamoDB.Query",
        "DynamoDB.UpdateItem",
    ]


def test_the_count_has_an_end(aws: Aws) -> None:
    notices, community = Notices(aws.names["NOTICES_TABLE"]), unique()
    for at in range(10_000, 10_105):
        notices.add(_raised(community, at))
    with aws.proxy.counting() as asked:
        assert notices.count_open(community) == 100
    assert asked == ["DynamoDB.Query"]


@pytest.mark.parametrize(
    "damage", [{"kind": {"S": "moon-full"}}, {"facts": {"S": "{"}}, {"urgency": {"S": ""}}]
)
def test_a_notice_that_cannot_be_read_hides_no_other(
    aws: Aws, caplog: pytest.LogCaptureFixture, damage: dict[str, dict[str, str]]
) -> None:
    notices, good, bad = Notices(aws.names["NOTICES_TABLE"]), _raised(unique()), unique()
    notices.add(good)
    (item,) = _items(aws, good.community)
    table = boto3.client("dynamodb")
    damaged: dict[str, Any] = {**item, "notice": {"S": bad}, **damage}
    table.put_item(TableName=aws.names["NOTICES_TABLE"], Item=damaged)
    assert _own(notices.untold(9000, 100), good.community) == [good]
    assert notices.open_of(good.community) == ([good], "")
    assert notices.count_open(good.community) == 1
    assert notices.of_community(good.community) == ([good], "") and bad in caplog.text
    key = {"community": item["community"], "notice": {"S": bad}}
    table.delete_item(TableName=aws.names["NOTICES_TABLE"], Key=key)


def _own(found: list[Notice], community: str) -> list[Notice]:
    return [one for one in found if one.community == community]


def _items(aws: Aws, community: str) -> list[dict[str, dict[str, str]]]:
    found = boto3.client("dynamodb").query(
        TableName=aws.names["NOTICES_TABLE"],
        KeyConditionExpression="community = :c",
        ExpressionAttributeValues={":c": {"S": community}},
    )
    return found["Items"]  # type: ignore[return-value]
