"""What is no payload of QQ's is refused in words."""

from typing import Any

import pytest

from hearth.domain.errors import Malformed
from hearth.platforms import qq
from tests.platforms.qq_payloads import payload

_ID = "must be an id of 1–120 visible ASCII characters"
_TIME = "must be a time by RFC 3339 or in seconds since 1970"


@pytest.mark.parametrize(
    ("name", "changes", "complaint"),
    [
        ("group_at_plain", {"id": None}, "“d.id” is missing"),
        ("group_at_plain", {"id": "x" * 121}, f"“d.id” {_ID}"),
        ("group_at_plain", {"group_openid": "~x"}, f"“d.group_openid” {_ID}"),
        ("group_at_plain", {"group_openid": "-"}, f"“d.group_openid” {_ID}"),
        ("group_at_plain", {"group_openid": 5}, "“d.group_openid” must be a string"),
        ("group_at_plain", {"author": None}, "“d.author” is missing"),
        ("group_at_plain", {"author": {}}, "“d.author.member_openid” is missing"),
        ("group_at_plain", {"content": 5}, "“d.content” must be a string"),
        ("group_at_plain", {"timestamp": None}, "“d.timestamp” is missing"),
        ("group_at_plain", {"timestamp": "soon"}, f"“d.timestamp” {_TIME}"),
        ("group_at_plain", {"timestamp": "2025-08-05T21:20:01"}, f"“d.timestamp” {_TIME}"),
        ("group_at_plain", {"timestamp": "1969-01-01T00:00:00Z"}, f"“d.timestamp” {_TIME}"),
        ("group_at_plain", {"timestamp": "9999-01-01T00:00:00Z"}, f"“d.timestamp” {_TIME}"),
        ("group_at_plain", {"attachments": 5}, "“d.attachments” must be a list of objects"),
        ("group_at_plain", {"attachments": [5]}, "“d.attachments[0]” must be an object"),
        ("talk", {"author": {"user_openid": "a b"}}, f"“d.author.user_openid” {_ID}"),
        ("channel_at_message", {"channel_id": ""}, f"“d.channel_id” {_ID}"),
        ("channel_message_deleted", {"message": None}, "“d.message” is missing"),
        ("robot_added", {"timestamp": True}, "“d.timestamp” must be a whole number from 0"),
        ("friend_added", {"openid": None}, "“d.openid” is missing"),
        ("member_joined", {"member_openid": None}, "“d.member_openid” is missing"),
        ("join_request", {"join_request_id": None}, "“d.join_request_id” is missing"),
    ],
)
def test_what_is_wrong_is_named(name: str, changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed) as caught:
        qq.read("bot", payload(name, **changes))
    assert str(caught.value) == complaint


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"", "the body is not JSON"),
        (b"[]", "the body must be a JSON object"),
        (b"{}", "“op” is missing"),
        (b'{"op": "0"}', "“op” must be a whole number from 0"),
        (b'{"op": 0}', "“t” is missing"),
        (b'{"op": 0, "t": 5}', "“t” must be a string"),
        (b'{"op": 0, "t": "FRIEND_ADD", "d": []}', "“d” must be an object"),
        (b"[" * 200_000, "the body is JSON nested too deeply"),
    ],
)
def test_bodies_that_are_no_payloads(body: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        qq.read("bot", body)
