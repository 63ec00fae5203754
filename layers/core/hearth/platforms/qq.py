"""QQ's official bots by webhook: groups, channels of guilds, and talks with one person.

Sources: tencent-connect/bot-docs and botgo; what came in 2026: nonebot/adapter-qq, simbot.
Settings of an account: ``secret`` (the bot's AppSecret, required), ``app_id`` (optional: the one
bot allowed), ``replay_seconds`` (optional, see ``freshness``).
"""

import json
import re
from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Event, Other
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.platforms import freshness, qq_proof
from hearth.platforms.fields import Fields, parse
from hearth.platforms.proof import same
from hearth.platforms.qq_facts import READERS, TALKS
from hearth.platforms.qq_fields import child_if_told, identity_if_told, moment_if_told
from hearth.platforms.qq_messages import Happening

_DISPATCH, _VALIDATION = 0, 13
_LONGEST_VALIDATION = 4096
_TOKEN = re.compile(r"[A-Za-z0-9]{1,64}")
_TIME = re.compile(r"[0-9]{1,16}")
_SIGNATURE, _TIMESTAMP = "x-signature-ed25519", "x-signature-timestamp"
_JSON = "application/json"


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """Sign what QQ asks to have signed when an address is entered; None for all else.

    What is signed here, events are signed with, too: only what can be no event is signed.
    """
    asked = _validation(callback.body)
    if asked is None:
        return None
    _require_secret(secrets)
    _require_bot(callback, secrets)
    if _SIGNATURE in callback.headers or _TIMESTAMP in callback.headers:
        _verify(callback, secrets)
    token, time = asked.text("plain_token"), asked.text("event_ts")
    if not _TOKEN.fullmatch(token):
        raise Malformed("“d.plain_token” must be 1–64 letters and digits")
    if not _TIME.fullmatch(time):
        raise Malformed("“d.event_ts” must be 1–16 digits")
    signature = qq_proof.sign(secrets["secret"], time, token.encode())
    answer = json.dumps({"plain_token": token, "signature": signature}, separators=(",", ":"))
    return Reply(200, answer, _JSON)


def _validation(body: bytes) -> Fields | None:
    """What is to be signed; None when the body asks for no such thing."""
    if len(body) > _LONGEST_VALIDATION:
        return None
    try:
        payload = parse(body)
    except Malformed:
        return None  # said again when it is read, if it is genuine
    return payload.child("d") if payload.raw("op") == _VALIDATION else None


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """The body when its Ed25519 signature is right; raises Unverified, Misconfigured."""
    _require_secret(secrets)
    _require_bot(callback, secrets)
    _verify(callback, secrets)
    return callback.body


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """QQ repeats whatever is not answered by this."""
    return Reply(200, '{"op":12,"d":0}', _JSON)


def _require_secret(secrets: Mapping[str, str]) -> None:
    if not secrets.get("secret"):
        raise Unverified("the account has no “secret”: set the bot's AppSecret")


def _require_bot(callback: Callback, secrets: Mapping[str, str]) -> None:
    expected = secrets.get("app_id", "")
    if expected and not same(expected, callback.headers.get("x-bot-appid", "")):
        raise Unverified("the callback is for another bot than the account's “app_id”")


def _verify(callback: Callback, secrets: Mapping[str, str]) -> None:
    timestamp = callback.headers.get(_TIMESTAMP, "")
    claimed = callback.headers.get(_SIGNATURE, "")
    qq_proof.verify(secrets["secret"], timestamp, callback.body, claimed)
    seconds = freshness.window(secrets)
    freshness.require_fresh(int(timestamp) * 1000, freshness.now_ms(), seconds)


def read(account: str, body: bytes) -> Event:
    """Translate a payload; raises Malformed naming the field."""
    payload = parse(body)
    op = payload.integer("op", least=0)
    kind = payload.text("t") if op == _DISPATCH else f"op:{op}"
    if kind in TALKS:
        person, at, fact = TALKS[kind](payload.child("d"))
        return Event(GroupRef.talk("qq", account, person), at, fact, body)
    known = READERS.get(kind)
    chat, at, fact = known(payload.child("d")) if known else _other(kind, payload)
    return Event(GroupRef("qq", account, chat), at, fact, body)


def _other(kind: str, payload: Fields) -> Happening:
    # A kind that Hearth does not know may use these names for anything: then they say nothing.
    item = child_if_told(payload, "d")
    place = identity_if_told(item, "group_openid") or identity_if_told(item, "channel_id")
    return place or NO_CHAT, moment_if_told(item, "timestamp"), Other(kind[:80])
