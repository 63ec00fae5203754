"""DingTalk (钉钉): callbacks of robots and of events.

Source: open.dingtalk.com (robots receiving messages, HTTP event callbacks).
Settings of an account: ``app_secret`` (required) proves a robot's callbacks; ``token``,
``encoding_aes_key`` and ``receive_id`` (the app's key or the corporation's id) those of events;
``robot_code`` (optional: the one robot allowed), ``replay_seconds`` (optional).
"""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Event
from hearth.platforms import dingtalk_facts, freshness, wxcrypt
from hearth.platforms.fields import parse
from hearth.platforms.proof import same

_HOUR = 3600
_SIGN = "sign"


def sign(app_secret: str, timestamp: str) -> str:
    """What a robot's callback proves itself with."""
    # Headers are chosen by strangers: nothing in them may fail to encode.
    text = f"{timestamp}\n{app_secret}".encode("utf-8", "surrogatepass")
    return base64.b64encode(hmac.new(app_secret.encode(), text, hashlib.sha256).digest()).decode()


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """DingTalk tests an address by an event like any other."""
    return None


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """Verify, and decrypt events; raises Unverified, Malformed, Misconfigured."""
    if _SIGN in callback.headers:
        return _robot(callback, secrets)
    return _event(callback, secrets)


def read(account: str, body: bytes) -> Event:
    """Translate a plain body; raises Malformed naming the field."""
    return dingtalk_facts.read(account, body)


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """Nothing for a robot, whose answer would be posted; ``success``, encrypted, for an event."""
    if _SIGN in callback.headers:
        return Reply(200)
    stamp, nonce = (_parameter(callback, name) for name in ("timestamp", "nonce"))
    key, receive_id = secrets.get("encoding_aes_key", ""), secrets.get("receive_id", "")
    encrypted = wxcrypt.encrypt(key, b"success", receive_id, os.urandom(16))
    signature = wxcrypt.signature(secrets.get("token", ""), stamp, nonce, encrypted)
    answer = {
        "msg_signature": signature,
        "timeStamp": stamp,
        "nonce": nonce,
        "encrypt": encrypted,
    }
    return Reply(200, json.dumps(answer), "application/json; charset=utf-8")


def _robot(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """The body, which the signature does not cover."""
    secret, stamp = _required(secrets, "app_secret"), callback.headers.get("timestamp", "")
    if not stamp:
        raise Malformed("the header “timestamp” is missing")
    if not same(sign(secret, stamp), callback.headers[_SIGN]):
        raise Unverified("“sign” does not match")
    _require_fresh(stamp, freshness.window(secrets, _HOUR))
    robot = secrets.get("robot_code", "")
    if robot and not same(robot, parse(callback.body).text("robotCode", "")):
        raise Unverified("the callback is for another robot than the account's “robot_code”")
    return callback.body


def _event(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    token, key, receive_id = (
        _required(secrets, name) for name in ("token", "encoding_aes_key", "receive_id")
    )
    # The envelope has to be parsed first: the signature covers one element of it.
    encrypted = parse(callback.body).text("encrypt")
    stamp, nonce = (_parameter(callback, name) for name in ("timestamp", "nonce"))
    claimed = callback.query.get("msg_signature", "") or _parameter(callback, "signature")
    wxcrypt.verify(token, stamp, nonce, encrypted, claimed)
    _require_fresh(stamp, freshness.window(secrets))
    return wxcrypt.decrypt(key, encrypted, receive_id)


def _require_fresh(stamp: str, seconds: int) -> None:
    if not seconds:
        return
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 13):
        raise Unverified("“timestamp” must be a time in ms since 1970")
    freshness.require_fresh(int(stamp), freshness.now_ms(), seconds)


def _required(secrets: Mapping[str, str], name: str) -> str:
    value = secrets.get(name, "")
    if not value:
        raise Unverified(f"the account has no “{name}”: set the one of the app's settings")
    return value


def _parameter(callback: Callback, name: str) -> str:
    value = callback.query.get(name, "")
    if not value:
        raise Malformed(f"the parameter “{name}” is missing")
    return value
