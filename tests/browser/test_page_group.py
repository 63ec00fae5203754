"""A group's page: what happened, what the checks said, what followed."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk, eventually
from tests.local.messages import onebot_message

SPAM = "加我领资料 https://spam.example/x"


def _deliveries(community: Community) -> list[dict[str, Any]]:
    path = f"/api/groups/{community.group('onebot')}/deliveries"
    found: list[dict[str, Any]] = community.desk.get(path)["items"]
    return found


def _settled(community: Community, number: int) -> bool:
    states = [delivery["status"] for delivery in _deliveries(community)]
    return len(states) == number and "sending" not in states


def _spam(community: Community) -> None:
    assert community.send_onebot(onebot_message(community.chat, SPAM)).status_code == 204
    assert eventually(lambda: _settled(community, 2))


def _card(console: Console, text: str) -> Locator:
    return console.page.get_by_role("listitem").filter(has_text=text).first


def test_a_verdict_says_which_checks_hit_why_and_what_followed(
    console: Console, community: Community
) -> None:
    _spam(community)
    console.open_group(community, "events")
    card = _card(console, SPAM)
    for words in (
        "Rule fired",
        "Links from newcomers",
        "1 link(s) in the message, the first is https://spam.example/x",
        "joined unseen, message number 1; a newcomer for the first 3 messages",
        "not an owner or administrator of the group, so the rules apply",
        "Delete the message",
        "Mute 小不点 for 10 minutes",
        "Judged by the rules every community starts with.",
    ):
        expect(card).to_contain_text(words)
    expect(card.get_by_text("done", exact=True)).to_have_count(2)


def test_a_verdict_is_told_in_chinese_throughout(
    new_console: NewConsole, desk: Desk, community: Community
) -> None:
    _spam(community)
    console = new_console("zh")
    console.log_in(desk)
    console.open_group(community, "events")
    verdict = _card(console, SPAM).locator("details")
    expect(verdict).to_contain_text("禁言 小不点 10 分钟")
    expect(verdict.get_by_text("已完成")).to_have_count(2)
    words = re.findall("[A-Za-z]{3,}", verdict.inner_text().replace("https://spam.example/x", ""))
    assert words == [], "these are not Chinese"


@pytest.mark.parametrize(
    ("fault", "state", "explained"),
    [
        ("reset", "unknown", "nobody knows whether it was done"),
        ("kicked", "refused", ""),
    ],
)
def test_what_went_wrong_on_the_platform_is_told(
    console: Console, community: Community, fault: str, state: str, explained: str
) -> None:
    community.suite.fail_next("delete_msg", fault)
    _spam(community)
    console.open_group(community, "events")
    card = _card(console, SPAM)
    expect(card.get_by_text(state, exact=True)).to_be_visible()
    expect(card).to_contain_text(explained)


def test_a_harmless_message_is_clean_and_says_why_when_asked(
    console: Console, community: Community
) -> None:
    community.send_onebot(onebot_message(community.chat, "good morning"))
    console.open_group(community, "events")
    card = _card(console, "good morning")
    card.get_by_text("Clean").click()
    expect(card).to_contain_text("there is no link in the message")


def test_members_and_deliveries_have_lists_of_their_own(
    console: Console, community: Community
) -> None:
    _spam(community)
    page = console.open_group(community, "members")
    expect(page.get_by_role("listitem").filter(has_text="小不点")).to_contain_text("Messages: 1")
    page.get_by_role("link", name="Deliveries").click()
    expect(page.get_by_text("because of a verdict")).to_have_count(2)
