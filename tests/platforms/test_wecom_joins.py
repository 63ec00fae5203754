"""Who came into a WeCom customer group, out of the list of its members."""

import json
from typing import Any

import pytest

from hearth.domain.actions import FetchJoins
from hearth.domain.deliveries import Refused, Sent
from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Membership
from hearth.platforms import wecom_joins
from hearth.platforms.reading import WECOM_JOINS, read
from hearth.platforms.wecom_api import outcome
from hearth.ports import ApiResponse

CHAT = "wrTESTCHAT0001"
BOSS = {"userid": "boss", "type": 1, "join_time": 100, "join_scene": 1}
INVITED = {
    "userid": "wmTESTMEMBER01",
    "type": 2,
    "join_time": 300,
    "join_scene": 1,
    "invitor": {"userid": "boss"},
    "group_nickname": "小明",
    "name": "小明",
}
SCANNED = {
    "userid": "wmTESTMEMBER02",
    "type": 2,
    "unionid": "u2",
    "join_time": 200,
    "join_scene": 3,
    "state": "lc_tea_1",
}
MEMBERS = [BOSS, INVITED, SCANNED]


def group(*members: Any, **more: Any) -> dict[str, Any]:
    return {"group_chat": {"chat_id": CHAT, "name": "读书群", "member_list": list(members), **more}}


def memberships(content: dict[str, Any], since: int = 0) -> list[Membership]:
    events = [read(WECOM_JOINS, "main", body) for body in wecom_joins.facts(content, since)]
    assert all(event.group.id == f"wecom:main:{CHAT}" for event in events)
    facts = [event.fact for event in events]
    assert all(isinstance(fact, Membership) for fact in facts)
    return facts  # type: ignore[return-value]


def came(member: str, via: str, inviter: str = "") -> Membership:
    return Membership(Change.JOINED, (member,), via, inviter=inviter)


def test_everybody_with_the_way_he_came_by_oldest_first() -> None:
    assert memberships(group(*MEMBERS)) == [
        came("boss", "invite"),
        came("wmTESTMEMBER02", "lc_tea_1"),
        came("wmTESTMEMBER01", "invite", "boss"),
    ]


@pytest.mark.parametrize(("since", "count"), [(0, 3), (200_000, 2), (200_001, 1), (300_001, 0)])
def test_who_came_before_is_left_out(since: int, count: int) -> None:
    assert len(memberships(group(*MEMBERS), since)) == count


@pytest.mark.parametrize(("scene", "via"), [(1, "invite"), (2, "link"), (3, "qr"), (7, "")])
def test_without_a_state_the_scene_is_told(scene: int, via: str) -> None:
    (fact,) = memberships(group({**SCANNED, "state": "", "join_scene": scene}))
    assert fact.via == via


def test_a_coming_is_the_same_event_whenever_it_is_listed() -> None:
    later = {**SCANNED, "group_nickname": "another", "name": "new", "unionid": "u3"}
    (one,), (other,) = (wecom_joins.facts(group(member), 0) for member in (SCANNED, later))
    assert one == other
    assert read(WECOM_JOINS, "main", one).key.startswith("0000000200000#")


def test_who_comes_again_is_another_event() -> None:
    again = {**SCANNED, "join_time": 201}
    assert len(set(wecom_joins.facts(group(SCANNED, again), 0))) == 2


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({}, "“group_chat” is missing"),
        ({"group_chat": {"member_list": []}}, "“group_chat.chat_id” is missing"),
        (group("x"), "“group_chat.member_list[0]” must be an object"),
        (group({**SCANNED, "userid": "a b"}), "“userid” must be"),
        (group({**SCANNED, "join_time": -1}), "join_time” must be"),
        (group({**SCANNED, "join_time": "200"}), "join_time” must be"),
        (group({**SCANNED, "invitor": []}), "invitor” must be"),
        (group({**SCANNED, "state": 5}), "state” must be"),
        (group(chat_id="a\nb"), "“chat_id” must be"),
        (group(*[BOSS] * 2001), "more than 2000"),
    ],
)
def test_what_wecom_would_not_say_is_refused_in_words(
    content: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(Malformed, match=complaint.replace("[", "\\[")):
        wecom_joins.facts(content, 0)
    answer = ApiResponse(200, {"errcode": 0, **content}, {})
    assert isinstance(outcome(FetchJoins(0, 0), answer), Refused)


def test_the_answer_s_facts_are_handed_on() -> None:
    answer = ApiResponse(200, {"errcode": 0, "errmsg": "ok", **group(*MEMBERS)}, {})
    facts = wecom_joins.facts(group(*MEMBERS), 200_000)
    assert outcome(FetchJoins(200_000, 0), answer) == Sent("2 who came", facts=facts)


@pytest.mark.parametrize("change", [{"join_time": None}, {"userid": ""}, {"chat_id": 5}])
def test_a_damaged_body_is_refused(change: dict[str, Any]) -> None:
    (body,) = wecom_joins.facts(group(SCANNED), 0)
    with pytest.raises(Malformed):
        read(WECOM_JOINS, "main", json.dumps({**json.loads(body), **change}).encode())
