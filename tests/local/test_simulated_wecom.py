"""Does the simulator answer as WeCom documents its server API?"""

import pytest

from infra.local.simulator.way_picture import SAYS
from infra.local.simulator.wire import Request
from tests.local.simulated import Caller

WAY = {"scene": 2, "chat_id_list": ["wr1"], "state": "lc_tea_1", "auto_create_room": 1}


@pytest.fixture
def caller() -> Caller:
    return Caller()


@pytest.fixture
def token(caller: Caller) -> str:
    given = caller.wecom("gettoken", {}, corpid="ww1", corpsecret="s").body
    assert (given["errcode"], given["expires_in"]) == (0, 7200)
    return str(given["access_token"])


def test_whoever_asks_again_gets_the_same_token(caller: Caller, token: str) -> None:
    again = caller.wecom("gettoken", {}, corpid="ww1", corpsecret="s").body
    assert again["access_token"] == token


def test_a_way_is_opened_and_shown(caller: Caller, token: str) -> None:
    opened = caller.wecom("add_join_way", WAY, access_token=token).body
    assert sorted(opened) == ["config_id", "errcode", "errmsg"]
    config = opened["config_id"]
    way = caller.wecom("get_join_way", {"config_id": config}, access_token=token).body["join_way"]
    assert (way["state"], way["config_id"]) == ("lc_tea_1", config)
    assert way["qr_code"].startswith("http://127.0.0.1:8788/cgi-bin/way.png?")


def test_its_picture_says_where_it_leads(caller: Caller) -> None:
    from hearth.pictures.reader import codes_on

    reply = caller.wecom("../way.png", {})
    assert reply.body["errcode"] == 40066
    picture = caller.world.answer(_get("/cgi-bin/way.png"))
    assert picture.headers["Content-Type"] == "image/png"
    assert codes_on(picture.encoded()) == (SAYS,)


def test_members_are_those_that_were_listed(caller: Caller, token: str) -> None:
    member = {"userid": "wm1", "join_time": 5, "state": "lc_tea_1"}
    caller.control("PUT", "/members", {"wecom/wr1": [member]})
    for chat, members in (("wr1", [member]), ("wr2", [])):
        group = caller.wecom("get", {"chat_id": chat}, access_token=token).body["group_chat"]
        assert (group["chat_id"], group["member_list"]) == (chat, members)


@pytest.mark.parametrize(
    ("method", "body", "code"),
    [
        ("none", {}, 40066),
        ("add_join_way", {"scene": 2}, 40058),
        ("add_join_way", {"scene": 2, "chat_id_list": list("abcdef")}, 41091),
        ("get_join_way", {"config_id": "x"}, 41044),
        ("get", {}, 40058),
        ("get", b"[", 47001),
    ],
)
def test_a_call_that_is_wrong_says_why_with_http_200(
    caller: Caller, token: str, method: str, body: object, code: int
) -> None:
    reply = caller.wecom(method, body, access_token=token)
    assert (reply.status, reply.body["errcode"]) == (200, code)


@pytest.mark.parametrize(("token", "code"), [("", 41001), ("ww1.forged", 40014)])
def test_a_call_needs_a_token_that_was_given(caller: Caller, token: str, code: int) -> None:
    reply = caller.wecom("get", {"chat_id": "wr1"}, access_token=token)
    assert reply.body["errcode"] == code
    assert caller.control("GET", "/calls").body == []


def test_a_wrong_secret_gets_no_token_and_no_secret_is_recorded(caller: Caller) -> None:
    caller.control("PUT", "/tokens", {"wecom/ww1": "right"})
    codes = [
        caller.wecom("gettoken", {}, corpid="ww1", corpsecret=secret).body["errcode"]
        for secret in ("wrong", "right")
    ]
    assert codes == [40001, 0]
    assert "right" not in str(caller.control("GET", "/calls").body)


@pytest.mark.parametrize(("kind", "code"), [("429", 45009), ("kicked", 86003), ("token", 42001)])
def test_planned_faults(caller: Caller, token: str, kind: str, code: int) -> None:
    caller.control("POST", "/faults", {"method": "get", "kind": kind})
    codes = [
        caller.wecom("get", {"chat_id": "wr1"}, access_token=token).body["errcode"] for _ in "ab"
    ]
    assert codes == [code, 0]


def _get(path: str) -> Request:
    return Request("GET", path)
