"""Getting in and out."""

from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.desk import Desk

PASSWORD = "kettle lantern orchard seven"


def test_one_comes_in_by_link_chooses_a_password_and_comes_back_by_it(
    new_console: NewConsole, desk: Desk
) -> None:
    console = new_console()
    name = console.log_in(desk, "operator")
    page = console.page
    assert "#" not in page.url, "the link's token stays in the address"

    page.get_by_role("link", name="Choose one now").click()
    page.get_by_label("New password").fill("short")
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Needs at least 12 characters.")).to_be_visible()
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Your new password is set.")).to_be_visible()

    page.get_by_role("button", name="Log out").click()
    _enter(console, name, "not my password")
    expect(page.get_by_role("alert")).to_have_text("Name or password is not right.")
    console.open("/accounts")
    _enter(console, name, PASSWORD)
    expect(page.get_by_role("heading", level=1, name="Accounts")).to_be_visible()


def test_a_link_works_once(new_console: NewConsole, desk: Desk) -> None:
    first = new_console()
    name = first.log_in(desk)
    path = desk.post(f"/api/operators/{name}/link", {})["login_path"]
    for console, works in ((new_console(), True), (new_console(), False)):
        console.page.goto(console.base_url + path)
        told = console.page.get_by_text("This link has been used or is too old.")
        inside = console.page.get_by_role("button", name="Log out")
        expect(inside if works else told).to_be_visible()


def _enter(console: Console, name: str, password: str) -> None:
    console.page.get_by_label("Name").fill(name)
    console.page.get_by_label("Password").fill(password)
    console.page.get_by_role("button", name="Log in").click()
