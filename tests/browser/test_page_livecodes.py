"""A live code, from nothing to a scan."""

import time
from pathlib import Path

import requests
import segno
from playwright.sync_api import expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk

SAYS = "https://weixin.qq.com/g/AwYAAHcQy1b0n9v8x7w6u5t4"
PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50"}


def test_a_code_leads_into_a_group_whose_qr_code_was_read_from_a_picture(
    console: Console, community: Community, tmp_path: Path
) -> None:
    page = console.open_in(community, "/livecodes")
    expect(page.get_by_text("No live code yet")).to_be_visible()
    page.get_by_role("link", name="New live code").click()
    page.get_by_label("Name").fill("Poster at the tea house")
    page.get_by_role("button", name="Create live code").click()
    expect(page.get_by_text("Nobody can get in at the moment")).to_be_visible()

    picture = tmp_path / "group.png"
    segno.make(SAYS).save(str(picture), scale=7)
    page.get_by_label("Picture of the group’s QR code").set_input_files(picture)
    expect(page.get_by_label("What the QR code says")).to_have_value(SAYS)
    page.get_by_label("Seats", exact=True).fill("2")
    page.get_by_label("Note").fill("Tea room 1")
    page.get_by_role("button", name="Add a destination").click()
    card = page.get_by_role("listitem").filter(has_text="Tea room 1")
    expect(card).to_contain_text("0 seats taken, 2 of 2 left")
    expect(page.get_by_text("Nobody can get in at the moment")).to_be_hidden()

    address = page.get_by_label("Address").first.input_value()
    assert requests.get(address, headers=PHONE, timeout=30).ok
    page.reload()
    expect(card).to_contain_text("1 seats taken, 1 of 2 left")
    shown = page.get_by_alt_text("QR code of Poster at the tea house")
    assert shown.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 0


def test_a_destination_is_switched_off_and_expires_when_told(
    console: Console, community: Community
) -> None:
    code = community.desk.post(f"/api/communities/{community.key}/livecodes", {"name": "Poster"})
    link = {"kind": "link", "target": "https://t.example/room", "capacity": 5}
    community.desk.post(f"/api/livecodes/{code['code']}/destinations", link)
    page = console.open_in(community, f"/livecodes/{code['code']}")
    card = page.get_by_role("listitem").filter(has_text="https://t.example/room")

    card.get_by_role("button", name="Switch off").click()
    page.get_by_role("dialog").get_by_role("button", name="Switch off").click()
    expect(card.get_by_text("switched off")).to_be_visible()

    card.get_by_role("button", name="Change").click()
    card.get_by_label("Expires at (Asia/Shanghai)").fill("2031-05-01T08:30")
    card.get_by_role("button", name="Save").click()
    expect(card).to_contain_text("Expires: 1 May 2031, 08:30")
    [saved] = community.desk.get(f"/api/livecodes/{code['code']}")["destinations"]
    assert saved["valid_until"] == 1_935_361_800_000, "08:30 in Shanghai is 00:30 in UTC"


def test_an_end_that_is_over_is_refused_unless_it_was_there_before(
    console: Console, community: Community
) -> None:
    code = community.desk.post(f"/api/communities/{community.key}/livecodes", {"name": "Poster"})
    link = {"kind": "link", "target": "https://t.example/room", "capacity": 5}
    base = f"/api/livecodes/{code['code']}"
    [new] = community.desk.post(f"{base}/destinations", link)["destinations"]
    page = console.open_in(community, f"/livecodes/{code['code']}")
    card = page.get_by_role("listitem").filter(has_text="https://t.example/room")
    card.get_by_role("button", name="Change").click()
    end = card.get_by_label("Expires at (Asia/Shanghai)")
    end.fill("2021-05-01T08:30")
    card.get_by_role("button", name="Save").click()
    expect(card.get_by_role("alert")).to_contain_text("This moment is over: choose one from 20")
    expect(end).to_be_focused()
    assert community.desk.get(base)["destinations"][0]["valid_until"] == 0

    soon = {"valid_until": int(time.time() * 1000) + 1500}
    community.desk.patch(f"{base}/destinations/{new['id']}", soon)
    time.sleep(1.5)
    page.reload()
    card.get_by_role("button", name="Change").click()
    expect(end).not_to_have_value("")
    card.get_by_label("Note").fill("Last week’s")
    card.get_by_role("button", name="Save").click()
    expect(card).to_contain_text("Last week’s")
    assert community.desk.get(base)["destinations"][0].items() >= soon.items()


def test_from_a_code_that_is_unknown_a_link_leads_to_those_that_are_known(
    console: Console, community: Community
) -> None:
    page = console.open_in(community, "/livecodes/nosuchcode")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("This does not exist (any more).")
    alert.get_by_role("link", name="Live codes").click()
    expect(page.get_by_role("heading", level=1, name="Live codes")).to_be_visible()


def test_who_is_shown_when_no_group_has_room_is_told(
    console: Console, community: Community
) -> None:
    code = community.desk.post(f"/api/communities/{community.key}/livecodes", {"name": "Poster"})
    page = console.open_in(community, f"/livecodes/{code['code']}")
    expect(page.get_by_text("Nobody can get in at the moment")).to_be_visible()
    person = {"kind": "person", "target": "https://u.wechat.com/EPDjgRrQ", "capacity": 0}
    community.desk.post(f"/api/livecodes/{code['code']}/destinations", person)
    page.reload()
    expect(page.get_by_text("visitors are shown the person who helps")).to_be_visible()
    expect(page.get_by_text("Nobody can get in")).to_be_hidden()


def test_a_code_is_renamed_where_its_name_is_read(
    new_console: NewConsole, desk: Desk, community: Community
) -> None:
    code = community.desk.post(f"/api/communities/{community.key}/livecodes", {"name": "茶馆海报"})
    console = new_console("zh", width=360)
    console.log_in(desk)
    page = console.open_in(community, f"/livecodes/{code['code']}")
    page.get_by_role("button", name="改名").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("名称")).to_be_focused()
    dialog.get_by_label("名称").fill("没有保存")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="改名").click()
    expect(dialog.get_by_label("名称")).to_have_value("茶馆海报")

    dialog.get_by_label("名称").fill("春天的海报")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="春天的海报")).to_be_visible()
    expect(dialog).to_be_hidden()
    assert community.desk.get(f"/api/livecodes/{code['code']}")["name"] == "春天的海报"
