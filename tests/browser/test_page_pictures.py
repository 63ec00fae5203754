"""Screenshots on the page: dropped, pasted, chosen or taken, and what is told about them."""

import base64
import io
import random
from pathlib import Path

import pytest
import segno
from PIL import Image
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk
from tests.support.unique import unique

FIELD = "Picture of the group’s QR code"
PERSON = "https://u.wechat.com/EPDjgRrQutXUU-K1XzT9X_0"

_HAND_OVER = """([type, where, content]) => {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], "screen.png", { type: "image/png" }));
    const target = document.querySelector(where);
    const event = type === "paste"
        ? new ClipboardEvent(type, { clipboardData: files, bubbles: true, cancelable: true })
        : new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
}"""


def _group() -> str:
    return f"https://weixin.qq.com/g/AwYAA{unique()}"


def _picture(text: str) -> bytes:
    out = io.BytesIO()
    segno.make(text, micro=False).save(out, kind="png", scale=6, border=4)
    return out.getvalue()


def _file(folder: Path, content: bytes, name: str = "screen.png") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def _open_code(console: Console, community: Community, name: str = "Poster") -> Page:
    code = community.desk.post(f"/api/communities/{community.key}/livecodes", {"name": name})
    page = console.open_in(community, f"/livecodes/{code['code']}")
    page.get_by_role("heading", level=1, name=name).wait_for()
    return page


def test_a_screenshot_fills_the_form_and_is_warned_about_where_it_is_in_use(
    console: Console, community: Community, tmp_path: Path
) -> None:
    group = _group()
    page = _open_code(console, community, "Poster at the door")
    screen = _file(tmp_path, _picture(group))
    page.get_by_label(FIELD).set_input_files(screen)
    expect(page.get_by_text("WeChat · Group QR code", exact=True)).to_be_visible()
    expect(page.get_by_role("option", name="Group QR code (WeChat, QQ)")).to_be_attached()
    drawn = page.get_by_alt_text("The QR code, drawn anew")
    assert drawn.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 200
    expect(page.get_by_label("What the QR code says")).to_have_value(group)
    expect(page.get_by_label("Expires at")).not_to_have_value("")
    page.get_by_label("Note").fill("Tea room 1")
    page.get_by_role("button", name="Add a destination").click()
    card = page.get_by_role("listitem").filter(has_text="Tea room 1")
    expect(card).to_contain_text("0 seats taken, 200 of 200 left")
    expect(page.get_by_label("What the QR code says")).to_have_value("")

    page.get_by_label(FIELD).set_input_files(screen)
    expect(page.get_by_text("in this live code (Tea room 1)")).to_be_visible()
    page = _open_code(console, community)
    page.get_by_label(FIELD).set_input_files(screen)
    page.get_by_role("status").get_by_role("link", name="Poster at the door").click()
    expect(page.get_by_role("heading", level=1, name="Poster at the door")).to_be_visible()


@pytest.mark.parametrize(("kind", "where"), [("paste", "body"), ("drop", ".drop")])
def test_a_screenshot_is_pasted_or_dropped(
    console: Console, community: Community, kind: str, where: str
) -> None:
    page, group = _open_code(console, community), _group()
    content = base64.b64encode(_picture(group)).decode()
    page.get_by_label(FIELD).wait_for()
    page.evaluate(_HAND_OVER, [kind, where, content])
    expect(page.get_by_label("What the QR code says")).to_have_value(group)


def test_a_persons_code_is_told_from_a_groups(
    console: Console, community: Community, tmp_path: Path
) -> None:
    page = _open_code(console, community)
    person = _file(tmp_path, _picture(PERSON))
    page.get_by_label(FIELD).set_input_files(person)
    expect(page.get_by_text("This code leads to a person, not into a group")).to_be_visible()
    expect(page.get_by_label("Where it leads")).to_have_value("person")
    expect(page.get_by_label("Seats", exact=True)).to_have_count(0)

    page.get_by_label("Where it leads").select_option("qr")
    page.get_by_label(FIELD).set_input_files(person)
    expect(page.get_by_text("This is a person’s QR code")).to_be_visible()
    expect(page.get_by_label("What the QR code says")).to_have_value("")
    page.get_by_label("What the QR code says").fill(PERSON)
    page.get_by_role("button", name="Add a destination").click()
    expect(page.get_by_text("This is a person’s QR code")).to_have_count(2)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (_picture("wxp://f2f0XO9MxuKhCB52g30uv"), "pay.png", "This is a payment code"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no.svg", "cannot be read as a picture"),
        (b"\0\0\0\x18ftypheic" + bytes(16), "photo.heic", "HEIC pictures cannot be read"),
        (b"", "empty.png", "cannot be read as a picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(4_000_001), "large.png", "This picture is too large"),
    ],
    ids=["payment", "svg", "heic", "empty", "large"],
)
def test_what_cannot_be_used_is_said_in_words(
    console: Console, community: Community, tmp_path: Path, content: bytes, name: str, words: str
) -> None:
    page = _open_code(console, community)
    page.get_by_label(FIELD).set_input_files(_file(tmp_path, content, name))
    expect(page.get_by_role("alert")).to_contain_text(words)


def test_a_phones_photo_is_made_smaller_before_it_is_sent(
    new_console: NewConsole, desk: Desk, community: Community, tmp_path: Path
) -> None:
    console, group = new_console("zh", width=360), _group()
    console.log_in(desk)
    page, sent = _open_code(console, community), list[int]()
    page.on("request", lambda request: sent.append(_length(request)))
    grains = random.Random(1).randbytes(4000 * 3000)
    photo = Image.frombytes("L", (4000, 3000), grains).point(lambda one: 90 + one // 8)
    photo.paste(Image.open(io.BytesIO(_picture(group))).resize((1500, 1500)), (1300, 700))
    out = io.BytesIO()
    photo.convert("RGB").save(out, "JPEG", quality=98)
    assert len(out.getvalue()) > 5_000_000
    page.get_by_label("群二维码的图片").set_input_files(_file(tmp_path, out.getvalue(), "a.jpg"))
    expect(page.get_by_label("二维码的内容")).to_have_value(group)
    assert 100_000 < max(sent) < 4_000_000
    wide = page.evaluate("document.documentElement.scrollWidth > document.body.clientWidth")
    assert not wide
    page.get_by_role("button", name="添加去向").click()
    expect(page.get_by_role("listitem").filter(has_text="群二维码")).to_be_visible()


def _length(request: Request) -> int:
    return len(request.post_data or "") if request.url.endswith("/pictures") else 0
