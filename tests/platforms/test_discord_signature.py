"""Discord's callbacks are believed only when signed, and answered as each kind wants."""

import json
from dataclasses import replace

import pytest

from hearth.domain.callbacks import Callback
from hearth.domain.errors import Malformed, Misconfigured, Unverified
from hearth.platforms import discord, freshness
from infra.local.vendors_discord import discord_headers
from tests.events.sign import sample
from tests.events.signed.discord import SECRETS, signed
from tests.platforms.vectors import VECTORS

BODY = sample("discord/command.json")
NOW = 1754400001


def test_vector_dc1() -> None:
    vector = VECTORS["DC1"]
    body = vector["body"].encode()
    headers = discord_headers(vector["private_seed_hex"], vector["timestamp"], body)
    assert headers["x-signature-ed25519"] == vector["signature"]
    callback = Callback("POST", headers, {}, body)
    secrets = {"public_key": vector["public_key"]}
    assert discord.open(callback, secrets) == body
    reply = discord.handshake(callback, secrets)
    assert reply is not None
    assert (reply.status, json.loads(reply.body)) == (200, {"type": 1})
    assert reply.content_type == "application/json"


def test_a_ping_for_events() -> None:
    reply = discord.handshake(signed(b'{"version":1,"type":0}'), SECRETS)
    assert reply is not None
    assert (reply.status, reply.body) == (204, "")


@pytest.mark.parametrize("name", ["command", "app_authorized", "component"])
def test_a_signed_callback_is_opened(name: str) -> None:
    body = sample(f"discord/{name}.json")
    assert discord.handshake(signed(body), SECRETS) is None
    assert discord.open(signed(body), SECRETS) == body


@pytest.mark.parametrize("body", [BODY, b'{"type":1}', b'{"type":0}'])
def test_probes_with_wrong_signatures_are_refused(body: bytes) -> None:
    right = signed(body).headers
    flipped = ("0" if right["x-signature-ed25519"][0] != "0" else "1") + right[
        "x-signature-ed25519"
    ][1:]
    for callback in (
        signed(body, "11" * 32),
        replace(signed(body), body=body + b" "),
        Callback("POST", {**right, "x-signature-timestamp": "1754400002"}, {}, body),
        Callback("POST", {**right, "x-signature-ed25519": flipped}, {}, body),
    ):
        with pytest.raises(Unverified, match="does not match"):
            discord.handshake(callback, SECRETS)


@pytest.mark.parametrize("name", ["x-signature-ed25519", "x-signature-timestamp"])
@pytest.mark.parametrize("value", ["", "zz" * 64, "é\udcff", "00" * 63, "-1", "٣"])
def test_no_header_or_a_strange_one(name: str, value: str) -> None:
    headers = {**signed(BODY).headers, name: value}
    with pytest.raises(Unverified, match="missing or malformed"):
        discord.handshake(Callback("POST", headers, {}, BODY), SECRETS)


def test_an_account_without_a_key_refuses_everything() -> None:
    with pytest.raises(Unverified, match="no “public_key”"):
        discord.open(signed(BODY), {})


@pytest.mark.parametrize("key", ["xx", "00", "é"])
def test_a_key_that_is_none_is_named(key: str) -> None:
    with pytest.raises(Misconfigured, match="public_key"):
        discord.open(signed(BODY), {"public_key": key})


def test_old_callbacks_are_refused_where_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness.time, "time_ns", lambda: (NOW + 61) * 10**9)
    assert discord.open(signed(BODY), SECRETS) == BODY
    with pytest.raises(Unverified, match="60 s off"):
        discord.open(signed(BODY), {**SECRETS, "replay_seconds": "60"})


def test_what_is_signed_but_no_json() -> None:
    with pytest.raises(Malformed, match="not JSON"):
        discord.handshake(signed(b"x"), SECRETS)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("command", {"type": 4, "data": {"content": "已收到。", "flags": 64}}),
        ("component", {"type": 6}),
        ("autocomplete", {"type": 8, "data": {"choices": []}}),
        ("dialog", {"type": 4, "data": {"content": "已收到。", "flags": 64}}),
    ],
)
def test_each_kind_is_acknowledged_as_it_wants(name: str, answer: object) -> None:
    body = sample(f"discord/{name}.json")
    reply = discord.acknowledge(signed(body), body, SECRETS)
    assert (reply.status, reply.content_type) == (200, "application/json")
    assert json.loads(reply.body) == answer


@pytest.mark.parametrize("name", ["app_authorized", "unknown_event", "unknown_kind"])
def test_what_wants_no_answer_gets_none(name: str) -> None:
    body = sample(f"discord/{name}.json")
    reply = discord.acknowledge(signed(body), body, SECRETS)
    assert (reply.status, reply.body) == (204, "")


def test_who_reads_no_chinese_is_answered_in_english() -> None:
    body = BODY.replace(b"zh-CN", b"en-GB")
    assert "Received." in discord.acknowledge(signed(body), body, SECRETS).body
