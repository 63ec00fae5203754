"""What must be known or done: counted beside the page's name, told in words, dealt with."""

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk
from tests.local.suite import Suite
from tests.support.unique import unique

FILLING = {"code": "abcd", "name": "海报", "percent": 95, "left": 10, "seats": 200, "full_at": 0}


def _raise(suite: Suite, community: str, kind: str, facts: dict[str, Any], **more: Any) -> None:
    """Lay a notice into the table; without the mark that lets the next tick send it out."""
    table = suite.settings("ConsoleFunction")["NOTICES_TABLE"]
    item = {
        "community": {"S": community},
        "notice": {"S": unique()},
        "kind": {"S": kind},
        "subject": {"S": "x"},
        "facts": {"S": json.dumps(facts)},
        "raised": {"N": "1700000000000"},
        "urgency": {"S": more.get("urgency", "warning")},
        "is_task": {"BOOL": more.get("is_task", False)},
        "link": {"S": more.get("link", "/domains")},
        "open": {"S": community},
        "expires": {"N": "4000000000"},
    }
    suite.client("dynamodb").put_item(TableName=table, Item=item)


def test_a_notice_is_counted_told_and_dealt_with(
    console: Console, community: Community, suite: Suite
) -> None:
    link = f"/communities/{community.key}/livecodes"
    _raise(suite, community.key, "livecode-filling", FILLING, link=link)
    page = console.open_in(community, "/todo")
    card = page.get_by_role("main").get_by_role("listitem")
    expect(card).to_contain_text("“海报” is 95 % full: 10 of 200 seats are left.")
    expect(card).to_contain_text("no mail went out yet")
    count = page.get_by_role("link", name="To do 1 open")
    expect(count).to_be_visible()

    card.get_by_role("button", name="Done").click()
    expect(card).to_contain_text("dealt with by op")
    expect(count).to_have_count(0)
    card.get_by_role("link", name="Look at it").click()
    expect(page.get_by_role("heading", level=1, name="Live codes")).to_be_visible()

    page = console.open_in(community, "/todo")
    expect(page.get_by_text("Nothing to do")).to_be_visible()
    page.get_by_label("Show").select_option("all")
    expect(card).to_contain_text("dealt with by op")


def test_what_is_closed_meanwhile_goes_from_the_list_and_from_the_count_beside_its_name(
    console: Console, community: Community, suite: Suite
) -> None:
    for percent in (80, 90, 95):
        _raise(suite, community.key, "livecode-filling", {**FILLING, "percent": percent})
    notices = f"/api/communities/{community.key}/notices"
    ids = [one["id"] for one in community.desk.get(f"{notices}?state=open")["items"]]
    console.page.clock.install()
    page = console.open_in(community, "/livecodes")
    expect(page.get_by_role("link", name="To do 3 open")).to_be_visible()

    community.desk.post(f"{notices}/{ids[0]}/done", {})
    page.get_by_role("link", name="To do 3 open").click()
    cards = page.get_by_role("main").get_by_role("listitem")
    expect(cards).to_have_count(2)
    expect(page.get_by_role("link", name="To do 2 open")).to_be_visible()

    community.desk.post(f"{notices}/{ids[1]}/done", {})
    page.clock.fast_forward("05:01")
    expect(page.get_by_role("link", name="To do 1 open")).to_be_visible()
    expect(cards).to_have_count(1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_pages_of_the_menu_have_the_same_name(
    new_console: NewConsole, desk: Desk, community: Community, language: str
) -> None:
    console = new_console(language)
    console.log_in(desk)
    page = console.open_in(community, "/settings")
    menu = page.get_by_role("navigation")
    expect(menu.get_by_role("link").nth(9)).to_be_visible()
    names = menu.get_by_role("link").all_inner_texts()
    assert len(set(names)) == len(names) > 9


def test_a_task_is_told_in_chinese(
    new_console: NewConsole, desk: Desk, community: Community, suite: Suite
) -> None:
    facts = {"code": "abcd", "name": "海报", "group": "茶友会 7 群", "left": 9, "full_at": 0}
    _raise(suite, community.key, "livecode-next-group", facts, is_task=True, urgency="alarm")
    console = new_console("zh", width=360)
    console.log_in(desk)
    page = console.open_in(community, "/todo")
    card = page.get_by_role("main").get_by_role("listitem")
    expect(card).to_contain_text("紧急")
    expect(card).to_contain_text("任务")
    expect(card).to_contain_text("请手动新建群“茶友会 7 群”，并添加到“海报”：还剩 9 个名额。")


def test_a_viewer_reads_and_deals_with_nothing(
    new_console: NewConsole, desk: Desk, community: Community, suite: Suite
) -> None:
    facts = {"code": "a", "name": "b", "seats": 1, "shown": "person"}
    _raise(suite, community.key, "livecode-full", facts)
    console = new_console()
    console.log_in(desk, role="viewer")
    page = console.open_in(community, "/todo")
    expect(page.get_by_role("link", name="Look at it")).to_be_visible()
    expect(page.get_by_text("No group of “b” has room: all 1 seats are taken")).to_contain_text(
        "Visitors are shown the person who helps. Add a destination now."
    )
    expect(page.get_by_role("button", name="Done")).to_have_count(0)


def test_what_concerns_the_whole_installation_is_in_a_list_of_its_own(
    console: Console, suite: Suite
) -> None:
    domain = f"{unique()}.example"
    facts = {"domain": domain, "why": "silent", "instead": ""}
    _raise(suite, "-", "domain-blocked", facts, urgency="alarm")
    page = console.open("/todo")
    card = page.get_by_role("main").get_by_role("listitem").filter(has_text=domain)
    expect(card).to_contain_text("no answer in time")
    expect(card).to_contain_text("the suite’s own address")
    card.get_by_role("button", name="Done").click()
    expect(card).to_contain_text("dealt with by op")
