"""The guide of a live code: written beside the page that visitors will see, then seen by them."""

import re
from pathlib import Path

import pytest
import segno
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk

WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
WECHAT += "Gecko) Mobile/15E148 MicroMessenger/8.0.47 NetType/WIFI Language/zh_CN"
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36"
GROUP = {"kind": "qr", "target": "https://weixin.qq.com/g/AwYAAHcQy1b0n9v8", "capacity": 200}


def _code(community: Community, *destinations: dict[str, object]) -> str:
    place = f"/api/communities/{community.key}/livecodes"
    code: str = community.desk.post(place, {"name": "城南茶友会"})["code"]
    for destination in destinations:
        community.desk.post(f"/api/livecodes/{code}/destinations", destination)
    return code


def _part(page: Page) -> Locator:
    return page.get_by_role("region", name="What visitors see")


def _phone(page: Page) -> FrameLocator:
    return page.frame_locator("iframe.phone")


def test_the_page_is_shown_while_it_is_written_and_kept_when_it_is_saved(
    console: Console, community: Community, browser: Browser, tmp_path: Path
) -> None:
    code = _code(community, GROUP)
    page = console.open_in(community, f"/livecodes/{code}")
    phone = _phone(page)
    expect(phone.get_by_role("heading", level=1)).to_have_text("城南茶友会")
    expect(phone.get_by_text("Press and hold the QR code above.")).to_be_visible()

    _part(page).get_by_label("Rules of the group").fill("Be kind.\nNo advertising.")
    expect(phone.get_by_text("No advertising.")).to_be_visible()
    _part(page).get_by_label("Use a colour of your own").check()
    _part(page).get_by_label("Colour", exact=True).fill("#1f7a4d")
    heading = phone.locator("header")
    expect(heading).to_have_css("background-color", "rgb(31, 122, 77)")
    logo = tmp_path / "logo.png"
    segno.make("logo" * 200).save(str(logo), scale=20)
    _part(page).get_by_label(re.compile("^Logo")).set_input_files(logo)
    expect(phone.locator("img.logo")).to_be_visible()
    _part(page).get_by_label("Who looks").select_option("browser")
    expect(phone.get_by_text("Open WeChat and choose “Scan”.")).to_be_visible()
    _part(page).get_by_label("Language").select_option("zh")
    expect(phone.get_by_text("打开微信，点“扫一扫”。")).to_be_visible()
    _part(page).get_by_label("Who looks").select_option("full")
    expect(phone.get_by_role("checkbox")).to_be_attached()

    page.get_by_role("button", name="Save the page").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    kept = community.desk.get(f"/api/livecodes/{code}")["guide"]
    assert kept["rules"] == ["Be kind.", "No advertising."] and kept["colour"] == "#1f7a4d"
    assert kept["logo"].startswith("data:image/") and len(kept["logo"]) <= 12_000

    visitor = browser.new_context(user_agent=WECHAT, locale="zh-CN", viewport=_SMALL)
    seen = visitor.new_page()
    seen.goto(f"{console.base_url}/c/{code}")
    expect(seen.get_by_text("长按上方二维码。")).to_be_visible()
    expect(seen.get_by_text("No advertising.")).to_be_visible()
    expect(seen.locator("header")).to_have_css("background-color", "rgb(31, 122, 77)")
    visitor.close()


def test_what_is_too_much_is_told_and_nothing_is_saved(
    console: Console, community: Community
) -> None:
    code = _code(community)
    page = console.open_in(community, f"/livecodes/{code}")
    _part(page).get_by_label("Rules of the group").fill("1\n2\n3\n4")
    page.get_by_role("button", name="Save the page").click()
    expect(page.get_by_text("At most 3 lines of 80 characters.")).to_be_visible()
    assert community.desk.get(f"/api/livecodes/{code}")["guide"]["rules"] == []


def test_nothing_on_the_shown_page_leads_away(console: Console, community: Community) -> None:
    code = _code(community, {"kind": "link", "target": "https://t.me/+abc", "capacity": 1})
    page = console.open_in(community, f"/livecodes/{code}")
    _part(page).get_by_label("Who looks").select_option("link")
    button = _phone(page).locator("a.go")
    expect(button).to_have_attribute("href", "https://t.me/+abc")
    page.locator("iframe.phone").click(position={"x": 180, "y": 110})
    expect(button).to_be_visible()
    expect(_phone(page).locator("body")).to_have_attribute("inert", "")


_SMALL = {"width": 320, "height": 640}


@pytest.mark.parametrize(
    ("agent", "language", "scheme"),
    [(WECHAT, "zh-CN", "light"), (LAPTOP, "en-GB", "dark")],
    ids=["wechat-zh", "desktop-en"],
)
def test_a_page_fits_a_small_screen_and_asks_for_nothing_else(
    console: Console,
    community: Community,
    browser: Browser,
    agent: str,
    language: str,
    scheme: str,
) -> None:
    code = _code(community, GROUP)
    guide = {"rules": ["x" * 80, "茶" * 80], "steps": ["y" * 80], "colour": "#ffd166"}
    community.desk.patch(f"/api/livecodes/{code}", {"guide": guide})
    context = browser.new_context(
        user_agent=agent,
        locale=language,
        viewport=_SMALL,
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=False,
    )
    asked: list[str] = []
    seen = context.new_page()
    seen.on("request", lambda request: asked.append(request.url))
    answer = seen.goto(f"{console.base_url}/c/{code}/poster")
    assert answer and len(answer.body()) < 30_000
    expect(seen.get_by_role("img", name=re.compile("QR code|二维码"))).to_be_visible()
    assert [url for url in asked if not url.startswith("data:")] == [answer.url]
    shot = seen.screenshot(full_page=True)
    assert int.from_bytes(shot[16:20], "big") == _SMALL["width"], "nothing reaches over the edge"
    context.close()


def test_who_finds_no_room_waits_and_is_seen_exported_and_erased(
    console: Console, new_console: NewConsole, desk: Desk, community: Community, browser: Browser
) -> None:
    code = _code(community)
    visitor = browser.new_context(user_agent=WECHAT, locale="en-GB", java_script_enabled=False)
    seen = visitor.new_page()
    seen.goto(f"{console.base_url}/c/{code}/poster")
    expect(seen.get_by_text("No group is open at the moment.")).to_be_visible()
    seen.get_by_label("E-mail or telephone number").fill("nonsense")
    seen.get_by_label("Your name").fill("Ann")
    seen.get_by_label("I agree").check()
    seen.get_by_role("button", name="Leave my address").click()
    expect(seen.get_by_text("Please give an e-mail address")).to_be_visible()
    expect(seen.get_by_label("Your name")).to_have_value("Ann")
    seen.get_by_label("E-mail or telephone number").fill("Ann@Example.org")
    seen.get_by_label("I agree").check()
    seen.get_by_role("button", name="Leave my address").click()
    expect(seen.get_by_text("Your address is on the list.")).to_be_visible()
    visitor.close()

    page = console.open_in(community, f"/livecodes/{code}")
    expect(page.get_by_text("because no group had room: 1.")).to_be_visible()
    page.get_by_role("link", name="See the waiting list").click()
    card = page.get_by_role("main").get_by_role("listitem").filter(has_text="ann@example.org")
    expect(card).to_contain_text("Ann")
    expect(card).to_contain_text("from poster")
    card.get_by_text("What was agreed to").click()
    expect(card).to_contain_text("I agree that this address is kept for up to a year")
    with page.expect_download() as download:
        page.get_by_role("button", name="Take the list along (CSV)").click()
    assert "ann@example.org" in Path(download.value.path()).read_text("utf-8")
    card.get_by_role("button", name="Erase").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase").click()
    expect(card).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Nobody waits")).to_be_visible()

    viewer = new_console("zh", width=360)
    viewer.log_in(desk, role="viewer")
    viewer.open_in(community, "/groups")
    expect(viewer.page.get_by_role("link", name="候补名单")).to_have_count(0)
