"""The log of the room that answers scans, searched."""

import time

import boto3
import pytest

from hearth.domain.errors import Unavailable
from hearth.outbound.log_lines import LogLines
from tests.conftest import Aws
from tests.support.unique import unique

GROUP = "/aws/lambda/test-livecode"


def _written(*lines: str) -> int:
    """Write lines into a stream of their own; the moment they have, ms since 1970."""
    place, at = {"logGroupName": GROUP, "logStreamName": unique()}, round(time.time() * 1000)
    logs = boto3.client("logs")
    logs.create_log_stream(**place)
    logs.put_log_events(**place, logEvents=[{"timestamp": at, "message": line} for line in lines])
    return at


def _log(group: str = GROUP) -> LogLines:
    return LogLines(boto3.client("logs"), group)


def test_lines_with_the_word_are_found_those_that_say_the_same_too(aws: Aws) -> None:
    word = unique()
    at = _written(f"{word} 0 0 r\n", f"{word} 0 0 r\n", f"{word} 5 7 n\n", f"{unique()} 0 1 n\n")
    found = list(_log().lines(word, at - 1000, at + 1000))
    assert sorted(found) == [f"{word} 0 0 r", f"{word} 0 0 r", f"{word} 5 7 n"]


def test_what_is_of_another_time_is_not_found(aws: Aws) -> None:
    word = unique()
    at = _written(f"{word} 0 1 n")
    assert list(_log().lines(word, at - 9000, at - 5000)) == []


def test_a_log_that_is_not_there_is_unavailable(aws: Aws) -> None:
    with pytest.raises(Unavailable, match="log of /aws/lambda/none"):
        list(_log("/aws/lambda/none").lines("word", 0, 1))


class Overlapping:
    """A log whose pages overlap, as one that numbers its events may answer."""

    def filter_log_events(self, **asked: object) -> dict[str, object]:
        first, second = ({"eventId": str(n), "message": f"line {n}\n"} for n in (1, 2))
        if "nextToken" in asked:
            return {"events": [first, second]}
        return {"events": [first], "nextToken": "more"}


def test_an_event_that_two_pages_have_is_told_once() -> None:
    assert list(LogLines(Overlapping(), GROUP).lines("line", 0, 1)) == ["line 1", "line 2"]
