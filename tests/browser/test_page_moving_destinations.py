"""Destinations are moved up and down with the keyboard, where the order matters."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewConsole
from tests.local.codes import link, new_code, scan
from tests.local.community import Community
from tests.local.desk import Desk

UP, DOWN = re.compile("^(上移|Move up)$"), re.compile("^(下移|Move down)$")


def _shown(page: Page) -> list[str]:
    """The destinations' names as they stand on the page."""
    codes = page.get_by_role("region", name=re.compile("^(去向|Destinations)")).locator("li code")
    return [text.rpartition("/")[2] for text in codes.all_inner_texts()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_destination_is_moved_to_the_front_and_filled_first(
    new_console: NewConsole, desk: Desk, community: Community, language: str
) -> None:
    console = new_console(language, width=360)
    console.log_in(desk)
    code = new_code(community, link("one", 5), link("two", 5), link("three", 5))
    page = console.open_in(community, f"/livecodes/{code}")
    card = page.get_by_role("listitem").filter(has_text="/three")
    up, down = card.get_by_role("button", name=UP), card.get_by_role("button", name=DOWN)
    expect(down).to_have_count(0)
    up.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_have_text(re.compile("2.*3"))
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_have_text(re.compile("1.*3"))
    expect(down).to_be_focused()
    expect(up).to_have_count(0)
    assert _shown(page) == ["three", "one", "two"]
    assert scan(community, code).headers["location"] == "https://t.example/three"
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_who_saw_other_destinations_is_told_so(
    new_console: NewConsole, desk: Desk, community: Community
) -> None:
    console = new_console("en")
    console.log_in(desk)
    code = new_code(community, link("one", 5), link("two", 5))
    page = console.open_in(community, f"/livecodes/{code}")
    card = page.get_by_role("listitem").filter(has_text="/one")
    expect(card.get_by_role("button", name=DOWN)).to_be_visible()
    community.desk.post(f"/api/livecodes/{code}/destinations", link("three", 5))
    card.get_by_role("button", name=DOWN).click()
    expect(card.get_by_role("alert")).to_contain_text("changed by somebody else meanwhile")
    assert _shown(page) == ["one", "two"]


def test_where_the_order_does_not_matter_nothing_is_moved(
    new_console: NewConsole, desk: Desk, community: Community
) -> None:
    console = new_console("en")
    console.log_in(desk)
    even, alone = new_code(community, link("a", 5), link("b", 5)), new_code(community, link("a", 5))
    community.desk.patch(f"/api/livecodes/{even}", {"order": "least-filled"})
    for code in (even, alone):
        page = console.open_in(community, f"/livecodes/{code}")
        card = page.get_by_role("listitem").filter(has_text="/a")
        expect(card.get_by_role("button", name="Change")).to_be_visible()
        expect(card.get_by_role("button", name=re.compile("^Move"))).to_have_count(0)
