"""Invitation tokens: they lead like the code's own address, and say who came."""

from collections.abc import Callable
from typing import Any

import boto3
import pytest

from functions.livecode.app import handler
from hearth.domain.invitations import Invitation, make_token
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.scans import Seen, read_facts
from hearth.store.livecodes import LiveCodes
from tests.conftest import Aws
from tests.support.gateway import http_event
from tests.support.unique import unique

PHONE = "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50"
KEY = "a-key-of-tests"
FIRST = Destination("first", Kind.LINK, "https://t.example/one", capacity=1)
SECOND = Destination("second", Kind.LINK, "https://t.example/two", capacity=5)


@pytest.fixture
def codes(aws: Aws, keep_secret: Callable[[str, object], None]) -> LiveCodes:
    keep_secret("livecode/visitor-key", KEY)
    return LiveCodes(aws.names["LIVECODES_TABLE"])


@pytest.fixture
def code(codes: LiveCodes) -> str:
    bare = LiveCode(unique(), "tea", "Tea", -1, (FIRST, SECOND))
    codes.add(replanned(bare, Counter(0, -1), now=1).code)
    return bare.code


def _ask(path: str, cookie: str = "", agent: str = PHONE, **parameters: str) -> dict[str, Any]:
    headers = {"user-agent": agent, "cookie": cookie, "accept-language": "en"}
    event = http_event("GET", path, headers=headers, parameters=parameters)
    return handler(event, None)  # type: ignore[arg-type]


def _invited(token: str, cookie: str = "", agent: str = PHONE) -> dict[str, Any]:
    return _ask(f"/i/{token}", cookie, agent, token=token)


def _seen(aws: Aws, code: str) -> Seen:
    key = {"code": {"S": code}, "part": {"S": "counter"}}
    found = boto3.client("dynamodb").get_item(TableName=aws.names["LIVECODES_TABLE"], Key=key)
    return read_facts(found["Item"]["last_scan"]["S"]).seen[-1]


@pytest.mark.parametrize("channel", ["invitation", "mail-7"])
def test_who_was_invited_is_led_and_known(aws: Aws, code: str, channel: str) -> None:
    token = make_token(KEY, Invitation(code, "ann-1", channel))
    answer = _invited(token)
    assert (answer["statusCode"], answer["headers"]["location"]) == (302, "https://t.example/one")
    seen = _seen(aws, code)
    assert (seen.person, seen.channel, seen.device) == ("ann-1", channel, "wechat-android")


def test_a_scan_by_invitation_is_one_write_too(aws: Aws, code: str) -> None:
    token = make_token(KEY, Invitation(code, "ann-1"))
    _invited(token)
    with aws.proxy.counting("DynamoDB") as operations:
        _invited(token)
    assert operations == ["DynamoDB.UpdateItem"]


def test_the_same_visitor_comes_back_by_either_address(codes: LiveCodes, code: str) -> None:
    token = make_token(KEY, Invitation(code, "ann-1"))
    by_invitation = _invited(token)
    cookie = by_invitation["cookies"][0].partition(";")[0]
    for again in (_ask(f"/c/{code}", cookie, code=code), _invited(token, cookie)):
        assert again["headers"]["location"] == "https://t.example/one"
    assert codes.counter(code).seq == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: token.replace("ann-1", "ann-2"),
        lambda token: token.partition(".")[0],
        lambda token: token + ".x",
        lambda token: "x" * 3000,
        lambda token: "/../console",
        lambda token: "\udcff.\udcff.\udcff",
    ],
)
def test_a_forged_invitation_is_like_an_unknown_code(
    aws: Aws, codes: LiveCodes, code: str, change: Callable[[str], str]
) -> None:
    token = make_token(KEY, Invitation(code, "ann-1"))
    with aws.proxy.counting("DynamoDB") as operations:
        answer = _invited(change(token))
    assert answer["statusCode"] == 404 and "does not exist" in answer["body"]
    assert answer["headers"]["cache-control"] == "no-store"
    assert "DynamoDB.UpdateItem" not in operations and codes.counter(code).scans == 0


def test_an_invitation_to_a_code_that_never_was_is_not_found(codes: LiveCodes) -> None:
    assert _invited(make_token(KEY, Invitation(unique(), "ann-1")))["statusCode"] == 404


def test_a_preview_of_an_invitation_takes_no_seat(codes: LiveCodes, code: str) -> None:
    token = make_token(KEY, Invitation(code, "ann-1"))
    answer = _invited(token, agent="TelegramBot (like TwitterBot)")
    assert answer["statusCode"] == 200 and "t.example" not in answer["body"]
    assert codes.counter(code).seq == 0
