"""Does the simulator answer OneBot 11 actions as NapCat does?"""

from typing import Any

import pytest

from tests.local.simulated import BEARER, JSON, Caller


@pytest.fixture
def caller() -> Caller:
    return Caller()


def test_a_onebot_action_succeeds_and_is_recorded(caller: Caller) -> None:
    reply = caller.onebot("send_group_msg", {"group_id": 5, "message": "hello"})

    assert (reply.status, reply.body["status"], reply.body["retcode"]) == (200, "ok", 0)
    assert reply.body["data"] == {"message_id": 1}
    [call] = caller.control("GET", "/calls").body
    assert (call["platform"], call["account"], call["outcome"]) == ("onebot", "10001", "ok")
    assert call["parameters"] == {"group_id": 5, "message": "hello"}


def test_onebot_accepts_the_token_in_the_query_too(caller: Caller) -> None:
    assert caller.onebot("get_status", {}, headers=JSON, query="secret").status == 200


@pytest.mark.parametrize(
    ("action", "headers", "body", "status"),
    [
        ("delete_msg", JSON, {"message_id": 1}, 401),
        ("no_such_action", BEARER, {}, 404),
        ("delete_msg", {"authorization": "Bearer secret"}, {"message_id": 1}, 406),
        ("delete_msg", BEARER, b"{", 400),
        ("delete_msg", BEARER, [1], 400),
    ],
)
def test_a_onebot_request_that_reaches_no_action_is_not_recorded(
    caller: Caller, action: str, headers: dict[str, str], body: object, status: int
) -> None:
    assert caller.onebot(action, body, headers).status == status
    assert caller.control("GET", "/calls").body == []


def test_a_wrong_onebot_token_is_refused_as_napcat_does(caller: Caller) -> None:
    caller.control("PUT", "/tokens", {"onebot/10001": "another"})

    reply = caller.onebot("get_status", {})

    assert (reply.status, reply.body) == (403, {"message": "token verify failed!"})


@pytest.mark.parametrize(
    ("action", "parameters"),
    [
        ("delete_msg", {}),
        ("delete_msg", {"message_id": "x"}),
        ("set_group_ban", {"group_id": 1, "user_id": 2}),
        ("set_group_kick", {"group_id": 1}),
        ("send_group_msg", {"group_id": 1, "message": ""}),
    ],
)
def test_onebot_parameters_that_are_wrong_give_1400(
    caller: Caller, action: str, parameters: dict[str, Any]
) -> None:
    reply = caller.onebot(action, parameters)

    assert (reply.status, reply.body["status"]) == (200, "failed")
    assert reply.body["retcode"] == 1400


def test_a_negative_onebot_message_is_deleted_once(caller: Caller) -> None:
    first = caller.onebot("delete_msg", {"message_id": -12})
    second = caller.onebot("delete_msg", {"message_id": -12})

    assert (first.body["status"], second.body["status"]) == ("ok", "failed")


def test_onebot_tells_of_its_groups(caller: Caller) -> None:
    caller.control("PUT", "/groups", {"onebot/5": {"name": "Tea", "members": 2, "limit": 200}})

    info = caller.onebot("get_group_info", {"group_id": 5}).body["data"]
    members = caller.onebot("get_group_member_list", {"group_id": 5}).body["data"]

    assert info == {
        "group_id": 5,
        "group_name": "Tea",
        "member_count": 2,
        "max_member_count": 200,
    }
    assert [member["role"] for member in members] == ["owner", "member"]
