"""What Hearth says to a OneBot program, and how it understands the answer."""

from typing import Any

import pytest

from hearth.domain.actions import Action, DeleteMessage, Kick, Mute, PostText
from hearth.domain.deliveries import Later, Outcome, Refused, Sent, Unclear
from hearth.domain.errors import Misconfigured
from hearth.platforms.onebot_api import outcome, request
from hearth.ports import ApiResponse
from tests.events.sign import ONEBOT

POST, DELETE, MUTE, KICK = (
    PostText("[CQ:at,qq=all] 你好"),
    DeleteMessage("-1943863297"),
    Mute("12345678", 600),
    Kick("12345678"),
)


def answer(status: int, content: dict[str, Any] | None = None, **headers: str) -> ApiResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ApiResponse(status, content or {}, named)


@pytest.mark.parametrize(
    ("action", "name", "payload"),
    [
        (
            POST,
            "send_group_msg",
            {
                "group_id": 87654321,
                "message": [{"type": "text", "data": {"text": "[CQ:at,qq=all] 你好"}}],
            },
        ),
        (DELETE, "delete_msg", {"message_id": -1943863297}),
        (MUTE, "set_group_ban", {"group_id": 87654321, "user_id": 12345678, "duration": 600}),
        (
            KICK,
            "set_group_kick",
            {"group_id": 87654321, "user_id": 12345678, "reject_add_request": False},
        ),
    ],
)
def test_each_action_is_one_call(action: Action, name: str, payload: dict[str, Any]) -> None:
    call = request("87654321", action, ONEBOT)
    assert call.url == f"http://127.0.0.1:5700/{name}"
    assert call.payload == payload
    assert call.headers == {"Authorization": f"Bearer {ONEBOT['access_token']}"}


def test_a_missing_address_is_named() -> None:
    with pytest.raises(Misconfigured, match="no “api_base”"):
        request("1", POST, {**ONEBOT, "api_base": ""})


def test_a_program_without_a_token_is_sent_none() -> None:
    assert request("1", POST, {**ONEBOT, "access_token": ""}).headers == {}


@pytest.mark.parametrize("base", ["127.0.0.1:5700", "ftp://x", "file:///etc", "http://a b"])
def test_a_wrong_address_is_named(base: str) -> None:
    with pytest.raises(Misconfigured, match="api_base"):
        request("1", POST, {**ONEBOT, "api_base": base})


def test_a_slash_at_the_end_of_the_address_does_no_harm() -> None:
    call = request("1", POST, {**ONEBOT, "api_base": "https://bot.example/api/"})
    assert call.url == "https://bot.example/api/send_group_msg"


@pytest.mark.parametrize(
    ("chat", "action", "field"),
    [
        ("x", POST, "chat"),
        ("1", DeleteMessage("1.5"), "message"),
        ("1", Mute("", 60), "member"),
        ("1", Mute("5", 0), "seconds"),
        ("1", Kick("9" * 30), "member"),
    ],
)
def test_an_order_that_cannot_be_said_is_refused(chat: str, action: Action, field: str) -> None:
    with pytest.raises(Misconfigured, match=f"“{field}”"):
        request(chat, action, ONEBOT)


FAILED = {
    "status": "failed",
    "retcode": 1400,
    "data": None,
    "message": "m",
    "wording": "不是管理员",
}


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (answer(200, {"status": "ok", "retcode": 0, "data": {"message_id": -5}}), Sent("-5")),
        (answer(200, {"status": "ok", "retcode": 0, "data": None}), Sent()),
        (answer(200, {"status": "async", "retcode": 1, "data": None}), Sent()),
        (answer(200, FAILED), Refused("不是管理员")),
        (answer(200, {"status": "failed", "message": "m"}), Refused("m")),
        (answer(200, {"status": "failed", "retcode": 100}), Refused("100")),
        (answer(200, {"status": "failed"}), Refused("no reason given")),
        (answer(400, {"message": "bad"}), Refused("HTTP 400: bad")),
        (answer(429, {}, Retry_After="7"), Later(7, "HTTP 429")),
        (answer(429), Later(30, "HTTP 429")),
        (answer(429, {}, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"), Later(30, "HTTP 429")),
        (answer(429, {}, retry_after="nan"), Later(30, "HTTP 429")),
        (answer(429, {}, retry_after="inf"), Later(30, "HTTP 429")),
        (answer(429, {}, retry_after="-4"), Later(1, "HTTP 429")),
        (answer(429, {}, retry_after="86400"), Later(3600, "HTTP 429")),
    ],
)
def test_answers(response: ApiResponse, expected: Outcome) -> None:
    assert outcome(POST, response) == expected


@pytest.mark.parametrize(
    ("status", "setting"), [(401, "access_token"), (403, "access_token"), (404, "api_base")]
)
def test_a_refusal_names_the_setting(status: int, setting: str) -> None:
    result = outcome(DELETE, answer(status, {"message": "token verify failed!"}))
    assert isinstance(result, Refused)
    assert f"“{setting}”" in result.reason


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_after_a_server_s_error_only_a_post_is_in_doubt(status: int) -> None:
    assert isinstance(outcome(POST, answer(status)), Unclear)
    for action in (DELETE, MUTE, KICK):
        assert outcome(action, answer(status)) == Later(30, f"HTTP {status}")


@pytest.mark.parametrize("content", [{}, {"status": 5}, {"status": ["ok"]}])
def test_a_page_of_somebody_else_is_no_answer(content: dict[str, Any]) -> None:
    result = outcome(DELETE, answer(200, content))
    assert isinstance(result, Unclear)
    assert "api_base" in result.reason
