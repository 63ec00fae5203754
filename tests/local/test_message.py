"""A message arrives, is judged, and what follows from it happens on the platform: once."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.local.community import Community
from tests.local.desk import eventually
from tests.local.messages import NEWCOMER, onebot_message, telegram_message


def _events(community: Community, platform: str = "onebot") -> list[dict[str, Any]]:
    found = community.desk.get(f"/api/groups/{community.group(platform)}/events")["items"]
    return list(found)


def _calls(community: Community) -> list[dict[str, Any]]:
    return community.suite.calls(account=community.key)


def test_a_newcomers_link_on_onebot_is_deleted_and_he_is_muted(community: Community) -> None:
    answer = community.send_onebot(
        onebot_message(community.chat, "加我领资料 https://spam.example/x")
    )
    assert (answer.status_code, answer.text) == (204, "")

    calls = community.suite.await_calls(2, account=community.key)
    assert [(call["method"], call["parameters"]) for call in calls] == [
        ("delete_msg", {"message_id": 7}),
        (
            "set_group_ban",
            {"group_id": int(community.chat), "user_id": NEWCOMER, "duration": 600},
        ),
    ]

    [event] = _events(community)
    [ruling] = event["verdict"]["rulings"]
    assert ruling["rule"] == "links from newcomers" and ruling["fired"]
    reasons = {finding["check"]: finding["details"] for finding in ruling["findings"]}
    assert "https://spam.example/x" in reasons["link"]
    assert "message 1 seen" in reasons["newcomer"]


def test_a_newcomers_link_on_telegram_is_deleted_and_he_is_restricted(
    community: Community,
) -> None:
    link = "https://spam.example/x"
    answer = community.send_telegram(telegram_message(community.chat, f"free gifts {link}", link))
    assert answer.status_code == 200

    calls = community.suite.await_calls(2, platform="telegram", account=_bot(community))
    assert [call["method"] for call in calls] == ["deleteMessage", "restrictChatMember"]
    assert calls[0]["parameters"] == {"chat_id": int(community.chat), "message_id": 1365}
    assert calls[1]["parameters"]["user_id"] == NEWCOMER
    assert not any(calls[1]["parameters"]["permissions"].values())


def _bot(community: Community) -> str:
    return str(int(community.chat))


def test_a_clean_message_is_judged_too_and_nothing_is_done(community: Community) -> None:
    community.send_onebot(onebot_message(community.chat, "早上好"))
    [event] = eventually(lambda: [e for e in _events(community) if e["verdict"]])
    [ruling] = event["verdict"]["rulings"]
    assert not ruling["fired"]
    assert {"check": "link", "hit": False, "details": "no link in the message"} in ruling[
        "findings"
    ]
    assert _calls(community) == []


def test_a_forged_callback_gets_401_and_leaves_nothing_behind(community: Community) -> None:
    body = onebot_message(community.chat, "加我 https://spam.example/x")
    answer = community.send_onebot(body, secret="guessed")
    assert (answer.status_code, answer.text) == (401, "")
    tampered = community.send("onebot", body + b" ", {"x-signature": "sha1=" + "0" * 40})
    assert tampered.status_code == 401
    assert _events(community) == [] and _calls(community) == []


def test_the_same_callback_many_times_also_at_once_acts_once(community: Community) -> None:
    body = onebot_message(community.chat, "加我 https://spam.example/x")
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda _: community.send_onebot(body), range(3)))
    answers += [community.send_onebot(body) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {204}

    assert len(community.suite.await_calls(2, account=community.key)) == 2
    time.sleep(2)  # long enough for a second round to show
    assert [call["method"] for call in _calls(community)] == ["delete_msg", "set_group_ban"]
    assert len(_events(community)) == 1


def test_two_events_of_one_sender_in_one_second_both_count(community: Community) -> None:
    for message_id in (1, 2):
        community.send_onebot(onebot_message(community.chat, "你好", message_id))
    group = community.group("onebot")
    [member] = eventually(
        lambda: [
            m
            for m in community.desk.get(f"/api/groups/{group}/members")["items"]
            if m["messages"] == 2
        ]
    )
    assert member["name"] == "小不点"
    assert len(_events(community)) == 2


@pytest.mark.parametrize("path", ["onebot/nobody", "myspace/main", "onebot/NOT-AN-ACCOUNT"])
def test_an_unknown_platform_or_account_is_404(community: Community, path: str) -> None:
    url = f"{community.suite.base_url}/webhook/{path}"
    assert requests.post(url, data=b"{}", timeout=30).status_code == 404
