"""What Hearth says to Telegram, and how it understands the answer."""

import time
from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.actions import Action, DeleteMessage, Kick, Mute, OpenWay, PostText
from hearth.domain.deliveries import Later, Outcome, Refused, Sent, Unclear
from hearth.domain.errors import Misconfigured
from hearth.platforms.telegram_api import outcome, request
from hearth.ports import ApiResponse
from tests.events.sign import TELEGRAM

CHAT = "-1001234567890"
POST, DELETE, MUTE, KICK = (
    PostText("你好 <b>"),
    DeleteMessage("1365"),
    Mute("1111111", 600),
    Kick("1111111"),
)
DAY = 86_400


def answer(status: int, content: dict[str, Any] | None = None) -> ApiResponse:
    return ApiResponse(status, content or {}, {})


def refusal(status: int, description: str, **parameters: Any) -> ApiResponse:
    content = {"ok": False, "error_code": status, "description": description}
    return answer(status, {**content, "parameters": parameters} if parameters else content)


def seconds_from_now(payload: Any) -> int:
    return int(payload["until_date"]) - int(time.time())


@pytest.mark.parametrize(
    ("action", "method", "payload"),
    [
        (POST, "sendMessage", {"chat_id": -1001234567890, "text": "你好 <b>"}),
        (DELETE, "deleteMessage", {"chat_id": -1001234567890, "message_id": 1365}),
    ],
)
def test_posting_and_deleting(action: Action, method: str, payload: dict[str, Any]) -> None:
    call = request(CHAT, action, TELEGRAM)
    assert call.url == f"http://127.0.0.1:8081/bot{TELEGRAM['bot_token']}/{method}"
    assert call.payload == payload


@pytest.mark.parametrize(
    ("wanted", "given"), [(600, 600), (5, 60), (DAY, DAY), (400 * DAY, 365 * DAY)]
)
def test_a_mute_is_never_for_ever(wanted: int, given: int) -> None:
    call = request(CHAT, Mute("1111111", wanted), TELEGRAM)
    assert call.url.endswith("/restrictChatMember")
    assert call.payload["user_id"] == 1111111
    assert given - 2 <= seconds_from_now(call.payload) <= given
    permissions = call.payload["permissions"]
    assert isinstance(permissions, dict)
    assert "can_send_messages" in permissions
    assert not any(permissions.values())


def test_a_kick_is_a_ban_that_ends_by_itself() -> None:
    call = request(CHAT, KICK, TELEGRAM)
    assert call.url.endswith("/banChatMember")
    assert call.payload["user_id"] == 1111111
    assert 30 < seconds_from_now(call.payload) <= 60


def test_the_public_address_is_the_default() -> None:
    call = request(CHAT, POST, {"bot_token": "1:a"})
    assert call.url == "https://api.telegram.org/bot1:a/sendMessage"


@pytest.mark.parametrize("token", ["", "1:a/../x", "1:a?b", "1:a b", "1:ä"])
def test_a_token_that_cannot_stand_in_an_address_is_named_but_not_shown(token: str) -> None:
    with pytest.raises(Misconfigured, match="bot_token") as caught:
        request(CHAT, POST, {"bot_token": token})
    assert not token or token not in str(caught.value)


@pytest.mark.parametrize(
    ("chat", "action", "field"),
    [
        ("@readers", POST, "chat"),
        (CHAT, DeleteMessage("x"), "message"),
        (CHAT, Mute("x", 60), "member"),
        (CHAT, Mute("1", -5), "seconds"),
        (CHAT, Kick("x"), "member"),
    ],
)
def test_an_order_that_cannot_be_said_is_refused(chat: str, action: Action, field: str) -> None:
    with pytest.raises(Misconfigured, match=f"“{field}”"):
        request(chat, action, TELEGRAM)


@pytest.mark.parametrize(
    ("action", "response", "expected"),
    [
        (POST, answer(200, {"ok": True, "result": {"message_id": 7}}), Sent("7")),
        (MUTE, answer(200, {"ok": True, "result": True}), Sent()),
        (
            POST,
            refusal(429, "Too Many Requests: retry after 5", retry_after=5),
            Later(5, "HTTP 429"),
        ),
        (POST, refusal(429, "Too Many Requests"), Later(30, "HTTP 429")),
        (DELETE, refusal(502, "Bad Gateway"), Later(30, "HTTP 502")),
        (KICK, answer(500), Later(30, "HTTP 500")),
        (
            DELETE,
            refusal(400, "Bad Request: message to delete not found"),
            Sent("was gone already"),
        ),
        (
            POST,
            refusal(400, "Bad Request: message to delete not found"),
            Refused("Bad Request: message to delete not found (HTTP 400)"),
        ),
        (
            DELETE,
            refusal(400, "Bad Request: message can't be deleted"),
            Refused("Bad Request: message can't be deleted (HTTP 400)"),
        ),
        (
            POST,
            refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
            Refused("Forbidden: bot was kicked from the supergroup chat (HTTP 403)"),
        ),
        (
            POST,
            refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1005),
            Refused("the group has become -1005: Bad Request: group chat was upgraded"),
        ),
        (POST, answer(400, {"parameters": []}), Refused("no reason given (HTTP 400)")),
    ],
)
def test_answers(action: Action, response: ApiResponse, expected: Outcome) -> None:
    assert outcome(action, response) == expected


@pytest.mark.parametrize("status", [500, 502, 504])
def test_after_a_server_s_error_a_post_is_in_doubt(status: int) -> None:
    assert isinstance(outcome(POST, answer(status)), Unclear)


@pytest.mark.parametrize("status", [401, 404])
def test_a_wrong_token_is_named(status: int) -> None:
    result = outcome(POST, refusal(status, "Unauthorized"))
    assert isinstance(result, Refused)
    assert "“bot_token”" in result.reason


@pytest.mark.parametrize("status", [200, 302])
def test_a_page_of_somebody_else_is_no_answer(status: int) -> None:
    result = outcome(POST, answer(status))
    assert isinstance(result, Unclear)
    assert "api_base" in result.reason


WAY = OpenWay("lc_tea_poster_1a2b3c", 200, 1_800_000_000_999, "Tea ", 2)
LINK = "https://t.me/+AbCdEf"


def test_a_way_is_an_invite_link_with_name_bound_and_end() -> None:
    call = request(CHAT, WAY, TELEGRAM)
    assert call.url.endswith("/createChatInviteLink")
    assert call.payload == {
        "chat_id": -1001234567890,
        "name": "lc_tea_poster_1a2b3c",
        "member_limit": 200,
        "expire_date": 1_800_000_000,
    }


def test_a_way_without_an_end_has_none() -> None:
    assert "expire_date" not in request(CHAT, replace(WAY, valid_until=0), TELEGRAM).payload


@pytest.mark.parametrize("limit", [0, -1, 100_000])
def test_a_bound_that_telegram_would_not_take_is_named(limit: int) -> None:
    with pytest.raises(Misconfigured, match="“member_limit”"):
        request(CHAT, replace(WAY, member_limit=limit), TELEGRAM)


def test_the_link_is_what_came_of_it() -> None:
    response = answer(200, {"ok": True, "result": {"invite_link": LINK, "name": "lc_tea"}})
    assert outcome(WAY, response) == Sent(LINK, {"address": LINK})


@pytest.mark.parametrize(
    "response",
    [
        answer(502),
        answer(200, {"ok": True, "result": True}),
        answer(200, {"ok": True, "result": {"invite_link": "javascript:alert(1)"}}),
        answer(200, {"ok": True, "result": {"invite_link": "https://t.me/" + "x" * 500}}),
        answer(200, {"ok": True, "result": {"invite_link": 5}}),
    ],
)
def test_a_link_that_may_have_been_made_is_in_doubt(response: ApiResponse) -> None:
    doubt = outcome(WAY, response)
    assert isinstance(doubt, Unclear)
    assert "invite links" in doubt.reason


def test_a_bot_without_the_right_to_invite_is_refused() -> None:
    response = refusal(400, "Bad Request: not enough rights to manage chat invite link")
    assert isinstance(outcome(WAY, response), Refused)
