"""Domains of live codes: entered, put in order, reported, restored."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk


@pytest.fixture(autouse=True)
def _none_left(desk: Desk) -> Iterator[None]:
    """There is one list for all tests, and live codes' addresses follow it."""
    yield
    for one in desk.get("/api/domains")["items"]:
        desk.delete(f"/api/domains/{one['host']}")


def _add(page: Page, address: str) -> None:
    page.get_by_label("Domain", exact=True).fill(address)
    page.get_by_role("button", name="Check and add").click()


def _use(desk: Desk, host: str) -> None:
    desk.patch(f"/api/domains/{host}", {"state": "ok"})


def _confirm(page: Page, button: str, row: str) -> None:
    page.get_by_role("listitem").filter(has_text=row).get_by_role("button", name=button).click()
    page.get_by_role("dialog").get_by_role("button", name=button).click()


def test_a_domain_that_does_not_lead_here_is_entered_switched_off(console: Console) -> None:
    page = console.open("/domains")
    expect(page.get_by_text("No domain of your own yet")).to_be_visible()
    _add(page, "http://127.0.0.1:9")
    expect(
        page.get_by_text("127.0.0.1:9 was added, but is not in use: no connection.")
    ).to_be_visible()
    row = page.get_by_role("listitem").filter(has_text="127.0.0.1:9")
    expect(row.get_by_text("off", exact=True)).to_be_visible()
    expect(page.get_by_text("None of these is in use")).to_be_visible()


def test_what_is_no_domain_is_told_at_the_field(console: Console) -> None:
    page = console.open("/domains")
    _add(page, "go.example.org/c/abcd")
    expect(page.get_by_role("alert")).to_contain_text("without path")


def test_domains_are_ordered_reported_and_restored(console: Console) -> None:
    page = console.open("/domains")
    for port in (9, 8):
        _add(page, f"http://127.0.0.1:{port}")
        row = page.get_by_role("listitem").filter(has_text=f"127.0.0.1:{port}")
        expect(row).to_be_visible()
        _confirm(page, "Put into use", f"127.0.0.1:{port}")
        expect(row.get_by_text("in use")).to_be_visible()
    given_out = page.get_by_role("listitem").filter(has_text="given out")
    expect(given_out).to_contain_text("127.0.0.1:9")
    page.get_by_role("button", name="Move 127.0.0.1:8 up").click()
    expect(given_out).to_contain_text("127.0.0.1:8")
    _confirm(page, "Report as blocked", "127.0.0.1:8")
    expect(given_out).to_contain_text("127.0.0.1:9")
    blocked = page.get_by_role("listitem").filter(has_text="127.0.0.1:8")
    expect(blocked).to_contain_text("an operator has reported it")
    _confirm(page, "Remove", "127.0.0.1:8")
    expect(blocked).to_have_count(0)


def test_a_code_prefers_a_domain(console: Console, community: Community, desk: Desk) -> None:
    for port in (9, 8):
        desk.post("/api/domains", {"domain": f"http://127.0.0.1:{port}"})
        _use(desk, f"127.0.0.1:{port}")
    made = desk.post(f"/api/communities/{community.key}/livecodes", {"name": "Poster"})
    page = console.open_in(community, f"/livecodes/{made['code']}")
    address = page.get_by_label("Address").first
    expect(address).to_have_value(f"http://127.0.0.1:9/c/{made['code']}")
    form = page.get_by_role("region", name="Domains of this code")
    form.get_by_label("127.0.0.1:8").check()
    form.get_by_role("button", name="Save").click()
    expect(address).to_have_value(f"http://127.0.0.1:8/c/{made['code']}")
    assert desk.get(f"/api/livecodes/{made['code']}")["domains"] == ["127.0.0.1:8"]


def test_a_viewer_sees_domains_and_changes_none(new_console: NewConsole, desk: Desk) -> None:
    desk.post("/api/domains", {"domain": "http://127.0.0.1:9"})
    console = new_console("zh", width=360)
    console.log_in(desk, role="viewer")
    page = console.open("/domains")
    row = page.get_by_role("listitem").filter(has_text="127.0.0.1:9")
    expect(row).to_contain_text("已停用")
    expect(row).to_contain_text("无法连接")
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    assert urlsplit(page.url).path == "/console/domains"
