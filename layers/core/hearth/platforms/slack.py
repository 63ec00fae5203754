"""Slack's Events API and slash commands: channels and direct messages.

Source: docs.slack.dev (verifying requests, Events API, reference/events).
Settings of an account: ``signing_secret`` (required), ``team_id`` (optional: the one workspace
allowed), ``replay_seconds`` (optional; Slack documents 300).
"""

import hashlib
import hmac
import re
from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Unverified
from hearth.domain.events import Event
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.platforms import slack_events, slack_forms
from hearth.platforms.fields import Fields, parse
from hearth.platforms.freshness import now_ms, require_fresh, window
from hearth.platforms.proof import same

_WINDOW = 300
_SECONDS = re.compile(r"[0-9]{1,10}")
_EVENT = "event_callback"
_TEST = "url_verification"


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """Answer the request by which Slack tests an address with its ``challenge``, once verified."""
    if _TEST.encode() not in callback.body or slack_forms.is_form(callback.body):
        return None
    test = parse(_verified(callback, secrets))
    return Reply(200, test.text("challenge")) if test.raw("type") == _TEST else None


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """The body when its HMAC-SHA256 is right and new; raises Unverified, Malformed."""
    body = _verified(callback, secrets)
    if secrets.get("team_id"):
        _require_team(body, secrets["team_id"])
    return body


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """An empty body says nothing to whoever gave a command."""
    return Reply(200)


def _verified(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    secret = secrets.get("signing_secret", "")
    if not secret:
        raise Unverified("the account has no “signing_secret”: copy it from the app's settings")
    seconds = callback.headers.get("x-slack-request-timestamp", "")
    if not _SECONDS.fullmatch(seconds):
        raise Unverified("X-Slack-Request-Timestamp is missing or no time")
    signed = b"v0:%s:%s" % (seconds.encode(), callback.body)
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    if not same(f"v0={digest}", callback.headers.get("x-slack-signature", "")):
        raise Unverified("X-Slack-Signature does not match the body and its time")
    require_fresh(int(seconds) * 1000, now_ms(), window(secrets, _WINDOW))
    return callback.body


def _require_team(body: bytes, expected: str) -> None:
    # An app that is given away sends the events of all workspaces to one address.
    form = slack_forms.is_form(body)
    if (slack_forms.team(body) if form else parse(body).text("team_id", "")) != expected:
        raise Unverified("the callback is from another workspace than the account's “team_id”")


def read(account: str, body: bytes) -> Event:
    """Translate a callback; raises Malformed naming the field."""
    if slack_forms.is_form(body):
        chat, fact = slack_forms.read(body)
        return Event(GroupRef("slack", account, chat), 0, fact, body)
    report = parse(body)
    return _event(account, report, body)


def _event(account: str, report: Fields, body: bytes) -> Event:
    kind = report.text("type")
    if kind != _EVENT:
        group = GroupRef("slack", account, NO_CHAT)
        return Event(group, 0, slack_events.other(kind), body)
    happened = slack_events.read(report)
    if happened.person:
        group = GroupRef.talk("slack", account, happened.person)
    else:
        group = GroupRef("slack", account, happened.chat)
    return Event(group, happened.at, happened.fact, body)
