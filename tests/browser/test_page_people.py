"""Who may do what, and what was done."""

from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk
from tests.support.unique import unique


def test_somebody_is_invited_and_shut_out(console: Console, new_console: NewConsole) -> None:
    page, name = console.open("/operators"), f"mei{unique()}"
    page.get_by_label("Name").fill(name)
    page.get_by_label("Role").select_option("viewer")
    page.get_by_role("button", name="Create and get a login link").click()
    link = page.get_by_label("Login link", exact=True).input_value()
    row = page.get_by_role("listitem").filter(has_text=name)
    expect(row.get_by_text("no password yet")).to_be_visible()

    guest = new_console()
    guest.page.goto(link)
    expect(guest.page.get_by_text(name)).to_be_visible()
    expect(guest.page.get_by_text("Viewer")).to_be_visible()

    row.get_by_role("button", name="Shut out").click()
    page.get_by_role("dialog").get_by_role("button", name="Shut out").click()
    expect(row.get_by_text("shut out", exact=True)).to_be_visible()
    guest.page.reload()
    expect(guest.page.get_by_role("heading", name="Log in")).to_be_visible()


def test_a_viewer_sees_everything_and_is_offered_no_change(
    new_console: NewConsole, desk: Desk, community: Community
) -> None:
    console = new_console()
    console.log_in(desk, "viewer")
    page = console.page
    expect(page.get_by_role("link", name="New community")).to_have_count(0)
    expect(page.get_by_role("link", name="Operators")).to_have_count(0)
    console.open_in(community, "/rules")
    expect(page.get_by_role("button", name="Save")).to_be_disabled()


def test_a_token_is_shown_once_and_its_making_is_in_the_audit(console: Console) -> None:
    page, name = console.open("/tokens"), f"form {unique()}"
    page.get_by_label("What it is for").fill(name)
    page.get_by_role("button", name="Create token").click()
    secret = page.get_by_label("Token", exact=True).input_value()
    assert secret.startswith("hearth_")
    page.reload()
    expect(page.get_by_role("listitem").filter(has_text=name)).to_be_visible()
    assert secret not in page.content()

    page.get_by_role("link", name="Audit").click()
    entry = page.get_by_role("listitem").filter(has_text="Token created").first
    entry.get_by_text("Details").click()
    expect(entry).to_contain_text(name)
