"""OneBot reports are believed only when signed."""

from dataclasses import replace

import pytest

from hearth.domain.callbacks import Callback
from hearth.domain.errors import Malformed, Unverified
from hearth.platforms import onebot
from infra.local import vendors
from tests.events import sign
from tests.platforms.vectors import VECTORS

BODY = sign.sample("onebot/group_message_link.json")


def test_vector_o1() -> None:
    vector = VECTORS["O1"]
    body = vector["body"].encode()
    callback = Callback("POST", {"x-signature": vector["x_signature"]}, {}, body)
    assert onebot.open(callback, {"secret": vector["secret"]}) == body
    headers = vendors.onebot_headers(vector["secret"], 10001000, body)
    assert headers["x-signature"] == vector["x_signature"]


def test_a_signed_report_is_opened() -> None:
    callback = sign.onebot(BODY)
    assert onebot.handshake(callback, sign.ONEBOT) is None
    assert onebot.open(callback, sign.ONEBOT) == BODY


@pytest.mark.parametrize("secrets", [{}, {"secret": ""}])
def test_an_account_without_a_secret_refuses_everything(secrets: dict[str, str]) -> None:
    with pytest.raises(Unverified, match="no “secret”"):
        onebot.open(sign.onebot(BODY, secret=""), secrets)


def test_another_secret_is_refused() -> None:
    with pytest.raises(Unverified):
        onebot.open(sign.onebot(BODY, "another"), sign.ONEBOT)


@pytest.mark.parametrize("place", range(5, 45))
def test_one_changed_character_of_the_signature(place: int) -> None:
    callback = sign.onebot(BODY)
    right = callback.headers["x-signature"]
    wrong = right[:place] + ("0" if right[place] != "0" else "1") + right[place + 1 :]
    with pytest.raises(Unverified):
        onebot.open(replace(callback, headers={"x-signature": wrong}), sign.ONEBOT)


def test_one_changed_byte_of_the_body() -> None:
    callback = sign.onebot(BODY)
    with pytest.raises(Unverified):
        onebot.open(replace(callback, body=BODY.replace(b"101", b"100")), sign.ONEBOT)


@pytest.mark.parametrize("headers", [{}, {"x-signature": ""}, {"x-signature": "sha1=é\udcff"}])
def test_no_signature_or_a_strange_one(headers: dict[str, str]) -> None:
    with pytest.raises(Unverified):
        onebot.open(Callback("POST", headers, {}, BODY), sign.ONEBOT)


def test_another_bot_with_the_same_secret() -> None:
    secrets = {**sign.ONEBOT, "self_id": "10001001"}
    with pytest.raises(Unverified, match="self_id"):
        onebot.open(sign.onebot(BODY), secrets)
    callback = sign.onebot(BODY)
    lying = {**callback.headers, "x-self-id": "10001001"}
    with pytest.raises(Unverified, match="self_id"):
        onebot.open(replace(callback, headers=lying), secrets)
    with pytest.raises(Unverified, match="self_id"):
        onebot.open(replace(callback, headers=lying), sign.ONEBOT)


def test_the_bot_is_not_compared_when_none_is_set() -> None:
    secrets = {"secret": sign.ONEBOT["secret"]}
    assert onebot.open(sign.onebot(BODY), secrets) == BODY


def test_a_signed_body_without_the_bot_s_number() -> None:
    with pytest.raises(Malformed, match="self_id"):
        onebot.open(sign.onebot(b"{}"), sign.ONEBOT)
