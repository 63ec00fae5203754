"""What Lambda hears when something goes wrong that no room expects, and what it does not hear."""

import socket
from contextlib import ExitStack
from typing import Any

from tests.conftest import Aws
from tests.events import sign
from tests.runtime.conftest import Keep, Start
from tests.runtime.room import settings_of, started
from tests.support.console_room import RECORDED
from tests.support.gateway import http_event
from tests.support.unique import unique


def _telegram(account: str, **more: Any) -> dict[str, Any]:
    callback = sign.telegram(sign.sample("telegram/group_message_plain.json"))
    parameters = {"platform": "telegram", "account": account}
    headers = dict(callback.headers)
    return http_event("POST", "/webhook", callback.body, headers, parameters=parameters) | more


def test_an_unexpected_error_is_reported_without_secrets(running: Start, keep: Keep) -> None:
    account = unique()
    keep(f"accounts/telegram/{account}", sign.TELEGRAM)
    room = running("webhook")
    failed = room.invoke(_telegram(account, requestContext=None))
    assert (failed.kind, failed.content["errorType"]) == ("error", "TypeError")
    assert failed.request == failed.content["requestId"]
    told = f"{failed.content}{room.log}"
    assert "hearth/runtime/http.py" in told
    assert not [secret for secret in sign.TELEGRAM.values() if secret in told]
    assert room.invoke(_telegram(account)).content["statusCode"] == 200


def test_console_names_the_request_under_which_it_noted_an_error(running: Start) -> None:
    room = running("console")
    answer = room.invoke(RECORDED | {"requestContext": {"http": {"path": "/api/session"}}})
    assert answer.content["statusCode"] == 500
    assert f"noted as request {answer.request}" in answer.content["body"]
    noted = [line for line in room.log.splitlines() if "request failed" in line]
    assert f'"function_request_id":"{answer.request}"' in noted[-1]
    assert '"function_name":"hearth-console"' in noted[-1]


def test_rooms_answer_in_time_when_aws_does_not(aws: Aws) -> None:
    parameters = {"platform": "onebot", "account": "main", "code": "tea1"}
    event = http_event("GET", "/", headers={"user-agent": "Firefox"}, parameters=parameters)
    with ExitStack() as stack:
        silent = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        rooms = [
            stack.enter_context(started(name, _without_answer(name, address)))
            for name in ("webhook", "livecode")
        ]
        for room in rooms:
            room.hand_over(event)
        answers = [room.outcome() for room in rooms]
    assert [answer.content["statusCode"] for answer in answers] == [503, 503]
    assert all(answer.in_time for answer in answers)


def _without_answer(name: str, address: str) -> dict[str, str]:
    """Settings of a room whose AWS listens and says nothing, with the patience of production."""
    settings = settings_of(name) | {"AWS_ENDPOINT_URL": address}
    del settings["AWS_ANSWER_TIMEOUT_S"]
    return settings
