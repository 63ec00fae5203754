"""What holds on every page: it fits a phone, speaks both languages, and needs no mouse."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console, group_path
from tests.local.community import Community
from tests.local.desk import Desk, eventually
from tests.local.messages import onebot_message

PAGES = (
    "/",
    "/new-community",
    "/accounts",
    "/new-account",
    "/unassigned",
    "/todo",
    "/domains",
    "/dead-letters",
    "/operators",
    "/tokens",
    "/audit",
    "/me",
    "/nowhere",
)
INSIDE = (
    "/todo",
    "/groups",
    "/rules",
    "/livecodes",
    "/new-livecode",
    "/waiting",
    "/posts",
    "/new-post",
    "/settings",
)
TABS = ("events", "members", "deliveries", "settings")
LONG = "x" * 300


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_wider_than_a_phone(
    new_console: NewConsole, desk: Desk, community: Community, language: str
) -> None:
    community.send_onebot(onebot_message(community.chat, f"https://a.example/{LONG}"))
    assert eventually(lambda: len(community.suite.calls(account=community.key)) == 2)
    console = new_console(language, width=360)
    console.log_in(desk)
    inside = [*INSIDE, *(group_path(community, tab) for tab in TABS)]
    pages = [*PAGES, *(f"/communities/{community.key}{path}" for path in inside)]
    assert [path for path in pages if _is_wide(console, path)] == []


def test_the_keyboard_is_enough(console: Console) -> None:
    page = console.open("/")
    page.get_by_role("heading", level=1).wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.get_by_role("link", name="Accounts").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Accounts")).to_be_focused()


def test_the_menu_of_a_phone_opens_and_closes(new_console: NewConsole, desk: Desk) -> None:
    console = new_console(width=360)
    console.log_in(desk)
    page = console.page
    menu = page.get_by_role("button", name="Menu")
    expect(page.get_by_role("link", name="Accounts")).to_be_hidden()
    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.get_by_role("link", name="Accounts").click()
    expect(page.get_by_role("heading", level=1, name="Accounts")).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "false")


def _is_wide(console: Console, path: str) -> bool:
    console.go(path)
    return bool(console.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
