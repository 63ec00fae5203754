"""The page for the next group's QR code: on a phone, from a link, by somebody without a login."""

import io
from pathlib import Path

import pytest
import segno
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk
from tests.support.unique import unique

PHONE = 320


def _group() -> str:
    return f"https://weixin.qq.com/g/AwYAA{unique()}"


def _screenshot(text: str) -> bytes:
    """What a phone shows of a group's code: a title, the code on a card, a line below it."""
    code = io.BytesIO()
    segno.make(text, micro=False).save(code, kind="png", scale=12, border=3)
    screen = Image.new("RGB", (1080, 2160), "#ededed")
    brush = ImageDraw.Draw(screen)
    brush.rectangle((90, 500, 990, 1640), fill="white")
    brush.rectangle((140, 540, 260, 660), fill="#7aa37a")
    brush.rectangle((300, 570, 760, 620), fill="#333333")
    drawn = Image.open(code).convert("RGB").resize((760, 760))
    screen.paste(drawn, (160, 720))
    brush.rectangle((260, 1530, 820, 1560), fill="#999999")
    out = io.BytesIO()
    screen.save(out, "JPEG", quality=85)
    return out.getvalue()


def _choose(page: Page, folder: Path, content: bytes) -> None:
    file = folder / "screen.jpg"
    file.write_bytes(content)
    page.locator("input[type=file]").set_input_files(file)


def _code(community: Community, seats: int = 120) -> str:
    """A live code that has one group; its key."""
    base = f"/api/communities/{community.key}/livecodes"
    code = str(community.desk.post(base, {"name": "Poster at the door"})["code"])
    group = {"kind": "qr", "target": _group(), "capacity": seats}
    community.desk.post(f"/api/livecodes/{code}/destinations", group)
    return code


def _link(desk: Desk, code: str) -> str:
    """Path and token of a new link, from the console on."""
    address = str(desk.post(f"/api/livecodes/{code}/refill-links", {})["address"])
    return address.partition("/console")[2]


def _fits(page: Page) -> bool:
    wide = page.evaluate("document.documentElement.scrollWidth > document.body.clientWidth")
    return not wide


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_phone_adds_the_next_group_with_one_picture_and_one_tap(
    new_console: NewConsole, desk: Desk, community: Community, tmp_path: Path, language: str
) -> None:
    words = {
        "en": (
            "Choose the screenshot",
            "Use it",
            "close by themselves in about a minute",
            "Seats",
            "WeChat",
            "Add one more group",
        ),
        "zh": ("拍照或选图", "使用这个群", "约一分钟后自动关闭", "名额", "微信", "再添加一个群"),
    }[language]
    code, group = _code(community), _group()
    page = new_console(language, width=PHONE).open(_link(desk, code))
    expect(page.get_by_role("heading", level=1)).to_have_text("Poster at the door")
    expect(page.get_by_text(words[0])).to_be_visible()
    assert page.get_by_role("link").count() == 0 and _fits(page)

    _choose(page, tmp_path, _screenshot(group))
    expect(page.get_by_role("heading", level=2)).to_contain_text(words[4])
    drawn = page.locator(".refill-code")
    assert drawn.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 200
    expect(page.get_by_role("spinbutton", name=words[3])).to_have_value("120")
    expect(page.locator("input[name=valid_until]")).not_to_have_value("")
    assert _fits(page)
    page.screenshot(path=tmp_path / f"found-{language}.png", full_page=True)

    page.get_by_role("button", name=words[1]).click()
    expect(page.get_by_text(words[2])).to_be_visible()
    expect(page.get_by_text(words[5])).to_be_visible()
    expect(page.locator(".seats")).to_contain_text("240")
    assert _fits(page)
    page.screenshot(path=tmp_path / f"done-{language}.png", full_page=True)
    destinations = desk.get(f"/api/livecodes/{code}")["destinations"]
    assert [one["target"] for one in destinations][1:] == [group]

    _choose(page, tmp_path, _screenshot(group))
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("button", name=words[1])).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "tap", "done", "moved"),
    [
        ("en", "Use it", "Done: visitors", "Somebody was quicker"),
        ("zh", "使用这个群", "完成", "有人抢先一步"),
    ],
)
def test_of_two_phones_with_the_same_link_the_slower_is_asked_again(
    new_console: NewConsole,
    desk: Desk,
    community: Community,
    tmp_path: Path,
    language: str,
    tap: str,
    done: str,
    moved: str,
) -> None:
    code = _code(community)
    link = _link(desk, code)
    quick, slow = (new_console(language, width=PHONE).open(link) for _ in range(2))
    for page in (quick, slow):
        _choose(page, tmp_path, _screenshot(_group()))
        expect(page.get_by_role("button", name=tap)).to_be_visible()
    quick.get_by_role("button", name=tap).click()
    expect(quick.get_by_text(done)).to_be_visible()
    slow.get_by_role("button", name=tap).click()
    expect(slow.get_by_role("alert")).to_contain_text(moved)
    expect(slow.locator(".seats")).to_contain_text("240")
    assert len(desk.get(f"/api/livecodes/{code}")["destinations"]) == 2 and _fits(slow)
    slow.get_by_role("button", name=tap).click()
    expect(slow.get_by_text(done)).to_be_visible()
    expect(slow.locator(".seats")).to_contain_text("360")


def test_a_bad_picture_is_refused_with_the_reason_and_another_can_follow(
    new_console: NewConsole, desk: Desk, community: Community, tmp_path: Path
) -> None:
    page = new_console("en", width=PHONE).open(_link(desk, _code(community)))
    for text, words in (
        ("https://u.wechat.com/EPDjgRrQ", "This is no group’s QR code"),
        ("wxp://f2f0XO9MxuKhCB52g30uv", "This is a payment code"),
    ):
        _choose(page, tmp_path, _screenshot(text))
        expect(page.get_by_role("alert")).to_contain_text(words)
    _choose(page, tmp_path, _screenshot(_group()))
    expect(page.get_by_role("button", name="Use it")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_link_is_copied_in_the_console_and_revoked_there(
    console: Console, new_console: NewConsole, community: Community
) -> None:
    code = _code(community)
    page = console.open_in(community, f"/livecodes/{code}")
    page.get_by_role("button", name="Copy the refill link").click()
    address = page.get_by_label("Refill link").input_value()
    assert address.startswith(f"{console.base_url}/console/refill#{code}.")
    path = address.removeprefix(f"{console.base_url}/console")
    phone = new_console("en", width=PHONE)
    expect(phone.open(path).get_by_role("heading", level=1)).to_have_text("Poster at the door")

    page.get_by_role("button", name="Revoke all links").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke all links").click()
    expect(page.get_by_text("No link that was made up to now works any more")).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_role("alert")).to_contain_text("Ask for a new one")


def test_a_link_without_its_token_says_what_to_do(new_console: NewConsole) -> None:
    for path in ("/refill#nonsense", f"/refill#{unique()}.0a1b2c3d.1763816400000.{'A' * 24}"):
        page = new_console("en", width=PHONE).open(path)
        expect(page.get_by_role("alert")).to_contain_text("Ask for a new one")
