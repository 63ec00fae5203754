"""The webhook room: what it answers, what it stores, what it asks of AWS."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from functions.webhook import app
from functions.webhook.app import handler
from hearth.domain.errors import HearthError, Misconfigured, Unavailable
from hearth.domain.groups import GroupRef
from hearth.runtime.aws_json import AwsError
from hearth.store.events import Events
from infra.local import vendors
from tests.conftest import Aws
from tests.events.sign import sample
from tests.support.gateway import http_event
from tests.support.unique import unique

SECRET = "shared with the OneBot program"


@pytest.fixture
def account(keep_secret: Callable[[str, object], None]) -> str:
    name = unique()
    keep_secret(f"accounts/onebot/{name}", {"secret": SECRET})
    keep_secret(f"accounts/telegram/{name}", {"secret_token": SECRET.replace(" ", "_")})
    return name


def _post(
    account: str,
    body: bytes,
    headers: dict[str, str] | None = None,
    platform: str = "onebot",
    encode: bool = False,
) -> dict[str, Any]:
    headers = vendors.onebot_headers(SECRET, 10001000, body) if headers is None else headers
    parameters = {"platform": platform, "account": account}
    path = f"/webhook/{platform}/{account}"
    event = http_event("POST", path, body, headers, parameters=parameters, encode=encode)
    return handler(event, None)  # type: ignore[arg-type]


def _stored(aws: Aws, account: str, chat: str = "87654321") -> list[bytes]:
    found = Events(aws.names["EVENTS_TABLE"]).newest(GroupRef("onebot", account, chat))
    return [item.body for item in found]


@pytest.mark.parametrize("encode", [False, True], ids=["as text", "base64"])
def test_a_genuine_message_is_stored_as_it_came(aws: Aws, account: str, encode: bool) -> None:
    body = sample("onebot/group_message_vector_o1.json")
    answer = _post(account, body, encode=encode)
    assert (answer["statusCode"], answer["body"]) == (204, "")
    assert _stored(aws, account) == [body]


def test_a_callback_is_one_write(aws: Aws, account: str) -> None:
    _post(account, sample("onebot/heartbeat.json"))  # the account's secret is cached from now on
    with aws.proxy.counting("DynamoDB") as operations:
        _post(account, sample("onebot/group_message_plain.json"))
    assert operations == ["DynamoDB.PutItem"]


def test_a_repeated_callback_is_acknowledged_and_kept_once(aws: Aws, account: str) -> None:
    body = sample("onebot/group_message_plain.json")
    assert {_post(account, body)["statusCode"] for _ in range(3)} == {204}
    assert len(_stored(aws, account)) == 1


@pytest.mark.parametrize(
    "headers",
    [{}, {"x-signature": ""}, {"x-signature": "sha1="}, {"X-Signature": "sha1=" + "0" * 40}],
)
def test_a_forged_callback_is_refused_without_a_word(
    aws: Aws, account: str, headers: dict[str, str]
) -> None:
    answer = _post(account, sample("onebot/group_message_plain.json"), headers)
    assert (answer["statusCode"], answer["body"]) == (401, "")
    assert _stored(aws, account) == []


def test_header_names_are_read_in_any_case(account: str) -> None:
    body = sample("onebot/group_message_plain.json")
    headers = vendors.onebot_headers(SECRET, 1, body)
    assert _post(account, body, {k.upper(): v for k, v in headers.items()})["statusCode"] == 204


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"post_type":"message"}',
        b'{"time":"soon","post_type":"message","message_type":"group"}',
        b'{"time":1,"post_type":"message","message_type":"group","group_id":{},"user_id":1}',
        b'{"time":1e400,"post_type":"meta_event","meta_event_type":"heartbeat"}',
    ],
)
def test_a_signed_body_that_cannot_be_read_gets_a_reason(account: str, body: bytes) -> None:
    answer = _post(account, body)
    assert answer["statusCode"] == 400
    assert json.loads(answer["body"])["error"]


def test_a_body_over_one_megabyte_is_refused(account: str) -> None:
    assert _post(account, b" " * 1_000_001)["statusCode"] == 413


def test_a_broken_base64_body_is_refused(account: str) -> None:
    parameters = {"platform": "onebot", "account": account}
    event = http_event("POST", "/", b"###", parameters=parameters)
    assert handler({**event, "isBase64Encoded": True}, None)["statusCode"] == 400  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("platform", "account"),
    [("onebot", "nobody"), ("myspace", "main"), ("onebot", "../main"), ("", ""), ("onebot", "A")],
)
def test_an_unknown_platform_or_account_is_not_found(aws: Aws, platform: str, account: str) -> None:
    answer = _post(account, b"{}", {}, platform)
    assert answer["statusCode"] == 404


def test_an_unknown_account_is_looked_up_once(aws: Aws) -> None:
    name = unique()
    with aws.proxy.counting() as operations:
        for _ in range(3):
            _post(name, b"{}", {})
    assert operations == ["AmazonSSM.GetParameter"]


def test_an_unknown_event_of_a_known_platform_is_kept(aws: Aws, account: str) -> None:
    body = sample("onebot/unknown_notice.json")
    assert _post(account, body)["statusCode"] == 204
    assert body in _stored(aws, account) + _stored(aws, account, "-")


def test_when_the_table_is_down_the_platform_is_told_to_come_again(
    aws: Aws, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = sample("onebot/group_message_plain.json")
    _post(account, sample("onebot/heartbeat.json"))
    with aws.proxy.failing("DynamoDB.PutItem"):
        answer = _post(account, body)
    assert answer["statusCode"] == 503
    assert _stored(aws, account) == []
    assert _post(account, body)["statusCode"] == 204


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (AwsError("AccessDeniedException", "arn:aws:sts::123456789012:role/webhook may not"), 500),
        (Misconfigured("parameter accounts/onebot/123456789012 is not a JSON object"), 500),
        (Unavailable("ssm GetParameter: 123456789012"), 503),
    ],
)
def test_our_own_troubles_are_told_to_the_log_alone(
    monkeypatch: pytest.MonkeyPatch,
    error: HearthError,
    status: int,
) -> None:
    class Locked:
        def account(self, platform: str, account: str) -> dict[str, str]:
            raise error

    logged: list[object] = []
    monkeypatch.setattr(app, "room", lambda: (Locked(), None))
    monkeypatch.setattr(app.logger, "warning", lambda *_, extra: logged.append(extra["reason"]))
    answer = _post("main", b"{}")
    assert answer["statusCode"] == status
    assert json.loads(answer["body"]) == {"error": "not now: try again"}
    assert logged == [str(error)]
