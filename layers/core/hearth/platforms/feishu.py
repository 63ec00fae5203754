"""Feishu (飞书) and Lark event callbacks, version 2.0: group chats.

Source: open.feishu.cn (event subscription) and larksuite/oapi-sdk-python.
Settings of an account: ``verification_token`` (required), ``encrypt_key`` (required unless
``plain`` is ``yes``), ``app_id`` (optional: the one app allowed), ``replay_seconds`` (optional).
"""

import json
from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Event
from hearth.platforms import feishu_crypt, feishu_facts, freshness
from hearth.platforms.fields import Fields, parse
from hearth.platforms.proof import same

_JSON = "application/json; charset=utf-8"
_STAMP, _NONCE, _SIGNATURE = (
    "x-lark-request-timestamp",
    "x-lark-request-nonce",
    "x-lark-signature",
)


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """Answer the question by which Feishu tests an address, which it may send unsigned."""
    if _key(secrets) and callback.headers.get(_SIGNATURE, ""):
        question = parse(_signed(callback, secrets))
    else:
        question = _unsigned(callback, secrets)
    if question.raw("type") != "url_verification":
        return None
    _require_token(question.text("token", ""), secrets)
    return Reply(200, json.dumps({"challenge": question.text("challenge")}), _JSON)


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """Verify and decrypt; raises Unverified, Malformed, Misconfigured naming the setting."""
    body = _signed(callback, secrets) if _key(secrets) else callback.body
    content = parse(body)
    # Callbacks of version 1 have no header.
    first = "header" not in content
    _require_token((content if first else content.child("header")).text("token", ""), secrets)
    app, place = secrets.get("app_id", ""), "event" if first else "header"
    if app and not same(app, content.optional(place).text("app_id", "")):
        raise Unverified("the callback is for another app than the account's “app_id”")
    return body


def read(account: str, body: bytes) -> Event:
    """Translate a decrypted callback; raises Malformed naming the field."""
    return feishu_facts.read(account, body)


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """An empty object."""
    return Reply(200, "{}", _JSON)


def _key(secrets: Mapping[str, str]) -> str:
    """The Encrypt Key; empty where the account does without."""
    key = secrets.get("encrypt_key", "")
    if not key and secrets.get("plain") != "yes":
        raise Unverified("the account has no “encrypt_key”: set the app's, or “plain” to “yes”")
    return key


def _signed(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """The plain body when the signature over the whole body is right."""
    stamp, nonce, claimed = (_header(callback, name) for name in (_STAMP, _NONCE, _SIGNATURE))
    expected = feishu_crypt.signature(stamp, nonce, _key(secrets), callback.body)
    if not same(expected, claimed):
        raise Unverified("X-Lark-Signature does not match the body")
    _require_fresh(stamp, secrets)
    return _decrypted(callback, secrets)


def _unsigned(callback: Callback, secrets: Mapping[str, str]) -> Fields:
    """What can only be the test of the address, or any plain callback."""
    if not _key(secrets):
        return parse(callback.body)
    try:
        question = parse(_decrypted(callback, secrets))
    except Malformed as error:
        # Told apart from other refusals, this would let strangers decrypt by asking often.
        raise Unverified("the callback has no X-Lark-Signature") from error
    if question.raw("type") != "url_verification":
        raise Unverified("the callback has no X-Lark-Signature")
    return question


def _decrypted(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    return feishu_crypt.decrypt(_key(secrets), parse(callback.body).text("encrypt"))


def _require_token(token: str, secrets: Mapping[str, str]) -> None:
    expected = secrets.get("verification_token", "")
    if not expected:
        raise Unverified("the account has no “verification_token”: set the app's")
    if not same(expected, token):
        raise Unverified("“token” is not the account's “verification_token”")


def _require_fresh(stamp: str, secrets: Mapping[str, str]) -> None:
    seconds = freshness.window(secrets)
    if not seconds:
        return
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 10):
        raise Unverified("X-Lark-Request-Timestamp must be a time in seconds since 1970")
    freshness.require_fresh(int(stamp) * 1000, freshness.now_ms(), seconds)


def _header(callback: Callback, name: str) -> str:
    value = callback.headers.get(name, "")
    if not value:
        raise Malformed(f"the header “{name}” is missing")
    return value
