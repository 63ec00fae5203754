"""Seats that joins confirm: chosen for a destination, shown, overbooked or not, taken away."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.codes import link, new_code, scan
from tests.local.community import Community
from tests.local.desk import Desk, eventually
from tests.local.messages import telegram_join


def _card(page: Page, text: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=text)


def _seats(community: Community, code: str) -> dict[str, int]:
    """Of the code's only followed destination."""
    [place] = community.desk.get(f"/api/livecodes/{code}/seats")["destinations"]
    return {name: place[name] for name in ("told", "members", "reserved", "free")}


def test_who_joined_and_for_whom_a_seat_is_kept_is_shown(
    console: Console, community: Community
) -> None:
    code = new_code(community, link("square", 9))
    page = console.open_in(community, f"/livecodes/{code}")
    expect(_card(page, "/square")).to_contain_text("Who joins is not told here")
    expect(
        page.get_by_text("no destination of this code has both a group and a way")
    ).to_be_visible()

    form = page.get_by_role("region", name="Add a destination")
    form.get_by_label("Where it leads").select_option("link")
    form.get_by_label("Address").fill("https://t.me/+AbCdEf")
    form.get_by_label("Seats").fill("20")
    expect(form.get_by_label(re.compile("^Way"))).to_be_hidden()
    form.get_by_label("Group", exact=True).select_option(community.group("telegram"))
    form.get_by_label(re.compile("^Way")).fill("poster")
    form.get_by_label("Begins at").fill("2026-01-01T00:00")
    form.get_by_role("button", name="Add a destination").click()
    card = _card(page, "https://t.me/+AbCdEf")
    expect(card).to_contain_text("The platform has told of nobody who joined")
    expect(card).to_contain_text("Group: Tea room")
    expect(card).to_contain_text("Way: poster")

    for _ in range(12):  # the first nine are led to the destination before
        scan(community, code)
    assert eventually(lambda: _seats(community, code)["reserved"] == 3)
    community.send_telegram(telegram_join(community.chat, 4001, "poster"))
    counted = {"told": True, "members": 1, "reserved": 2, "free": 17}
    assert eventually(lambda: _seats(community, code) == counted), _seats(community, code)
    page.reload()
    expect(card).to_contain_text("1 joined, 2 reserved, 17 of 20 free")
    expect(card).to_contain_text("Joined by this destination: 1")


def test_overbooking_and_the_order_are_chosen(console: Console, community: Community) -> None:
    code = new_code(community, link("one", 5), link("two", 9))
    page = console.open_in(community, f"/livecodes/{code}")
    part = page.get_by_role("region", name="How seats are filled")
    over = part.get_by_label("Lead more visitors to a group than it has seats left")
    expect(over).to_be_checked()
    over.uncheck()
    part.get_by_label("Order").select_option("least-filled")
    part.get_by_role("button", name="Save").click()
    expect(part.get_by_text("Saved")).to_be_visible()
    expect(
        page.get_by_role("heading", name="the emptiest of which is filled first")
    ).to_be_visible()
    saved = community.desk.get(f"/api/livecodes/{code}")
    assert (saved["overbooking"], saved["order"]) == (False, "least-filled")


def test_what_was_learned_and_what_is_overbooked_is_told(
    console: Console, community: Community
) -> None:
    way = {"group": community.group("telegram"), "way": "poster"}
    code = new_code(community, link("one", 20, **way))
    known = community.desk.get(f"/api/livecodes/{code}/seats")
    place = {**known["destinations"][0], "told": True, "members": 4, "held": 2, "extra": 31}
    place |= {"reserved": 6, "free": 8, "joins": 3, "joins_estimated": 1}
    learned = {"join_rate": 0.296, "destinations": [place]}
    console.page.route("**/seats", lambda route: route.fulfill(json=learned))
    page = console.open_in(community, f"/livecodes/{code}")
    card = _card(page, "https://t.example/one")
    expect(card).to_contain_text("4 joined, 6 reserved, 8 of 20 free")
    expect(card).to_contain_text("Handed out before joins were told: 2")
    expect(card).to_contain_text("estimated by their time: 1")
    expect(card).to_contain_text("More visitors than seats are led there: up to 31")
    expect(page.get_by_text("of 100 visitors, 30 join at most")).to_be_visible()


def test_everything_of_a_destination_but_its_target_can_be_changed(
    console: Console, community: Community
) -> None:
    code = new_code(community, link("one", 5))
    page = console.open_in(community, f"/livecodes/{code}")
    card = _card(page, "https://t.example/one")
    card.get_by_role("button", name="Change").click()
    card.get_by_label("Note").fill("Tea room 1")
    card.get_by_label("Seats", exact=True).fill("7")
    card.get_by_label("Group", exact=True).select_option(community.group("onebot"))
    card.get_by_label(re.compile("^Way")).fill("10001")
    begins = datetime.now() + timedelta(days=400)
    card.get_by_label("Begins at").fill(begins.strftime("%Y-%m-%dT%H:%M"))
    card.get_by_role("button", name="Save").click()
    expect(card.get_by_text("begins later")).to_be_visible()
    expect(card).to_contain_text("0 seats taken, 7 of 7 left")
    [saved] = community.desk.get(f"/api/livecodes/{code}")["destinations"]
    assert (saved["note"], saved["capacity"], saved["way"]) == ("Tea room 1", 7, "10001")
    assert (saved["group"], saved["open"]) == (community.group("onebot"), False)

    card.get_by_role("button", name="Change").click()
    card.get_by_label("Begins at").fill("")
    card.get_by_label("Group", exact=True).select_option("")
    card.get_by_role("button", name="Save").click()
    expect(card).to_contain_text("Who joins is not told here")
    [saved] = community.desk.get(f"/api/livecodes/{code}")["destinations"]
    assert (saved["group"], saved["way"], saved["valid_from"]) == ("", "", 0)


def test_a_destination_that_was_entered_by_mistake_is_removed(
    console: Console, community: Community
) -> None:
    code = new_code(community, link("wrong", 5), link("right", 5))
    scan(community, code)
    page = console.open_in(community, f"/livecodes/{code}")
    _card(page, "/wrong").get_by_role("button", name="Remove").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 seats were handed out there")
    dialog.get_by_role("button", name="Remove").click()
    expect(_card(page, "/wrong")).to_have_count(0)
    expect(page.get_by_role("heading", name="Destinations, in the order")).to_be_focused()
    [left] = community.desk.get(f"/api/livecodes/{code}")["destinations"]
    assert left["target"] == "https://t.example/right"
    assert scan(community, code).headers["location"] == left["target"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_narrow_screen_nothing_is_cut_off(
    new_console: NewConsole, desk: Desk, community: Community, language: str
) -> None:
    console = new_console(language, width=360)
    console.log_in(desk)
    group = community.group("telegram")
    code = new_code(community, link("one", 5, group=group, way="w" * 128), link("two", 2_001))
    page = console.open_in(community, f"/livecodes/{code}")
    card = _card(page, "https://t.example/one")
    card.get_by_role("button", name=re.compile("^(修改|Change)$")).click()
    expect(card.get_by_label(re.compile("^(入群方式|Way)"))).to_have_value("w" * 128)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide
