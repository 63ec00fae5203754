"""Feishu's callbacks are opened only when genuine."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.callbacks import Callback
from hearth.domain.errors import Malformed, Misconfigured, Unverified
from hearth.platforms import feishu, feishu_crypt, freshness
from infra.local import vendors_feishu
from tests.events import sign
from tests.events.sign import sample
from tests.platforms.vectors import VECTORS

VENDOR = sign.VENDORS["feishu"]
SECRETS = VENDOR.SECRETS
BODY = sample("feishu/message_text.json")
CALLBACK = VENDOR.signed(BODY)
PLAIN = {"verification_token": SECRETS["verification_token"], "plain": "yes"}
QUESTION: dict[str, Any] = {
    "type": "url_verification",
    "token": SECRETS["verification_token"],
    "challenge": "c-1“x”",
}
HEADERS = [name for name in CALLBACK.headers if name.startswith("x-lark")]


def post(content: Any, headers: dict[str, str] | None = None) -> Callback:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Callback("POST", headers or {}, {}, body)


def sealed(content: Any) -> bytes:
    return vendors_feishu.sealed(SECRETS["encrypt_key"], json.dumps(content).encode())


def test_the_vendor_s_example_is_decrypted_and_encrypted() -> None:
    vector = VECTORS["F1"]
    plain = feishu_crypt.decrypt(vector["encrypt_key"], vector["encrypt"])
    assert plain.decode() == vector["plaintext"]
    iv = feishu_crypt.base64.b64decode(vector["encrypt"])[:16]
    assert feishu_crypt.encrypt(vector["encrypt_key"], plain, iv) == vector["encrypt"]


def test_the_known_signature_is_accepted_and_made() -> None:
    vector = VECTORS["F2"]
    body = vector["body"].encode()
    made = vendors_feishu.headers(vector["encrypt_key"], body, vector["timestamp"], vector["nonce"])
    assert made["x-lark-signature"] == vector["signature"]
    with pytest.raises(Malformed, match="the body is not JSON"):
        # Genuine, but its content is no callback.
        feishu.open(post(body, made), {**SECRETS, "encrypt_key": vector["encrypt_key"]})


@given(st.binary())
def test_what_is_encrypted_is_decrypted(message: bytes) -> None:
    assert feishu_crypt.decrypt("k", feishu_crypt.encrypt("k", message, b"0" * 16)) == message


@pytest.mark.parametrize(
    ("encrypted", "complaint"),
    [
        ("", "whole blocks"),
        ("AAAA", "whole blocks"),
        ("A" * 64 + "AA==", "whole blocks"),
        ("%%%%", "not base64"),
        ("é", "not base64"),
        ("A" * 43 + "=", "padding"),
    ],
)
def test_what_is_no_ciphertext_is_refused(encrypted: str, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        feishu_crypt.decrypt("k", encrypted)


@pytest.mark.parametrize("content", [b"x" * 15 + b"\0", b"x" * 15 + b"\x11", b"x" * 14 + b"\1\2"])
def test_a_wrong_padding_is_refused(content: bytes) -> None:
    encryptor = feishu_crypt._cipher("k", b"0" * 16).encryptor()
    raw = b"0" * 16 + encryptor.update(content) + encryptor.finalize()
    with pytest.raises(Malformed, match="padding"):
        feishu_crypt.decrypt("k", feishu_crypt.base64.b64encode(raw).decode())


def test_a_genuine_callback_is_opened() -> None:
    assert feishu.handshake(CALLBACK, SECRETS) is None
    assert feishu.open(CALLBACK, SECRETS) == BODY


@pytest.mark.parametrize("name", HEADERS)
def test_a_changed_header_is_refused(name: str) -> None:
    right = CALLBACK.headers[name]
    for wrong in ("0" + right, right[:-1] or "x", "é", "\udcff"):
        callback = replace(CALLBACK, headers={**CALLBACK.headers, name: wrong})
        if wrong:
            with pytest.raises(Unverified):
                feishu.handshake(callback, SECRETS)
            with pytest.raises(Unverified):
                feishu.open(callback, SECRETS)


@pytest.mark.parametrize("name", HEADERS)
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_header_is_named(name: str, value: str | None) -> None:
    headers = {key: text for key, text in CALLBACK.headers.items() if key != name}
    headers |= {} if value is None else {name: value}
    with pytest.raises(Malformed, match=name):
        feishu.open(replace(CALLBACK, headers=headers), SECRETS)


@pytest.mark.parametrize("seal", [sealed, lambda content: json.dumps(content).encode()])
def test_the_address_is_proven(seal: Any) -> None:
    reply = feishu.handshake(post(seal(QUESTION)), SECRETS if seal is sealed else PLAIN)
    assert reply is not None
    assert (reply.status, json.loads(reply.body)) == (200, {"challenge": "c-1“x”"})
    assert reply.content_type.startswith("application/json")


def test_the_question_may_be_signed() -> None:
    reply = feishu.handshake(VENDOR.signed(json.dumps(QUESTION).encode()), SECRETS)
    assert reply is not None
    assert json.loads(reply.body) == {"challenge": "c-1“x”"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (sealed({**QUESTION, "token": "another"}), "“token”"),
        (sealed({**QUESTION, "token": None}), "“token”"),
        (sealed({**QUESTION, "type": "event"}), "no X-Lark-Signature"),
        (json.dumps(QUESTION).encode(), "no X-Lark-Signature"),
        (b'{"encrypt": "AAAA"}', "no X-Lark-Signature"),
        (b"\xff", "no X-Lark-Signature"),
        (CALLBACK.body, "no X-Lark-Signature"),
    ],
)
def test_strangers_get_no_answer_and_do_not_learn_what_was_wrong(body: bytes, reason: str) -> None:
    with pytest.raises(Unverified, match=reason):
        feishu.handshake(post(body), SECRETS)


def test_plain_callbacks_are_opened_where_the_account_says_so() -> None:
    assert feishu.handshake(post(BODY), PLAIN) is None
    assert feishu.open(post(BODY), PLAIN) == BODY
    with pytest.raises(Unverified, match="“token”"):
        feishu.open(post(BODY), {**PLAIN, "verification_token": "another"})
    with pytest.raises(Malformed, match="“x-lark-request-timestamp” is missing"):
        feishu.open(post(BODY), {**PLAIN, "encrypt_key": "k"})


@pytest.mark.parametrize("name", ["encrypt_key", "verification_token"])
def test_an_account_without_a_secret_refuses_everything(name: str) -> None:
    with pytest.raises(Unverified, match=f"“{name}”"):
        feishu.open(CALLBACK, {**SECRETS, name: ""})
    with pytest.raises(Unverified, match=f"“{name}”"):
        feishu.handshake(post(sealed(QUESTION)), {**SECRETS, name: ""})


def test_another_app_or_token_is_refused() -> None:
    with pytest.raises(Unverified, match="app_id"):
        feishu.open(CALLBACK, {**SECRETS, "app_id": "cli_other"})
    with pytest.raises(Unverified, match="verification_token"):
        feishu.open(CALLBACK, {**SECRETS, "verification_token": "another"})
    assert feishu.open(CALLBACK, {**SECRETS, "app_id": ""}) == BODY


def test_old_callbacks_are_refused_where_the_account_wants_it_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fresh = {**SECRETS, "replay_seconds": "300"}
    monkeypatch.setattr(freshness, "now_ms", lambda: 1754400301_000)
    assert feishu.open(CALLBACK, fresh) == BODY
    monkeypatch.setattr(freshness, "now_ms", lambda: 1754400302_000)
    with pytest.raises(Unverified, match="300 s"):
        feishu.open(CALLBACK, fresh)
    with pytest.raises(Misconfigured, match="replay_seconds"):
        feishu.open(CALLBACK, {**SECRETS, "replay_seconds": "soon"})
    key = SECRETS["encrypt_key"]
    body = vendors_feishu.sealed(key, BODY)
    with pytest.raises(Unverified, match="Timestamp must be"):
        feishu.open(post(body, vendors_feishu.headers(key, body, "noon", "n")), fresh)
