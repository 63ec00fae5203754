"""An address is proved to QQ without signing anything that could be an event."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.callbacks import Callback
from hearth.domain.errors import Malformed, Unverified
from hearth.platforms import qq
from infra.local import vendors_qq
from tests.events import sign
from tests.events.signed.qq import SECRETS, signed
from tests.platforms.vectors import VECTORS

SENT = {"user-agent": "QQBot-Callback", "x-bot-appid": SECRETS["app_id"]}
"""Headers of the request in QQ's documents: it may be unsigned."""


def ask(plain_token: object, event_ts: object = "1725442341") -> Callback:
    content = {"d": {"plain_token": plain_token, "event_ts": event_ts}, "op": 13}
    return Callback("POST", SENT, {}, json.dumps(content).encode())


def test_vector_q1() -> None:
    vector = VECTORS["Q1"]
    body = vendors_qq.validation(vector["plain_token"], vector["event_ts"])
    reply = qq.handshake(Callback("POST", SENT, {}, body), {"secret": vector["secret"]})
    assert reply is not None
    assert (reply.status, reply.content_type) == (200, "application/json")
    answer = {"plain_token": vector["plain_token"], "signature": vector["signature"]}
    assert json.loads(reply.body) == answer


def test_a_signed_request_is_answered_too() -> None:
    body = vendors_qq.validation("Abc1", "1725442341")
    assert qq.handshake(signed(body), SECRETS) == qq.handshake(ask("Abc1"), SECRETS)


@pytest.mark.parametrize(
    "token",
    ['{"op":0}', "", "a b", "a" * 65, "a\n", "abc{", "é", "١", "a.b", None, 5, ["a"], {"a": "b"}],
)
def test_nothing_but_letters_and_digits_is_signed(token: object) -> None:
    with pytest.raises(Malformed, match="plain_token"):
        qq.handshake(ask(token), SECRETS)


@pytest.mark.parametrize("time", ["", "1" * 17, "-1", "1.5", "1\n", "{", "١", None, 1725442341])
def test_only_digits_are_signed_as_time(time: object) -> None:
    with pytest.raises(Malformed, match="event_ts"):
        qq.handshake(ask("abc", time), SECRETS)


@given(token=st.text(max_size=80), time=st.text(max_size=20))
def test_what_was_signed_never_passes_for_an_event(token: str, time: str) -> None:
    try:
        reply = qq.handshake(ask(token, time), SECRETS)
    except Malformed:
        return
    assert reply is not None
    together = f"{time}{token}"
    for place in range(1, len(together)):
        headers = {
            **SENT,
            "x-signature-ed25519": json.loads(reply.body)["signature"],
            "x-signature-timestamp": together[:place],
        }
        forged = Callback("POST", headers, {}, together[place:].encode())
        with pytest.raises((Unverified, Malformed)):
            qq.read("bot", qq.open(forged, SECRETS))


@pytest.mark.parametrize("header", ["x-signature-ed25519", "x-signature-timestamp"])
def test_a_signature_must_be_right_if_there_is_one(header: str) -> None:
    asked = ask("abc")
    right = signed(asked.body)
    alone = {**SENT, header: right.headers[header]}
    with pytest.raises(Unverified):
        qq.handshake(replace(asked, headers=alone), SECRETS)
    with pytest.raises(Unverified):
        qq.handshake(signed(asked.body, "another"), SECRETS)


def test_a_request_for_another_bot() -> None:
    with pytest.raises(Unverified, match="app_id"):
        qq.handshake(replace(ask("abc"), headers={"x-bot-appid": "102000002"}), SECRETS)


def test_a_request_that_asks_for_nothing() -> None:
    with pytest.raises(Malformed, match="“d” is missing"):
        qq.handshake(Callback("POST", SENT, {}, b'{"op":13}'), SECRETS)


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"op":0}', b'{"op":"13"}', b"[" * 4000])
def test_whatever_else_comes_is_no_such_request(body: bytes) -> None:
    assert qq.handshake(Callback("POST", SENT, {}, body), SECRETS) is None


def test_what_is_too_long_for_one_is_not_even_read() -> None:
    asked = ask("abc")
    padded = replace(asked, body=asked.body + b" " * 4096)
    assert qq.handshake(padded, SECRETS) is None
    with pytest.raises(Unverified):
        qq.open(padded, SECRETS)


def test_an_event_is_acknowledged_so_that_it_is_not_repeated() -> None:
    reply = qq.acknowledge(signed(b"{}"), b"{}", SECRETS)
    assert json.loads(reply.body) == {"op": 12, "d": 0}
    assert (reply.status, reply.content_type) == (200, "application/json")


def test_every_sample_is_no_such_request() -> None:
    for name in sign.samples("qq"):
        assert qq.handshake(signed(sign.sample(name)), SECRETS) is None
