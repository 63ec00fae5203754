"""What happens on QQ besides words."""

import json
from typing import Any

import pytest

from hearth.domain.events import (
    Change,
    Fact,
    Following,
    GroupChange,
    JoinRequest,
    Membership,
    Other,
    Recall,
    Turn,
)
from hearth.domain.groups import NO_CHAT
from hearth.platforms import qq
from tests.platforms.qq_payloads import event, payload

GROUP = "0A1B2C3D4E5F60718293A4B5C6D7E8F0"
MEMBER = "11112222333344445555666677778888"
OTHER = "AAAABBBBCCCCDDDDEEEEFFFF00001111"
_RECALL = Recall("08testchannel_at_message", "3300000000000000001", "3300000000000000002")


@pytest.mark.parametrize(
    ("name", "chat", "seconds", "fact"),
    [
        ("robot_added", GROUP, 1754400001, GroupChange(Turn.ENTERED, by=MEMBER)),
        ("robot_removed", GROUP, 1754400002, GroupChange(Turn.EXPELLED, by=OTHER)),
        ("group_refuses_posts", GROUP, 1754400003, Other("GROUP_MSG_REJECT")),
        ("friend_added", NO_CHAT, 1754400004, Following(Change.JOINED, MEMBER)),
        ("friend_removed", NO_CHAT, 1754400005, Following(Change.LEFT, MEMBER)),
        ("friend_refuses_posts", NO_CHAT, 1754400006, Other("C2C_MSG_REJECT")),
        ("member_joined", GROUP, 1754400007, Membership(Change.JOINED, (OTHER,))),
        ("member_left", GROUP, 1754400008, Membership(Change.LEFT, (OTHER,))),
        ("channel_message_deleted", "1700001", 0, _RECALL),
        ("public_message_deleted", "1700001", 0, _RECALL),
        ("interaction", GROUP, 1754400013, Other("INTERACTION_CREATE")),
        ("unknown_event", NO_CHAT, 0, Other("GROUP_SPARKLE")),
        ("heartbeat", NO_CHAT, 0, Other("op:1")),
    ],
)
def test_facts(name: str, chat: str, seconds: int, fact: Fact) -> None:
    read = event(name)
    assert (read.group.chat, read.at, read.fact) == (chat, seconds * 1000, fact)


def test_somebody_asks_to_be_let_in() -> None:
    read = event("join_request")
    assert (read.group.chat, read.at) == (GROUP, 1754400009000)
    assert read.fact == JoinRequest(
        OTHER, "test-request-1", "新茶友", "朋友介绍\n喜欢什么茶？ 龙井"
    )


def test_somebody_was_invited() -> None:
    asked = JoinRequest(OTHER, "test-request-2", "新茶友", "", "invite", MEMBER)
    assert event("join_request_invited").fact == asked


@pytest.mark.parametrize(
    "changes",
    [
        {"apply_at": "soon", "username": 5, "verify_info": "x"},
        {"apply_at": {}, "username": None, "verify_info": {"review_qa_list": "x"}},
        {"apply_at": None, "username": None, "verify_info": None, "invited_by": {"id": "x"}},
        {"apply_at": 2**60, "username": "", "verify_info": {"review_qa_list": [{"answer": 5}]}},
    ],
)
def test_a_request_that_tells_little_is_one_all_the_same(changes: dict[str, Any]) -> None:
    read = qq.read("bot", payload("join_request", **changes))
    assert (read.at, read.fact) == (0, JoinRequest(OTHER, "test-request-1"))


def test_who_comes_is_named_if_told() -> None:
    read = qq.read("bot", payload("member_joined", username="新茶友", timestamp=None))
    assert read.fact == Membership(Change.JOINED, (OTHER,), names=("新茶友",))
    assert read.at == 0


@pytest.mark.parametrize(
    "time",
    [1754400001, "1754400001", "2025-08-05T13:20:01Z", "2025-08-05T21:20:01+08:00"],
)
def test_times_of_any_form(time: object) -> None:
    for name in ("robot_added", "group_at_plain", "member_joined"):
        assert qq.read("bot", payload(name, timestamp=time)).at == 1754400001000


def test_a_message_that_was_deleted_by_nobody_that_is_told() -> None:
    told = {"id": "m1", "channel_id": "1700001"}
    read = qq.read("bot", payload("channel_message_deleted", message=told, op_user=None))
    assert read.fact == Recall("m1")


@pytest.mark.parametrize("d", [None, 5, "x", [], {}, {"group_openid": "~x"}, {"channel_id": "-"}])
def test_an_unknown_kind_may_hold_anything(d: object) -> None:
    read = qq.read("bot", json.dumps({"op": 0, "t": "DREAM" * 50, "d": d}).encode())
    assert (read.group.chat, read.at) == (NO_CHAT, 0)
    assert read.fact == Other(("DREAM" * 50)[:80])


def test_vector_q3_is_an_unknown_kind() -> None:
    body = b'{\n  "op": 0,\n  "d": {},\n  "t": "GATEWAY_EVENT_NAME"\n}'
    assert qq.read("bot", body).fact == Other("GATEWAY_EVENT_NAME")
