"""Posts: written, sent, cancelled."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.browser.console import Console
from tests.local.community import Community
from tests.local.test_post import TICK


def test_a_post_goes_out_and_its_outcome_is_shown(console: Console, community: Community) -> None:
    page = console.open_in(community, "/posts")
    expect(page.get_by_text("No posts yet")).to_be_visible()
    page.get_by_role("link", name="New post").click()
    page.get_by_label("Text").fill("Tea at five")
    page.get_by_role("button", name="Schedule post").click()
    expect(page.get_by_text("Choose at least one group.")).to_be_visible()
    page.get_by_label("QQ (OneBot)").check()
    page.get_by_role("button", name="Schedule post").click()
    expect(page.get_by_text("What became of it")).to_be_visible()

    community.suite.invoke("engage", TICK)
    row = page.get_by_role("listitem").filter(has_text="Tea room")
    expect(row.get_by_text("done", exact=True)).to_be_visible()
    expect(page.get_by_text("handed out")).to_be_visible()


def test_a_post_is_planned_on_the_communitys_clocks_and_cancelled(
    console: Console, community: Community
) -> None:
    page = console.open_in(community, "/new-post")
    page.get_by_label("Text").fill("Happy new year")
    page.get_by_label("Telegram").check()
    page.get_by_label("When").select_option("later")
    page.get_by_label("Time (Asia/Shanghai)").fill("2001-01-01T00:00")
    page.get_by_role("button", name="Schedule post").click()
    expect(page.get_by_text("Must be between 20")).to_be_visible()

    due = (datetime.now(ZoneInfo("Asia/Shanghai")) + timedelta(days=30)).replace(hour=0, minute=0)
    page.get_by_label("Time (Asia/Shanghai)").fill(f"{due:%Y-%m-%dT%H:%M}")
    page.get_by_role("button", name="Schedule post").click()
    expect(page.get_by_text(f"{due:%Y}, 00:00")).to_be_visible()
    [post] = community.desk.get(f"/api/communities/{community.key}/posts")["items"]
    assert post["due"] == due.replace(second=0, microsecond=0).timestamp() * 1000

    page.get_by_role("button", name="Cancel post").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel post").click()
    expect(page.get_by_text("Cancelled before it was sent.")).to_be_visible()
