"""Discord's interactions (slash commands) and webhook events.

Source: docs.discord.com (receiving and responding, webhook events). Setting of an account:
``public_key`` (required; it belongs to one application, so that nothing else names the receiver),
``replay_seconds`` (optional). Ordinary messages travel by Discord's websocket alone.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Misconfigured, Unverified
from hearth.domain.events import Event, Other
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.platforms import discord_commands
from hearth.platforms.fields import Fields, parse
from hearth.platforms.freshness import now_ms, require_fresh, window

_SECONDS = re.compile(r"[0-9]{1,10}")
_SIGNATURE = re.compile(r"[0-9a-fA-F]{128}")
_WEBHOOK_PING, _PING, _COMMAND, _COMPONENT, _AUTOCOMPLETE, _DIALOG = range(6)
_KINDS = {_COMPONENT: "component", _AUTOCOMPLETE: "autocomplete", _DIALOG: "dialog"}
_MESSAGE, _UPDATE_LATER, _CHOICES = 4, 6, 8
_ONLY_FOR_HIM = 64
_LATEST = 10**13


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """Answer both kinds of ping by which Discord tests an address, once verified."""
    report = parse(open(callback, secrets))
    if report.raw("type") == _WEBHOOK_PING:
        return Reply(204)
    is_ping = report.raw("type") == _PING and "event" not in report
    return _json({"type": _PING}) if is_ping else None


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """The body when its Ed25519 signature is right; raises Unverified, Misconfigured."""
    if not secrets.get("public_key"):
        raise Unverified("the account has no “public_key”: copy the application's")
    seconds = callback.headers.get("x-signature-timestamp", "")
    signature = callback.headers.get("x-signature-ed25519", "")
    if not _SECONDS.fullmatch(seconds) or not _SIGNATURE.fullmatch(signature):
        raise Unverified("X-Signature-Timestamp or X-Signature-Ed25519 is missing or malformed")
    signed = seconds.encode() + callback.body
    _verify(secrets["public_key"], bytes.fromhex(signature), signed)
    require_fresh(int(seconds) * 1000, now_ms(), window(secrets))
    return callback.body


def _verify(public_key: str, signature: bytes, signed: bytes) -> None:
    # Only here: no other platform's callbacks should wait for it.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
    except ValueError as error:
        raise Misconfigured("“public_key” must be 64 hexadecimal digits of a key") from error
    try:
        key.verify(signature, signed)
    except InvalidSignature as error:
        raise Unverified("X-Signature-Ed25519 does not match the body and its time") from error


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """What each kind wants within 3 s. Nobody answers a command later: it is only received."""
    try:
        report = parse(body)
    except Malformed:
        return Reply(204)
    kind = None if "event" in report else report.raw("type")
    if kind in (_COMMAND, _DIALOG):
        chinese = str(report.raw("locale")).startswith("zh")
        content = "已收到。" if chinese else "Received."
        return _json({"type": _MESSAGE, "data": {"content": content, "flags": _ONLY_FOR_HIM}})
    if kind == _COMPONENT:
        return _json({"type": _UPDATE_LATER})
    if kind == _AUTOCOMPLETE:
        return _json({"type": _CHOICES, "data": {"choices": []}})
    return Reply(204)


def _json(content: object) -> Reply:
    return Reply(200, json.dumps(content, ensure_ascii=False), "application/json")


def read(account: str, body: bytes) -> Event:
    """Translate an interaction or a webhook event; raises Malformed naming the field."""
    report = parse(body)
    kind = report.integer("type", least=0)
    if kind == _COMMAND:
        place, at, fact = discord_commands.read(account, report)
        return Event(place, at, fact, body)
    if "event" in report:
        event = report.child("event")
        other, at = Other(event.text("type")[:80]), _time(event)
    else:
        other, at = Other(f"interaction:{_KINDS.get(kind, kind)}"[:80]), 0
    return Event(GroupRef("discord", account, NO_CHAT), at, other, body)


def _time(event: Fields) -> int:
    # A kind that Hearth does not know may use the name for anything: then it says nothing.
    try:
        moment = datetime.fromisoformat(event.text("timestamp"))
        at = int(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp() * 1000)
    except (Malformed, ValueError, OverflowError):
        return 0
    return at if 0 <= at < _LATEST else 0
