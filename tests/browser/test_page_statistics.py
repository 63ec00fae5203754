"""What was counted of a live code, as its operators see it."""

import csv
import io
import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.codes import link, new_code, scan
from tests.local.community import Community
from tests.local.desk import Desk, eventually

ROBOT = {"User-Agent": "TelegramBot (like TwitterBot)"}
COMPUTER = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0"}
ZONE = ZoneInfo("Asia/Shanghai")


def _noon(days_ago: int) -> datetime:
    """12 o'clock on the community's clocks, so many days ago."""
    today = datetime.now(ZONE).replace(hour=12, minute=0, second=0, microsecond=0)
    return today - timedelta(days=days_ago)


def _count(community: Community, code: str, at: datetime, counts: dict[str, int]) -> None:
    """Figures of one hour, as the room of vitality writes them."""
    start = round(at.timestamp() * 1000)
    community.suite.client("dynamodb").put_item(
        TableName=community.suite.settings("VitalityFunction")["SCANS_TABLE"],
        Item={
            "code": {"S": code},
            "part": {"S": f"hour#{start:013d}"},
            "step": {"N": "1"},
            "counts": {"S": json.dumps(counts)},
        },
    )


def _weeks(community: Community, code: str) -> None:
    """A month of scans by two channels, with joins where a platform told of them."""
    first, second = community.desk.get(f"/api/livecodes/{code}")["destinations"]
    for days in range(30):
        many = 40 + 7 * (days % 5)
        counts = {
            "new": many,
            "again": days,
            "robot": 3,
            "seats": many - 4,
            "joins": 20,
            "joins-estimated": 5,
            "channel||scans": days,
            "channel|poster-at-the-door|scans": many,
            "channel|poster-at-the-door|seats": many - 4,
            "channel|poster-at-the-door|joins": 20,
            "device|wechat-ios|scans": many - 10,
            "device|browser-desktop|scans": days + 10,
            f"destination|{first['id']}|seats": many - 10,
            f"destination|{second['id']}|seats": 4,
            f"destination|{second['id']}|joins": 20,
            f"destination|{second['id']}|joins-estimated": 5,
            "destination|0badc0de|seats": 2,
        }
        _count(community, code, _noon(days), counts)


def _card(page: Page, title: str) -> Locator:
    return page.locator("section.card").filter(has=page.get_by_role("heading", name=title))


def test_scans_are_on_the_page_as_soon_as_they_are_counted(
    console: Console, community: Community
) -> None:
    code = new_code(community, link("one", 1, note="Tea room 1"), link("two", 1))
    first = scan(community, code, "poster")
    scan(community, code, "poster", cookies=first.cookies.get_dict())
    scan(community, code, headers=COMPUTER)
    scan(community, code)
    scan(community, code, headers=ROBOT)
    place = f"/api/livecodes/{code}/statistics"
    assert eventually(lambda: _is_counted(community.desk.get(place), scans=4))

    page = console.open_in(community, f"/livecodes/{code}")
    page.get_by_role("link", name="Statistics").click()
    expect(page.get_by_text("Everything is counted up to")).to_be_visible()
    steps = page.locator(".funnel li")
    expect(steps.nth(0)).to_have_text(re.compile("^Scans4"))
    expect(steps.nth(1)).to_have_text("New visitors375% of the scans")
    expect(steps.nth(2)).to_have_text("Seats266.7% of the new visitors")
    expect(steps.nth(3)).to_have_text("Joinsnot told by the platform")
    expect(page.get_by_text("New visitors without a seat: 1")).to_be_visible()
    expect(page.get_by_text("not among the scans: 1")).to_be_visible()
    rows = _card(page, "By channel").get_by_role("row")
    expect(rows).to_have_text(["ChannelScansSeats", "(without a channel)250%1", "poster250%1"])
    expect(_card(page, "By device").get_by_role("row")).to_have_text(
        ["App and deviceScans", "WeChat · Android375%", "Browser · computer125%"]
    )
    expect(_card(page, "By destination").get_by_role("row").nth(1)).to_have_text(
        "Tea room 1150%not told by the platform"
    )


def test_every_bar_is_reached_and_said_without_a_mouse(
    console: Console, community: Community
) -> None:
    code = new_code(community, link("one", 99), link("two", 99))
    _weeks(community, code)
    page = console.open_in(community, f"/livecodes/{code}/statistics")
    bars = page.get_by_role("list", name="Scans").get_by_role("listitem")
    expect(bars).to_have_count(7)
    bars.first.focus()
    page.keyboard.press("End")
    expect(bars.last).to_be_focused()
    said = f"{_day(0)}: Scans 40, by new visitors 40"
    expect(page.locator(".chart-said")).to_have_text(said)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".chart-said")).to_have_text(f"{_day(1)}: Scans 48, by new visitors 47")
    page.get_by_role("group", name="What the bars show").get_by_text("Joins").click()
    bars = page.get_by_role("list", name="Joins").get_by_role("listitem")
    expect(bars.last).to_have_accessible_name(f"{_day(0)}: Joins 25")
    page.get_by_text("As a table").click()
    row = page.get_by_role("region", name="As a table").get_by_role("row").last
    expect(row).to_have_text(f"{_day(0)}4040036325 5 estimated")


def test_the_range_is_chosen_in_days_of_the_communitys_clocks(
    console: Console, community: Community
) -> None:
    code = new_code(community, link("one", 99), link("two", 99))
    _weeks(community, code)
    page = console.open_in(community, f"/livecodes/{code}/statistics")
    bars = page.get_by_role("list", name="Scans").get_by_role("listitem")
    page.get_by_role("button", name="Today").click()
    expect(bars).to_have_count(24)
    expect(bars.nth(12)).to_have_accessible_name("12:00: Scans 40, by new visitors 40")
    page.get_by_role("button", name="By day").click()
    expect(bars).to_have_count(1)
    page.get_by_role("button", name="30 days").click()
    expect(bars).to_have_count(30)
    expect(page.get_by_role("button", name="By hour")).to_be_hidden()
    page.get_by_role("button", name="Other days").click()
    page.get_by_label("First day (Asia/Shanghai)").fill(_noon(200).date().isoformat())
    page.get_by_label("Last day").fill(_noon(2).date().isoformat())
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("At most 92 days at a time.")
    page.get_by_label("First day (Asia/Shanghai)").fill(_noon(3).date().isoformat())
    page.get_by_role("button", name="Show", exact=True).click()
    expect(bars).to_have_count(48)
    expect(page.locator(".funnel li").nth(1)).to_contain_text(str(40 + 7 * 3 + 40 + 7 * 2))


def test_a_table_is_downloaded_for_a_spreadsheet(console: Console, community: Community) -> None:
    code = new_code(community, link("one", 99), link("two", 99, note="Tea room 2"))
    _weeks(community, code)
    page = console.open_in(community, f"/livecodes/{code}/statistics")
    with page.expect_download() as taken:
        _card(page, "By destination").get_by_role("link", name="CSV").click()
    assert taken.value.suggested_filename == f"{code}-destinations.csv"
    text = Path(taken.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["note"], row["removed"], row["joins"]) for row in rows] == [
        ("", "no", ""),
        ("Tea room 2", "no", str(7 * 20)),
        ("", "yes", ""),
    ]


def test_a_code_nobody_has_scanned_says_so(console: Console, community: Community) -> None:
    page = console.open_in(community, f"/livecodes/{new_code(community)}/statistics")
    expect(page.get_by_role("heading", name="Nobody has scanned in this time")).to_be_visible()


def test_scans_that_wait_to_be_counted_are_told(console: Console, community: Community) -> None:
    code = new_code(community)
    community.suite.client("dynamodb").update_item(
        TableName=community.suite.settings("ConsoleFunction")["LIVECODES_TABLE"],
        Key={"code": {"S": code}, "part": {"S": "counter"}},
        UpdateExpression="SET step = :step",
        ExpressionAttributeValues={":step": {"N": "3"}},
    )
    page = console.open_in(community, f"/livecodes/{code}/statistics")
    expect(page.get_by_text("The last 3 writes of scans are still being counted")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_statistics_fit_a_telephone(
    new_console: NewConsole, desk: Desk, community: Community, language: str
) -> None:
    code = new_code(community, link("one", 99, note="茶" * 60), link("two", 99))
    _weeks(community, code)
    console = new_console(language, width=360)
    console.log_in(desk)
    page = console.open_in(community, f"/livecodes/{code}/statistics")
    page.locator(".funnel").wait_for()
    page.locator(".way > summary").click()
    page.locator(".range button").nth(3).click()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def _is_counted(statistics: dict[str, object], scans: int) -> bool:
    total = statistics["total"]
    assert isinstance(total, dict)
    return total["scans"] == scans and statistics["uncounted"] == 0


def _day(days_ago: int) -> str:
    """As the page calls it."""
    at = _noon(days_ago)
    return f"{at:%a} {at.day} {at:%b}".replace("Sep", "Sept")
