"""A live code is put into the archive and taken out, and its visitors are answered meanwhile."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.local.codes import link, new_code, scan
from tests.local.community import Community
from tests.local.desk import Desk

ARCHIVE, RESTORE = (
    re.compile("^(归档|Archive)$"),
    re.compile("^(取消归档|Take out of the archive)$"),
)
SWITCH = re.compile("^(同时显示已归档的活码|Show archived live codes too)$")
MARK = re.compile("^(已归档|archived)$")
LEADS_NOWHERE = re.compile("(不把任何人引入群|leads nobody into a group)")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_code_is_archived_listed_when_asked_for_and_taken_out_again(
    new_console: NewConsole, desk: Desk, community: Community, language: str
) -> None:
    console = new_console(language, width=360)
    console.log_in(desk)
    code = new_code(community, link("one", 5))
    page = console.open_in(community, f"/livecodes/{code}")
    note = page.get_by_role("main").get_by_text(LEADS_NOWHERE)
    page.get_by_role("button", name=ARCHIVE).focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name=ARCHIVE).click()
    expect(page.get_by_role("button", name=RESTORE)).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(note).to_be_visible()
    expect(page.locator("[name=kind] option")).to_have_count(1)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    answer = scan(community, code)
    assert answer.status_code == 200 and "location" not in answer.headers

    page = console.open_in(community, "/livecodes")
    listed = page.get_by_role("link", name="Tea lovers")
    switch = page.get_by_role("checkbox", name=SWITCH)
    expect(switch).not_to_be_checked()
    expect(listed).to_have_count(0)
    switch.check()
    expect(page.get_by_role("listitem").filter(has=listed).get_by_text(MARK)).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")

    listed.click()
    page.get_by_role("button", name=RESTORE).click()
    page.get_by_role("dialog").get_by_role("button", name=RESTORE).click()
    expect(page.get_by_role("button", name=ARCHIVE)).to_be_visible()
    expect(page.locator("[name=kind] option")).to_have_count(3)
    assert scan(community, code).headers["location"] == "https://t.example/one"
    assert community.desk.get(f"/api/livecodes/{code}")["taken"] == 1
