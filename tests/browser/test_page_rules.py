"""Changing what the rules do."""

from playwright.sync_api import expect

from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import eventually
from tests.local.messages import onebot_message


def test_a_dry_run_tells_what_would_have_followed_and_does_nothing(
    console: Console, community: Community
) -> None:
    page = console.open_in(community, "/rules")
    page.get_by_label("Newcomer for how many hours").fill("-1")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Must be between 0 and 8760.")).to_be_visible()

    page.get_by_label("Newcomer for how many hours").fill("24")
    page.get_by_label("delete the message").uncheck()
    page.get_by_label("mute the member").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Choose at least one, or switch the rule off.")).to_be_visible()

    page.get_by_label("This rule is").select_option("dry-run")
    page.get_by_label("say something in the group").check()
    page.get_by_label("What to say").fill("No links yet please, {name}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved as version 1.")).to_be_visible()

    assert eventually(lambda: _judged_by_new_rules(community))
    console.open_group(community, "events")
    card = page.get_by_role("listitem").filter(has_text="Would have fired (dry run)").first
    expect(card).to_contain_text("What would have followed")
    expect(card).to_contain_text("Say “No links yet please, 小不点”")
    assert community.suite.calls(account=community.key) == []


def _judged_by_new_rules(community: Community) -> bool:
    """Messages until one was judged by version 1: a warm room may know the old rules a while."""
    path = f"/api/groups/{community.group('onebot')}/events"
    seen = len(community.desk.get(path)["items"])
    community.send_onebot(onebot_message(community.chat, "see https://a.example", seen + 1))
    newest = eventually(lambda: _verdict(community, path, seen))
    return bool(newest["version"] == 1)


def _verdict(community: Community, path: str, seen: int) -> dict[str, int] | None:
    events = community.desk.get(path)["items"]
    return events[0]["verdict"] if len(events) > seen else None
