"""Chinese and English."""

from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.local.desk import Desk


def test_the_browsers_language_is_spoken_until_another_is_chosen(
    new_console: NewConsole, desk: Desk
) -> None:
    console = new_console("zh")
    console.log_in(desk)
    page = console.page
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.get_by_role("heading", level=1)).to_have_text("社群")

    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Communities")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")

    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Communities")
