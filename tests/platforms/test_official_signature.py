"""An Official Account's callbacks are opened only when genuine, and encrypted unless allowed."""

from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import HearthError, Malformed, Unverified
from hearth.platforms import freshness, official, wxcrypt
from infra.local import vendors_official
from tests.events.sign import sample
from tests.events.signed.official import PLAIN, SECRETS, plain, signed, verification
from tests.platforms.vectors import VECTORS, of_kind

TEXT = signed(sample("official/text.xml"))
OPEN = plain(sample("official/text.xml"))
ECHO = verification("5927782489442352469")
AS_TEXT = {"x-content-type-options": "nosniff"}


def envelope(encrypted: str, more: str = "") -> bytes:
    return f"<xml>{more}<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>".encode()


def resigned(encrypted: str) -> Callback:
    """A callback whose signatures are right, whatever it holds."""
    query = vendors_official.query(SECRETS["token"], "1754400001", "n1")
    proof = wxcrypt.signature(SECRETS["token"], "1754400001", "n1", encrypted)
    return Callback("POST", {}, {**query, "msg_signature": proof}, envelope(encrypted))


@pytest.mark.parametrize("vector", of_kind("oa_plain_signature"), ids=lambda it: str(it["id"]))
def test_the_address_is_proven_by_each_known_signature(vector: dict[str, Any]) -> None:
    token = vector["token"]
    query = {name: vector[name] for name in ("timestamp", "nonce", "signature")}
    assert vendors_official.query(token, vector["timestamp"], vector["nonce"]) == query
    callback = Callback("GET", {}, {**query, "echostr": "a+b/ <b>=="}, b"")
    reply = official.handshake(callback, {"token": token})
    assert reply == Reply(200, "a+b/ <b>==", "text/plain; charset=utf-8", AS_TEXT)


@pytest.mark.parametrize("id_", ["B1", "B2", "B3", "C1"])
@pytest.mark.parametrize("more", ["", "<Content>something else</Content>"])
@pytest.mark.parametrize("allowed", ["", "no", "yes"])
def test_known_messages_are_opened_by_what_is_encrypted(id_: str, more: str, allowed: str) -> None:
    vector = VECTORS[id_]
    query = vendors_official.query(vector["token"], vector["timestamp"], vector["nonce"])
    query |= {"encrypt_type": "aes", "msg_signature": vector["msg_signature"]}
    secrets = {name: vector[name] for name in ("token", "encoding_aes_key")}
    secrets |= {"app_id": vector["receiveid"], "plain": allowed}
    callback = Callback("POST", {}, query, envelope(vector["encrypt"], more))
    assert official.handshake(callback, secrets) is None
    assert official.open(callback, secrets).decode() == vector["plaintext"]


def test_plain_messages_are_opened_only_if_the_account_allows_it() -> None:
    assert official.open(OPEN, PLAIN) == OPEN.body
    for secrets in (SECRETS, {**PLAIN, "plain": "no"}, {**PLAIN, "plain": ""}):
        with pytest.raises(Unverified, match="not encrypted"):
            official.open(OPEN, secrets)


def test_what_claims_to_be_encrypted_must_be() -> None:
    query = {**OPEN.query, "encrypt_type": "aes"}
    with pytest.raises(Malformed, match="“Encrypt” is missing"):
        official.open(replace(OPEN, query=query), PLAIN)


@pytest.mark.parametrize("name", ["signature", "timestamp", "nonce", "echostr", "msg_signature"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_parameter_is_named(name: str, value: str | None) -> None:
    own = {} if value is None else {name: value}
    for callback in (ECHO, TEXT):
        if name in callback.query:
            rest = {key: text for key, text in callback.query.items() if key != name}
            with pytest.raises(Malformed, match=f"“{name}”"):
                answered(replace(callback, query=rest | own))


def answered(callback: Callback) -> Reply | bytes:
    return official.handshake(callback, SECRETS) or official.open(callback, SECRETS)


@pytest.mark.parametrize("name", ["signature", "timestamp", "nonce", "msg_signature"])
def test_a_changed_parameter_is_refused(name: str) -> None:
    for callback in (ECHO, TEXT):
        value = callback.query.get(name, "")
        for wrong in ("0" + value, value[:-1] + "x", "é", "\udcff") if value else ():
            with pytest.raises(Unverified, match="signature” does not match"):
                answered(replace(callback, query={**callback.query, name: wrong}))


def test_every_changed_character_of_what_is_encrypted_is_refused() -> None:
    start = TEXT.body.index(b"<Encrypt><![CDATA[") + 18
    for place in range(start, TEXT.body.index(b"]]></Encrypt>")):
        wrong = b"A" if TEXT.body[place : place + 1] != b"A" else b"B"
        changed = TEXT.body[:place] + wrong + TEXT.body[place + 1 :]
        with pytest.raises(Unverified, match="“msg_signature” does not match"):
            official.open(replace(TEXT, body=changed), SECRETS)


def test_the_signature_of_the_address_alone_opens_nothing() -> None:
    wrong = {**TEXT.query, "msg_signature": TEXT.query["signature"]}
    with pytest.raises(Unverified, match="“msg_signature” does not match"):
        official.open(replace(TEXT, query=wrong), SECRETS)


def test_nothing_is_parsed_before_the_signature_is_right() -> None:
    bomb = replace(TEXT, body=b"<!DOCTYPE xml><xml/>")
    with pytest.raises(Unverified):
        official.open(replace(bomb, query={**TEXT.query, "nonce": "n2"}), SECRETS)
    with pytest.raises(Malformed, match="document type or entities"):
        official.open(bomb, SECRETS)


def test_another_account_with_the_same_token_and_key_is_refused() -> None:
    with pytest.raises(Unverified, match="another “app_id”"):
        official.open(TEXT, {**SECRETS, "app_id": "wx0000000000other0"})


@pytest.mark.parametrize("name", ["token", "encoding_aes_key", "app_id"])
@pytest.mark.parametrize("value", [None, ""])
def test_an_account_without_a_setting_refuses_everything(name: str, value: str | None) -> None:
    rest = {key: text for key, text in SECRETS.items() if key != name}
    for allowed in ("yes", "no"):
        with pytest.raises(Unverified, match=f"the account has no “{name}”"):
            own = {} if value is None else {name: value}
            official.open(TEXT, {**rest, **own, "plain": allowed})


def test_an_address_is_not_proven_without_a_token() -> None:
    with pytest.raises(Unverified, match="“token”"):
        official.handshake(ECHO, {})


def padded(plain: bytes) -> str:
    """Encrypted as it is, without a padding of our own."""
    import base64

    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = base64.b64decode(SECRETS["encoding_aes_key"] + "=")
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(encryptor.update(plain) + encryptor.finalize()).decode()


@pytest.mark.parametrize(
    ("encrypted", "complaint"),
    [
        ("not base64!", "not base64"),
        ("AAAA", "whole blocks"),
        (padded(bytes(64)), "wrong padding"),
        (padded(bytes(63) + bytes([33])), "wrong padding"),
        (padded(bytes(16) + b"\xff\xff\xff\xff" + bytes(43) + b"\x01"), "shorter than it says"),
    ],
)
def test_what_is_signed_but_cannot_be_decrypted(encrypted: str, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        official.open(resigned(encrypted), SECRETS)


def test_a_cut_message_is_refused() -> None:
    whole = TEXT.body.split(b"CDATA[")[2].split(b"]]>")[0].decode()
    for end in range(0, len(whole), 4):
        with pytest.raises(HearthError):
            official.open(resigned(whole[:end]), SECRETS)


def test_an_old_callback_is_refused_if_the_account_bounds_their_age(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bounded = {**SECRETS, "replay_seconds": "60"}
    sent = 1754400001000
    for now, accepted in ((sent, True), (sent + 60_000, True), (sent + 60_001, False)):
        monkeypatch.setattr(freshness, "now_ms", lambda now=now: now)
        for callback in (ECHO, TEXT):
            if accepted:
                assert official.handshake(callback, bounded) or official.open(callback, bounded)
            else:
                with pytest.raises(Unverified, match="replay_seconds"):
                    official.handshake(callback, bounded)
                    official.open(callback, bounded)


@pytest.mark.parametrize("timestamp", ["soon", "-1", "1e9", "１", "17544000010"])
def test_a_time_that_is_none(timestamp: str) -> None:
    query = vendors_official.verification(SECRETS["token"], "1", timestamp, "n")
    with pytest.raises(Malformed, match="“timestamp” must be a time in seconds"):
        official.handshake(Callback("GET", {}, query, b""), SECRETS)
