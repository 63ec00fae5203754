"""Slack's callbacks are believed only when signed, and soon."""

import json
from dataclasses import replace

import pytest

from hearth.domain.callbacks import Callback
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Other
from hearth.platforms import freshness, slack
from infra.local.vendors_slack import slack_headers
from tests.events.sign import sample
from tests.events.signed.slack import SECRETS, signed
from tests.platforms.vectors import VECTORS

BODY = sample("slack/message_link.json")
FORM = sample("slack/slash_command.txt")
NOW = 1754400001
PROVEN = {"signing_secret": SECRETS["signing_secret"]}
TEST = json.dumps({"token": "XXYYZZ", "challenge": "3eZbrw1a", "type": "url_verification"}).encode()


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness.time, "time_ns", lambda: NOW * 10**9)


def test_vector_sl1() -> None:
    vector = VECTORS["SL1"]
    body = vector["body"].encode()
    headers = slack_headers(vector["secret"], vector["timestamp"], body)
    assert headers["x-slack-signature"] == vector["signature"]
    secrets = {"signing_secret": vector["secret"], "replay_seconds": "0"}
    callback = Callback("POST", headers, {}, body)
    assert slack.handshake(callback, secrets) is None
    assert slack.open(callback, secrets) == body
    event = slack.read("work", body)
    assert event.fact == Other("command:/webhook-collect")
    assert (event.group.id, event.at) == ("slack:work:G8PSS9T3V", 0)
    with pytest.raises(Unverified, match="300 s off"):
        slack.open(callback, {"signing_secret": vector["secret"]})


@pytest.mark.parametrize("body", [BODY, FORM])
def test_a_signed_callback_is_opened(body: bytes) -> None:
    assert slack.handshake(signed(body), SECRETS) is None
    assert slack.open(signed(body), SECRETS) == body


@pytest.mark.parametrize("secrets", [{}, {"signing_secret": ""}])
def test_an_account_without_a_secret_refuses_everything(secrets: dict[str, str]) -> None:
    with pytest.raises(Unverified, match="no “signing_secret”"):
        slack.open(signed(BODY, ""), secrets)


@pytest.mark.parametrize("place", range(67))
def test_one_changed_character_of_the_signature(place: int) -> None:
    callback = signed(BODY)
    right = callback.headers["x-slack-signature"]
    wrong = right[:place] + ("0" if right[place] != "0" else "1") + right[place + 1 :]
    headers = {**callback.headers, "x-slack-signature": wrong}
    with pytest.raises(Unverified, match="X-Slack-Signature"):
        slack.open(replace(callback, headers=headers), SECRETS)


def test_another_secret_body_or_time_is_refused() -> None:
    callback = signed(BODY)
    later = {**callback.headers, "x-slack-request-timestamp": str(NOW + 1)}
    for wrong in (
        signed(BODY, "another"),
        replace(callback, body=BODY + b" "),
        replace(callback, headers=later),
    ):
        with pytest.raises(Unverified, match="X-Slack-Signature"):
            slack.open(wrong, SECRETS)


@pytest.mark.parametrize("name", ["x-slack-signature", "x-slack-request-timestamp"])
@pytest.mark.parametrize("value", [None, "", "é\udcff", "٣", "-1", "1" * 5000])
def test_no_header_or_a_strange_one(name: str, value: str | None) -> None:
    headers = {**signed(BODY).headers, name: value or ""}
    if value is None:
        del headers[name]
    with pytest.raises(Unverified):
        slack.open(Callback("POST", headers, {}, BODY), SECRETS)


@pytest.mark.parametrize(("off", "fresh"), [(0, True), (300, True), (-300, True), (301, False)])
def test_old_callbacks_are_refused_after_five_minutes(off: int, fresh: bool) -> None:
    callback = signed(BODY, timestamp=NOW - off)
    if fresh:
        assert slack.open(callback, PROVEN) == BODY
    else:
        with pytest.raises(Unverified, match="300 s off"):
            slack.open(callback, PROVEN)


def test_the_window_is_the_account_s() -> None:
    callback = signed(BODY, timestamp=NOW - 301)
    assert slack.open(callback, {**PROVEN, "replay_seconds": "600"}) == BODY
    assert slack.open(signed(BODY, timestamp=1), {**PROVEN, "replay_seconds": "0"}) == BODY


@pytest.mark.parametrize("name", ["message_link.json", "slash_command.txt", "button.txt"])
def test_another_workspace_is_refused_where_one_is_named(name: str) -> None:
    callback = signed(sample(f"slack/{name}"))
    assert slack.open(callback, SECRETS)
    assert slack.open(callback, PROVEN)
    with pytest.raises(Unverified, match="team_id"):
        slack.open(callback, {**SECRETS, "team_id": "T0ANOTHER"})


def test_the_challenge_is_answered_once_verified() -> None:
    reply = slack.handshake(signed(TEST), SECRETS)
    assert reply is not None
    assert (reply.status, reply.body) == (200, "3eZbrw1a")
    assert reply.content_type.startswith("text/plain")
    for wrong in (signed(TEST, "another"), Callback("POST", {}, {}, TEST)):
        with pytest.raises(Unverified):
            slack.handshake(wrong, SECRETS)
    with pytest.raises(Unverified, match="300 s off"):
        slack.handshake(signed(TEST, timestamp=NOW - 301), PROVEN)


def test_a_test_without_challenge_is_refused() -> None:
    with pytest.raises(Malformed, match="“challenge” is missing"):
        slack.handshake(signed(b'{"type":"url_verification"}'), SECRETS)


def test_who_only_speaks_of_a_test_is_not_tested() -> None:
    message = BODY.replace("看".encode(), b"url_verification")
    assert slack.handshake(signed(message), SECRETS) is None
    assert slack.handshake(signed(FORM + b"&x=url_verification"), SECRETS) is None


def test_a_retry_has_the_key_of_the_first() -> None:
    first, again = signed(BODY), signed(BODY, timestamp=NOW + 60)
    repeated = {**again.headers, "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"}
    opened = slack.open(replace(again, headers=repeated), SECRETS)
    assert slack.read("work", opened).key == slack.read("work", slack.open(first, SECRETS)).key
