"""What Telegram did not send is refused in words."""

import json
from typing import Any

import pytest

from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Other
from hearth.domain.groups import NO_CHAT
from hearth.platforms import telegram
from tests.events import sign
from tests.events.sign import sample
from tests.platforms.telegram_updates import update


@pytest.mark.parametrize("value", [5, "x", [], {"chat": 1, "date": "x"}, {"chat": {"type": []}}])
def test_unknown_kinds_may_be_anything(value: object) -> None:
    event = telegram.read("tg1", json.dumps({"update_id": 1, "dream": value}).encode())
    assert (event.fact, event.group.chat, event.at) == (Other("dream"), NO_CHAT, 0)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"date": None}, "“message.date” is missing"),
        ({"chat": None}, "“message.chat” is missing"),
        ({"chat": {"id": 1}}, "“message.chat.type” is missing"),
        ({"chat": {"type": "group"}}, "“message.chat.id” is missing"),
        ({"message_id": "1"}, "“message.message_id” must be a whole number"),
        ({"from": None}, "“message.from” is missing"),
        ({"from": {"id": None}}, "“message.from.id” is missing"),
        ({"text": 5}, "“message.text” must be a string"),
        ({"entities": {}}, "“message.entities” must be a list of objects"),
        ({"entities": [{"type": "url"}]}, "“message.entities[0].offset” is missing"),
        (
            {"entities": [{"type": "url", "offset": -1, "length": 1}]},
            "“message.entities[0].offset” must be a whole number from 0",
        ),
        ({"entities": [{"type": "text_link"}]}, "“message.entities[0].url” is missing"),
        ({"reply_to_message": []}, "“message.reply_to_message” must be an object"),
        (
            {"reply_markup": {"inline_keyboard": [5]}},
            "“message.reply_markup.inline_keyboard.row” must be a list of objects",
        ),
        ({"new_chat_members": [{}]}, "“message.new_chat_members[0].id” is missing"),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed) as caught:
        telegram.read("tg1", update(**changes))
    assert str(caught.value) == complaint


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"{}", "“update_id” is missing"),
        (b'{"update_id":-1}', "“update_id” must be"),
        (b'{"update_id":1}', "nothing but “update_id”"),
        (b'{"update_id":1,"message":null}', "“message” is missing"),
        (b'{"update_id":1,"message":[]}', "“message” must be an object"),
        (b"nonsense", "not JSON"),
    ],
)
def test_updates_that_are_none(body: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        telegram.read("tg1", body)


BODY = sample("telegram/group_message_link.json")


def test_the_secret_header_opens() -> None:
    callback = sign.telegram(BODY)
    assert telegram.handshake(callback, sign.TELEGRAM) is None
    assert telegram.open(callback, sign.TELEGRAM) == BODY


@pytest.mark.parametrize("secret", ["", "another", "a-secret-token-of-test", "é", "\udcff"])
def test_another_secret_is_refused(secret: str) -> None:
    with pytest.raises(Unverified, match="does not match"):
        telegram.open(sign.telegram(BODY, secret), sign.TELEGRAM)


@pytest.mark.parametrize("secrets", [{}, {"secret_token": ""}])
def test_an_account_without_a_secret_refuses_everything(secrets: dict[str, str]) -> None:
    with pytest.raises(Unverified, match="no “secret_token”"):
        telegram.open(sign.telegram(BODY, ""), secrets)
