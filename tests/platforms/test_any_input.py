"""Whatever arrives is either an event that can be stored or a complaint in words."""

import json
from collections.abc import Iterator
from dataclasses import astuple, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.callbacks import Callback
from hearth.domain.errors import HearthError, Malformed, Unverified
from hearth.domain.events import Event
from hearth.domain.groups import GroupRef
from hearth.platforms import inbound
from tests.events import sign

VENDORS = sign.VENDORS
BODIES = [(platform, sign.sample(name)) for platform in VENDORS for name in sign.samples(platform)]
JSON_BODIES = [(platform, body) for platform, body in BODIES if body.startswith(b"{")]
UNSIGNED = {"dingtalk", "telegram"}
"""Platforms that prove who they are, but not what they say."""
ENVELOPED = {"official", "wecom"}
"""Platforms of whose body only one element counts."""

every_platform = pytest.mark.parametrize("platform", VENDORS)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=()))
    | st.sampled_from(["group", "text", "message", "url", "-", "0", "restricted", 0, -1, 2**63])
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


def read(platform: str, body: bytes) -> Event | None:
    """The event, fit to be stored; None when the body was refused in words."""
    try:
        event = inbound(platform).read("account", body)
    except Malformed as complaint:
        assert str(complaint)
        return None
    assert GroupRef.parse(event.group.id) == event.group
    assert len(event.key) == 13 + 1 + 32
    assert_storable(event)
    return event


def assert_storable(event: Event) -> None:
    for text in texts(astuple(event.fact)):
        text.encode()
    for name in ("id", "member", "message", "request"):
        assert getattr(event.fact, name, "told") or (name, event.kind) == ("member", "recall")
    assert all(getattr(event.fact, "members", ["told"]) or [""])


def texts(value: Any) -> Iterator[str]:
    """Every text in nested tuples."""
    if isinstance(value, str):
        yield value
    if isinstance(value, tuple):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize(("platform", "body"), BODIES)
def test_every_sample_goes_all_the_way(platform: str, body: bytes) -> None:
    reader = inbound(platform)
    opened = reader.open(VENDORS[platform].signed(body), VENDORS[platform].SECRETS)
    assert opened == body
    event = read(platform, opened)
    assert event is not None
    assert event == reader.read("account", opened)


@every_platform
@given(body=st.binary())
def test_random_bytes(platform: str, body: bytes) -> None:
    assert read(platform, body) is None


@every_platform
@given(value=VALUES)
def test_random_json(platform: str, value: Any) -> None:
    read(platform, json.dumps(value).encode())


NAMES = (
    "time post_type notice_type self_id user_id message_type group_id update_id message chat_member"
)


@given(content=st.dictionaries(st.sampled_from(NAMES.split()), VALUES))
def test_random_json_with_known_names(content: dict[str, Any]) -> None:
    for platform in VENDORS:
        read(platform, json.dumps(content).encode())


@given(sample=st.sampled_from(JSON_BODIES), data=st.data(), value=VALUES)
def test_a_sample_with_one_field_replaced(
    sample: tuple[str, bytes], data: st.DataObject, value: Any
) -> None:
    platform, body = sample
    content = json.loads(body)
    holder, key = data.draw(st.sampled_from(places(content)))
    holder[key] = value
    read(platform, json.dumps(content).encode())


def places(content: Any) -> list[tuple[Any, Any]]:
    """Every field of a JSON value, as holder and key."""
    keys = list(content) if isinstance(content, dict) else range(len(content))
    found = [(content, key) for key in keys]
    for key in keys:
        if isinstance(content[key], dict | list):
            found += places(content[key])
    return found


@given(sample=st.sampled_from(BODIES), place=st.integers(0), byte=st.integers(0, 255))
def test_a_sample_with_one_byte_replaced(sample: tuple[str, bytes], place: int, byte: int) -> None:
    platform, body = sample
    place %= len(body)
    read(platform, body[:place] + bytes([byte]) + body[place + 1 :])


TEXTS = st.text(st.characters(exclude_categories=()))


@every_platform
@given(
    method=st.sampled_from(["GET", "POST"]),
    body=st.binary(),
    value=TEXTS,
    names=st.sets(st.sampled_from(["signature", "msg_signature", "timestamp", "nonce", "echostr"])),
)
def test_a_stranger_s_callback_is_never_opened(
    platform: str, method: str, body: bytes, value: str, names: set[str]
) -> None:
    headers = {
        "x-signature": value,
        "x-lark-request-timestamp": value,
        "x-lark-request-nonce": value,
        "x-lark-signature": value,
        "timestamp": value,
        "sign": value,
        "x-slack-request-timestamp": "1754400001",
        "x-slack-signature": value,
        "x-signature-ed25519": value,
        "x-signature-timestamp": value,
        "x-telegram-bot-api-secret-token": value,
        "x-self-id": value,
    }
    callback = Callback(method, headers, dict.fromkeys(names, value), body)
    reader = inbound(platform)
    with pytest.raises((Unverified, Malformed)):
        reader.handshake(callback, VENDORS[platform].SECRETS)
        reader.open(callback, VENDORS[platform].SECRETS)


@given(sample=st.sampled_from(BODIES), place=st.integers(0), byte=st.integers(1, 255))
def test_one_changed_byte_on_the_way_is_never_read_as_something_else(
    sample: tuple[str, bytes], place: int, byte: int
) -> None:
    platform, body = sample
    vendor = VENDORS[platform]
    callback = vendor.signed(body)
    place %= len(callback.body)
    wrong = bytearray(callback.body)
    wrong[place] ^= byte
    try:
        opened = inbound(platform).open(replace(callback, body=bytes(wrong)), vendor.SECRETS)
    except HearthError:
        return
    assert platform in UNSIGNED or (platform in ENVELOPED and opened == body)
