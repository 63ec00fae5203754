"""The first steps: a community, an account, a group that was discovered."""

import time

import requests
from playwright.sync_api import expect

from infra.local import vendors
from tests.browser.console import Console
from tests.local.desk import Desk
from tests.local.messages import onebot_message
from tests.support.unique import unique

SECRET = "a-secret-of-my-own"


def test_a_newcomer_gets_from_nothing_to_a_group_under_rules(console: Console, desk: Desk) -> None:
    page, name, account = console.page, f"Tea {unique()}", unique()
    page.get_by_role("link", name="New community").click()
    page.get_by_role("button", name="Create community").click()
    expect(page.get_by_text("Please fill this in.")).to_be_visible()
    expect(page.get_by_label("Name")).to_be_focused()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Time zone").fill("Asia/Shanghai")
    page.get_by_role("button", name="Create community").click()
    expect(page.get_by_text("No groups in this community yet")).to_be_visible()

    callback = _create_account(console, account)
    chat = str(time.time_ns() % 10**12)
    body = onebot_message(chat, "hello")
    headers = vendors.onebot_headers(SECRET, 10001000, body)
    assert requests.post(callback, data=body, headers=headers, timeout=30).status_code == 204

    row = page.get_by_role("listitem").filter(has_text=f"{account} · {chat}")
    page.get_by_role("link", name="New groups").click()
    for _ in range(20):
        if row.count():
            break
        page.wait_for_timeout(500)
        page.reload()
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_load_state("networkidle")
    row.get_by_label("Name").fill("Tea room")
    row.get_by_label("Community").select_option(name)
    row.get_by_role("button", name="Give to this community").click()
    expect(row).to_have_count(0)

    page.get_by_role("link", name="Communities").click()
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("link", name="Tea room")).to_be_visible()


def _create_account(console: Console, account: str) -> str:
    """An account on OneBot through the page; its callback address as the page tells it."""
    page = console.page
    page.get_by_role("link", name="Accounts").click()
    page.get_by_role("link", name="New account").click()
    page.get_by_label("Name", exact=True).fill("Shop’s bot")
    page.get_by_label("Short name in the address").fill(account)
    page.get_by_label("Secret for event reports").fill(SECRET)
    page.get_by_label("Address of its HTTP server").fill("http://127.0.0.1:3000")
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Shop’s bot")).to_be_visible()
    expect(page.get_by_label("Secret for event reports")).to_have_value("")
    assert SECRET not in page.content()
    return page.get_by_label("Callback address").input_value()
