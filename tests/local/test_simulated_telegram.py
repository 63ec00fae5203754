"""Does the simulator answer as the Telegram Bot API documents it?"""

import pytest

from tests.local.simulated import TELEGRAM, Caller


@pytest.fixture
def caller() -> Caller:
    return Caller()


def test_a_telegram_method_succeeds(caller: Caller) -> None:
    sent = caller.telegram("sendMessage", {"chat_id": -100, "text": "hello"})
    count = caller.telegram("getChatMemberCount", {"chat_id": -100})

    assert sent.body["ok"] is True
    assert sent.body["result"]["message_id"] == 1
    assert count.body["result"] == 3
    assert {call["account"] for call in caller.control("GET", "/calls").body} == {"42"}


@pytest.mark.parametrize(
    ("base", "method", "body", "code", "text"),
    [
        ("/bot", "getMe", {}, 404, "Not Found"),
        (TELEGRAM, "noSuchMethod", {}, 404, "Not Found: method not found"),
        (TELEGRAM, "sendMessage", {"chat_id": 1}, 400, "Bad Request: message text is empty"),
        (TELEGRAM, "sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
        (TELEGRAM, "sendMessage", b"[", 400, "Bad Request: the body is not JSON"),
        (
            TELEGRAM,
            "sendMessage",
            {"chat_id": 1, "text": "x" * 4097},
            400,
            "Bad Request: message is too long",
        ),
    ],
)
def test_a_telegram_request_that_is_wrong_says_why(
    caller: Caller, base: str, method: str, body: object, code: int, text: str
) -> None:
    reply = caller.telegram(method, body, base)

    assert reply.status == code
    assert reply.body == {"ok": False, "error_code": code, "description": text}


def test_an_invite_link_bears_what_it_was_made_with(caller: Caller) -> None:
    wish = {"chat_id": -100, "name": "lc_tea_1", "member_limit": 5}
    made = caller.telegram("createChatInviteLink", wish).body["result"]
    assert made["invite_link"].startswith("https://t.me/+")
    assert (made["name"], made["member_limit"]) == ("lc_tea_1", 5)
    refused = caller.telegram("createChatInviteLink", {**wish, "member_limit": 100_000})
    assert refused.status == 400


def test_a_telegram_message_is_deleted_once(caller: Caller) -> None:
    message = {"chat_id": -100, "message_id": 7}

    assert caller.telegram("deleteMessage", message).body == {"ok": True, "result": True}
    again = caller.telegram("deleteMessage", message)

    assert again.body["description"] == "Bad Request: message to delete not found"


def test_a_wrong_telegram_token_is_unauthorised(caller: Caller) -> None:
    caller.control("PUT", "/tokens", {"telegram/42": "42:another"})

    assert caller.telegram("getMe", {}).body["error_code"] == 401
