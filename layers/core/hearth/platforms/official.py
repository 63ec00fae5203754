"""WeChat Official Account (公众号) callbacks: who follows, and what followers write to it.

Source: developers.weixin.qq.com, “Offiaccount” (access guide, message encryption, event push).
Settings of an account: ``token``, ``app_id``, ``encoding_aes_key``, ``plain`` (``yes`` accepts what
came unencrypted), ``replay_seconds``. Followers are told by openid, which belongs to the account.
"""

import re
from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Event
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.platforms import freshness, official_content, wxcrypt, xml_fields
from hearth.platforms.proof import same


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """Answer the GET by which WeChat tests an address with its ``echostr`` as it is."""
    if callback.method != "GET":
        return None
    _verify(callback, secrets)
    # The signature does not cover it: no browser may take it for anything but text.
    echo = _parameter(callback, "echostr")
    return Reply(200, echo, headers={"x-content-type-options": "nosniff"})


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """Verify and decrypt; raises Unverified, Malformed naming what is missing.

    ``signature`` says only that somebody knows the token, so it allows no more than to look for
    ``Encrypt``, which ``msg_signature`` covers. What stands beside that counts for nothing.
    """
    _verify(callback, secrets)
    encrypted = xml_fields.text(xml_fields.parse(callback.body), "Encrypt", "")
    if encrypted:
        return _decrypted(callback, secrets, encrypted)
    if secrets.get("plain") != "yes":
        raise Unverified("the message is not encrypted: choose safe mode there or “plain” here")
    if callback.query.get("encrypt_type") == "aes":
        raise Malformed("“Encrypt” is missing")
    return callback.body


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """The word by which an account says nothing to its follower, not encrypted in any mode."""
    return Reply(200, "success")


def read(account: str, body: bytes) -> Event:
    """Translate a decrypted message; raises Malformed naming the element."""
    root = xml_fields.parse(body)
    at = xml_fields.milliseconds(root, "CreateTime")
    fact = official_content.fact(root)
    return Event(_place(account, official_content.follower(root, fact)), at, fact, body)


def _place(account: str, follower: str) -> GroupRef:
    if not follower:
        return GroupRef("official", account, NO_CHAT)
    return GroupRef.talk("official", account, follower)


def _verify(callback: Callback, secrets: Mapping[str, str]) -> None:
    token = _secret(secrets, "token")
    timestamp, nonce = _parameter(callback, "timestamp"), _parameter(callback, "nonce")
    claimed = _parameter(callback, "signature")
    if not same(wxcrypt.signature(token, timestamp, nonce, ""), claimed):
        raise Unverified("“signature” does not match")
    freshness.require_fresh(_at(timestamp), freshness.now_ms(), freshness.window(secrets))


def _at(timestamp: str) -> int:
    if not re.fullmatch(r"[0-9]{1,10}", timestamp):
        raise Malformed("“timestamp” must be a time in seconds since 1970")
    return int(timestamp) * 1000


def _decrypted(callback: Callback, secrets: Mapping[str, str], encrypted: str) -> bytes:
    key, app_id = _secret(secrets, "encoding_aes_key"), _secret(secrets, "app_id")
    wxcrypt.verify(
        secrets["token"],
        _parameter(callback, "timestamp"),
        _parameter(callback, "nonce"),
        encrypted,
        _parameter(callback, "msg_signature"),
    )
    return wxcrypt.decrypt(key, encrypted, app_id, "app_id")


def _secret(secrets: Mapping[str, str], name: str) -> str:
    value = secrets.get(name, "")
    if not value:
        raise Unverified(f"the account has no “{name}”: set the one of WeChat's settings")
    return value


def _parameter(callback: Callback, name: str) -> str:
    value = callback.query.get(name, "")
    if not value:
        raise Malformed(f"the parameter “{name}” is missing")
    return value
