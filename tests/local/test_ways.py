"""A bot opens ways into groups for a live code, visitors are led there, joins tell their way."""

import time
from typing import Any

import pytest
import requests

from infra.local import vendors
from infra.local.simulator.way_picture import SAYS
from tests.local.community import AES_KEY, Community
from tests.local.desk import eventually

CORPORATION = "wx5823bf96d3bd56c7"
PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50"}


@pytest.fixture
def code(community: Community) -> str:
    place = f"/api/communities/{community.key}/livecodes"
    return str(community.desk.post(place, {"name": "Poster"})["code"])


def _open(community: Community, code: str, group: str) -> tuple[str, dict[str, Any]]:
    """The way's name and its destination, as soon as the platform has opened it."""
    wish = {"group": group, "channel": "poster", "member_limit": 50}
    way = community.desk.post(f"/api/livecodes/{code}/ways", wish)["way"]

    def found() -> Any:
        every = community.desk.get(f"/api/livecodes/{code}")["destinations"]
        return next((one for one in every if one["way"] == way), None)

    made = eventually(found)
    assert made, community.desk.get(f"/api/livecodes/{code}/ways/{way}")
    return way, made


def test_a_telegram_link_is_made_and_visitors_follow_it(community: Community, code: str) -> None:
    way, made = _open(community, code, community.group("telegram"))
    assert (made["kind"], made["capacity"], made["group"]) == (
        "link",
        50,
        community.group("telegram"),
    )
    address = f"{community.suite.base_url}/c/{code}"
    scan = requests.get(address, headers=PHONE, allow_redirects=False, timeout=30)
    assert (scan.status_code, scan.headers["location"]) == (302, made["target"])
    (opened,) = community.desk.get(f"/api/livecodes/{code}/ways/{way}")["items"]
    assert (opened["status"], opened["result"]) == ("sent", {"address": made["target"]})


def test_on_wecom_the_code_on_the_ways_picture_is_shown_and_joins_tell_the_way(
    community: Community, code: str
) -> None:
    chat = f"wr{community.chat}"
    group = f"wecom:{community.key}:{chat}"
    secrets = {"corpsecret": "s", "api_base": community.suite.simulator_url}
    community.desk.patch(f"/api/accounts/wecom/{community.key}", {"secrets": secrets})
    community.desk.post(
        "/api/groups", {"group": group, "name": "Tea 1", "community": community.key}
    )
    way, made = _open(community, code, group)
    assert (made["kind"], made["target"]) == ("qr", SAYS)
    (call,) = [
        one
        for one in community.suite.calls(method="add_join_way")
        if one["parameters"]["chat_id_list"] == [chat]
    ]
    wanted = {"state": way, "auto_create_room": 1, "room_base_name": "Tea ", "room_base_id": 2}
    assert call["parameters"].items() >= wanted.items()

    _somebody_joins(community, chat, way)
    path = f"/api/groups/{group}/members"

    def told() -> Any:
        return [one for one in community.desk.get(path)["items"] if one["via"] == way]

    (member,) = eventually(told, seconds=45)
    assert (member["id"], member["inviter"]) == ("wmSCANNED", "")
    events = community.desk.get(f"/api/groups/{group}/events")["items"]
    assert sorted(event["via"] for event in events) == sorted(["qr", way])


def _somebody_joins(community: Community, chat: str, way: str) -> None:
    now = int(time.time())
    member = {"userid": "wmSCANNED", "type": 2, "join_time": now, "join_scene": 3, "state": way}
    requests.put(
        f"{community.suite.simulator_url}/members", json={f"wecom/{chat}": [member]}, timeout=10
    ).raise_for_status()
    xml = (
        f"<xml><ToUserName><![CDATA[{CORPORATION}]]></ToUserName>"
        f"<FromUserName><![CDATA[sys]]></FromUserName><CreateTime>{now + 1}</CreateTime>"
        "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_chat]]></Event>"
        f"<ChatId><![CDATA[{chat}]]></ChatId><ChangeType><![CDATA[update]]></ChangeType>"
        "<UpdateDetail><![CDATA[add_member]]></UpdateDetail><JoinScene>3</JoinScene>"
        "<MemChangeCnt>1</MemChangeCnt><MemChangeList><Item><![CDATA[wmSCANNED]]></Item>"
        "</MemChangeList></xml>"
    )
    query, body = vendors.wecom_post("QDG6eK", AES_KEY, CORPORATION, xml, now, "n1")
    answer = community.send("wecom", body, {"content-type": "text/xml"}, query)
    assert answer.status_code == 200
