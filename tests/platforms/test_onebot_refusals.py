"""What is no OneBot report is refused in words."""

from typing import Any

import pytest

from hearth.domain.errors import Malformed
from hearth.platforms import onebot
from tests.platforms.onebot_reports import report


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"time": None}, "“time” is missing"),
        ({"time": "1"}, "“time” must be a whole number from 0"),
        ({"time": True}, "“time” must be a whole number from 0"),
        ({"time": -1}, "“time” must be a whole number from 0"),
        ({"time": 1754400000000}, "“time” must be a time in seconds since 1970"),
        ({"post_type": 5}, "“post_type” must be a string"),
        ({"post_type": None}, "“post_type” is missing"),
        ({"message_type": []}, "“message_type” must be a string"),
        ({"group_id": None}, "“group_id” is missing"),
        ({"group_id": "87a"}, "“group_id” must be a number that identifies something"),
        ({"group_id": 0}, "“group_id” must be a number that identifies something"),
        ({"group_id": 2**63}, "“group_id” must be a number that identifies something"),
        ({"user_id": 1.5}, "“user_id” must be a number that identifies something"),
        ({"user_id": True}, "“user_id” must be a number that identifies something"),
        ({"message_id": "x"}, "“message_id” must be a whole number"),
        ({"message": None}, "“message” must be a list of segments or a string with CQ codes"),
        ({"message": ["x"]}, "“message[0]” must be an object"),
        ({"message": [{}]}, "“message[0].type” is missing"),
        ({"message": [{"type": "text", "data": []}]}, "“message[0].data” must be an object"),
        ({"sender": "me"}, "“sender” must be an object"),
        ({"sender": {"role": 7}}, "“sender.role” must be a string"),
        ({"post_type": "notice", "notice_type": {}}, "“notice_type” must be a string"),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Malformed) as caught:
        onebot.read("qq1", report(**changes))
    assert str(caught.value) == complaint


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"", "the body is not JSON"),
        (b"[]", "the body must be a JSON object"),
        (b'{"time": NaN}', "the body is not JSON: NaN"),
        (b"\xff\xfe\xff", "the body is not JSON"),
        (b"[" * 200_000, "the body is JSON nested too deeply"),
    ],
)
def test_bodies_that_are_no_json_objects(body: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        onebot.read("qq1", body)
