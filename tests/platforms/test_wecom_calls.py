"""What Hearth says to WeCom's server API, and how it understands the answer."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.actions import Action, FetchJoins, OpenWay, ShowWay
from hearth.domain.deliveries import Later, Outcome, Refused, Sent, Unclear
from hearth.domain.errors import Misconfigured
from hearth.platforms.wecom_api import outcome, refuses_token, request, token, token_request
from hearth.ports import ApiResponse, Token
from tests.events.sign import WECOM
from tests.unit.strategies import json_values

SECRETS = {**WECOM, "access_token": "tok+/="}
CHAT = "wrTESTCHAT0001"
OPEN = OpenWay("lc_tea_1", 100, 1_800_000_000_000, "Tea ", 4)
SHOW = ShowWay("c1", "lc_tea_1", 100, 0)
FETCH = FetchJoins(0, 0)
QR = "https://wework.qpic.cn/wwpic/way.png"
ACTIONS: list[Action] = [OPEN, SHOW, FETCH]


def answer(status: int = 200, **content: Any) -> ApiResponse:
    return ApiResponse(status, content, {})


def done(**content: Any) -> ApiResponse:
    return answer(errcode=0, errmsg="ok", **content)


@pytest.mark.parametrize(
    ("action", "name", "payload"),
    [
        (
            OPEN,
            "add_join_way",
            {
                "scene": 2,
                "remark": "lc_tea_1",
                "state": "lc_tea_1",
                "chat_id_list": [CHAT],
                "auto_create_room": 1,
                "room_base_name": "Tea ",
                "room_base_id": 4,
            },
        ),
        (SHOW, "get_join_way", {"config_id": "c1"}),
        (FETCH, "get", {"chat_id": CHAT, "need_name": 0}),
    ],
)
def test_calls_carry_the_token_in_the_address(
    action: Action, name: str, payload: dict[str, Any]
) -> None:
    call = request(CHAT, action, SECRETS)
    place = urlsplit(call.url)
    assert place.path == f"/cgi-bin/externalcontact/groupchat/{name}"
    assert parse_qs(place.query) == {"access_token": ["tok+/="]}
    assert (call.method, call.payload, call.headers) == ("POST", payload, {})


def test_without_a_name_for_them_no_groups_are_created() -> None:
    payload = request(CHAT, replace(OPEN, base=""), SECRETS).payload
    assert payload["auto_create_room"] == 0
    assert "room_base_name" not in payload


def test_names_are_as_long_as_wecom_takes_them() -> None:
    payload = request(CHAT, replace(OPEN, name="x" * 99, base="茶" * 99), SECRETS).payload
    assert (payload["state"], payload["room_base_name"]) == ("x" * 30, "茶" * 40)


def test_the_token_is_asked_for_with_the_corporation_and_its_secret() -> None:
    call = token_request({"receive_id": "ww1", "corpsecret": "a&b=c"})
    assert call.url == (
        "https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1&corpsecret=a%26b%3Dc"
    )
    assert call.method == "GET"


@pytest.mark.parametrize("name", ["receive_id", "corpsecret"])
def test_a_missing_setting_is_named(name: str) -> None:
    with pytest.raises(Misconfigured, match=f"“{name}”"):
        token_request({**WECOM, name: ""})


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (done(access_token="t", expires_in=7200), Token("t", 7200)),
        (done(access_token="t", expires_in=10**9), Token("t", 86_400)),
        (answer(503), Later(30, "HTTP 503")),
        (answer(errcode=-1, errmsg="busy"), Later(30, "busy (errcode -1)")),
    ],
)
def test_tokens(response: ApiResponse, expected: object) -> None:
    assert token(response) == expected


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (answer(errcode=40001, errmsg="invalid credential"), "corpsecret"),
        (answer(errcode=40013, errmsg="invalid corpid"), "receive_id"),
        (answer(errcode=60020, errmsg="not allow to access from your ip"), "可信IP"),
        (answer(200), "api_base"),
        (done(), "no token"),
        (done(access_token=5, expires_in=7200), "no token"),
        (done(access_token="a b", expires_in=7200), "no token"),
        (done(access_token="t", expires_in="7200"), "no token"),
    ],
)
def test_why_there_is_no_token(response: ApiResponse, words: str) -> None:
    refused = token(response)
    assert isinstance(refused, Refused)
    assert words in refused.reason


@pytest.mark.parametrize(("code", "stale"), [(40014, 1), (42001, 1), (41001, 1), (0, 0), (-1, 0)])
def test_which_answers_mean_that_the_token_is_good_no_longer(code: int, stale: int) -> None:
    assert refuses_token(answer(errcode=code)) is bool(stale)


@pytest.mark.parametrize(
    ("action", "response", "expected"),
    [
        (OPEN, done(config_id="9ad7"), Sent("9ad7", {"config": "9ad7"})),
        (SHOW, done(join_way={"qr_code": QR}), Sent(QR, {"picture": QR})),
        (OPEN, answer(errcode=45009, errmsg="freq"), Later(60, "freq (errcode 45009)")),
        (OPEN, answer(errcode=6000, errmsg="x"), Later(30, "x (errcode 6000)")),
        (OPEN, answer(429), Later(30, "HTTP 429")),
        (SHOW, answer(502), Later(30, "HTTP 502")),
        (FETCH, answer(502), Later(30, "HTTP 502")),
        (OPEN, answer(errcode=99999), Refused("no reason given (errcode 99999)")),
        (SHOW, done(join_way={}), Refused("WeCom shows no QR code of this way")),
        (SHOW, done(join_way=[]), Refused("WeCom shows no QR code of this way")),
        (
            SHOW,
            done(join_way={"qr_code": "javascript:x"}),
            Refused("WeCom shows no QR code of this way"),
        ),
    ],
)
def test_answers(action: Action, response: ApiResponse, expected: Outcome) -> None:
    assert outcome(action, response) == expected


@pytest.mark.parametrize(
    "response",
    [answer(502), answer(200), answer(302), done(), done(config_id=5), done(config_id="a b")],
)
def test_whether_a_way_was_opened_is_sometimes_in_doubt(response: ApiResponse) -> None:
    assert isinstance(outcome(OPEN, response), Unclear)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (48002, "customer contact"),
        (60020, "fixed address"),
        (41091, "5 groups"),
        (90501, "customer group"),
    ],
)
def test_what_an_operator_has_to_do_is_said(code: int, words: str) -> None:
    refused = outcome(OPEN, answer(errcode=code, errmsg="no"))
    assert isinstance(refused, Refused)
    assert words in refused.reason
    assert f"errcode {code}" in refused.reason


@given(
    st.sampled_from(ACTIONS),
    st.sampled_from([200, 400, 429, 500]),
    st.dictionaries(
        st.sampled_from(["errcode", "errmsg", "config_id", "join_way", "group_chat"]),
        json_values | st.just(0),
    ),
)
def test_any_answer_has_a_meaning(action: Action, status: int, content: dict[str, Any]) -> None:
    assert isinstance(outcome(action, ApiResponse(status, content, {})), Outcome)
    assert isinstance(token(ApiResponse(status, content, {})), Token | Later | Refused)
