"""A bot opens the next way into a group, or people are asked to make the group."""

from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk


def _code(community: Community) -> str:
    place = f"/api/communities/{community.key}/livecodes"
    return str(community.desk.post(place, {"name": "Poster"})["code"])


def test_a_way_that_is_ordered_appears_among_the_destinations(
    console: Console, community: Community
) -> None:
    code = _code(community)
    page = console.open_in(community, f"/livecodes/{code}")
    page.get_by_role("button", name="Let the bot open a way").click()
    page.get_by_label("Into the group").select_option(community.group("telegram"))
    page.get_by_label("Most who may come by it").fill("50")
    page.get_by_label("Given out where").fill("poster")
    page.get_by_role("button", name="Open the way").click()
    expect(page.get_by_text("is open: it is the last of the destinations")).to_be_visible()
    [made] = community.desk.get(f"/api/livecodes/{code}")["destinations"]
    assert made["way"].startswith(f"lc_{code}_poster_")
    card = page.get_by_role("listitem").filter(has_text=made["target"])
    expect(card).to_contain_text("0 seats taken, 50 of 50 left")


def test_where_no_bot_can_do_it_the_page_says_so_and_leaves_a_task(
    console: Console, community: Community
) -> None:
    code = _code(community)
    page = console.open_in(community, f"/livecodes/{code}")
    page.get_by_role("button", name="Let the bot open a way").click()
    page.get_by_label("Into the group").select_option(community.group("onebot"))
    expect(page.get_by_text("lets no bot do this")).to_be_visible()
    page.get_by_role("button", name="Leave it as a task").click()
    expect(page.get_by_text("The task is under “To do”")).to_be_visible()
    [task] = community.desk.get(f"/api/communities/{community.key}/notices")["items"]
    assert task["kind"] == "livecode-next-group" and task["facts"]["code"] == code


def test_on_a_narrow_screen_in_chinese_nothing_is_cut_off(
    new_console: NewConsole, desk: Desk, community: Community
) -> None:
    console = new_console("zh", width=360)
    console.log_in(desk)
    page = console.open_in(community, f"/livecodes/{_code(community)}")
    page.get_by_role("button", name="让机器人创建入群方式").click()
    expect(page.get_by_label("最多可入群人数")).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide
