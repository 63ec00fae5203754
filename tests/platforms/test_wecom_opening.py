"""WeCom's callbacks are opened only when genuine."""

from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Misconfigured, Unverified
from hearth.platforms import wecom
from tests.events import sign
from tests.events.sign import WECOM, sample
from tests.platforms.vectors import VECTORS


def secrets_of(vector: dict[str, Any]) -> dict[str, str]:
    return {
        "token": vector["token"],
        "encoding_aes_key": vector["encoding_aes_key"],
        "receive_id": vector["receiveid"],
    }


def query_of(vector: dict[str, Any]) -> dict[str, str]:
    return {name: vector[name] for name in ("msg_signature", "timestamp", "nonce")}


@pytest.mark.parametrize("id_", ["A1", "B1"])
@pytest.mark.parametrize("damage", ["+", " "])
def test_the_address_is_proven(id_: str, damage: str) -> None:
    vector = VECTORS[id_]
    query = {**query_of(vector), "echostr": vector["encrypt"].replace("+", damage)}
    reply = wecom.handshake(Callback("GET", {}, query, b""), secrets_of(vector))
    assert reply == Reply(200, vector["plaintext"], "text/plain; charset=utf-8")


@pytest.mark.parametrize("id_", ["A2", "B2", "B3", "D1"])
def test_callbacks_of_the_vectors_are_opened(id_: str) -> None:
    vector = VECTORS[id_]
    body = f"<xml><Encrypt><![CDATA[{vector['encrypt']}]]></Encrypt></xml>".encode()
    callback = Callback("POST", {}, query_of(vector), body)
    assert wecom.handshake(callback, secrets_of(vector)) is None
    assert wecom.open(callback, secrets_of(vector)).decode() == vector["plaintext"]


JOIN = sign.wecom(sample("wecom/join_qr.xml"))


ECHO = sign.wecom_verification("1616140317555161061")


def test_the_address_of_our_own_account_is_proven() -> None:
    reply = wecom.handshake(ECHO, WECOM)
    assert reply is not None
    assert reply.body == "1616140317555161061"


@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce", "echostr"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_parameter_is_named(name: str, value: str | None) -> None:
    query = {key: text for key, text in ECHO.query.items() if key != name}
    query |= {} if value is None else {name: value}
    with pytest.raises(Malformed, match=f"“{name}”"):
        wecom.handshake(replace(ECHO, query=query), WECOM)
    if name != "echostr":
        with pytest.raises(Malformed, match=f"“{name}”"):
            wecom.open(replace(JOIN, query=query), WECOM)


@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce", "echostr"])
def test_a_changed_parameter_is_refused(name: str) -> None:
    for wrong in ("0" + ECHO.query[name], ECHO.query[name][:-1], "é", "\udcff"):
        with pytest.raises(Unverified):
            wecom.handshake(replace(ECHO, query={**ECHO.query, name: wrong}), WECOM)


def test_a_changed_body_is_refused() -> None:
    start = JOIN.body.index(b"<Encrypt><![CDATA[") + 18
    for place in range(start, start + 40):
        changed = bytearray(JOIN.body)
        changed[place] = ord("A") if changed[place] != ord("A") else ord("B")
        with pytest.raises(Unverified):
            wecom.open(replace(JOIN, body=bytes(changed)), WECOM)


def test_another_corporation_with_the_same_token_and_key_is_refused() -> None:
    with pytest.raises(Unverified, match="receive_id"):
        wecom.open(JOIN, {**WECOM, "receive_id": "ww0000000000other0"})
    with pytest.raises(Unverified, match="receive_id"):
        wecom.open(JOIN, {**WECOM, "receive_id": ""})


@pytest.mark.parametrize(
    ("name", "error"),
    [("token", Unverified), ("encoding_aes_key", Misconfigured), ("receive_id", Unverified)],
)
def test_an_account_without_a_setting_refuses_everything(name: str, error: type) -> None:
    secrets = {key: value for key, value in WECOM.items() if key != name}
    with pytest.raises(error, match=f"“{name}”"):
        wecom.open(JOIN, secrets)


def test_an_echo_that_is_no_text() -> None:
    from hearth.platforms import wxcrypt

    encrypted = wxcrypt.encrypt(WECOM["encoding_aes_key"], b"\xff", WECOM["receive_id"], bytes(16))
    query = {"timestamp": "1", "nonce": "n", "echostr": encrypted}
    query["msg_signature"] = wxcrypt.signature(WECOM["token"], "1", "n", encrypted)
    with pytest.raises(Malformed, match="echostr"):
        wecom.handshake(Callback("GET", {}, query, b""), WECOM)


DOCTYPE = b'<!DOCTYPE xml [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"", "not XML"),
        (b"{}", "not XML"),
        (b"\x00", "not XML"),
        (b"<xml></xml>", "“Encrypt” is missing"),
        (b"<xml><Encrypt/></xml>", "“Encrypt” is missing"),
        (b"<xml><Encrypt> </Encrypt></xml>", "“Encrypt” is missing"),
        (b"<xml><a><Encrypt>x</Encrypt></a></xml>", "“Encrypt” is missing"),
        (DOCTYPE + b"<xml><Encrypt>&a;</Encrypt></xml>", "document type or entities"),
        (b"<!doctype xml><xml/>", "document type or entities"),
        (b'<?xml version="1.0" encoding="no-such"?><xml/>', "not XML"),
        (b'<?xml version="1.0" encoding="gb18030"?><xml/>', "not XML"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><x/>'.encode("utf-16"), "not XML"),
        (b"<a>" * 100_000, "not XML"),
        (b"<xml>&a;</xml>", "not XML"),
    ],
)
def test_envelopes_that_are_none(body: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        wecom.open(replace(JOIN, body=body), WECOM)
