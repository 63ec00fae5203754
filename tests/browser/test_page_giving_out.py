"""A live code is taken along: as a picture, on a poster, on paper, for every channel."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewConsole
from tests.browser.console import Console
from tests.local.community import Community
from tests.local.desk import Desk
from tests.unit.drawing.pictures import red, saved
from tests.unit.drawing.reading import modules_of, opened, page_of, says

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9" height="6"/></svg>'
)
LOGOS = {"drawing.svg": SVG, "photo.jpg": saved(red(900, 900), "JPEG")}


@pytest.fixture
def code(community: Community) -> str:
    place = f"/api/communities/{community.key}/livecodes"
    return str(community.desk.post(place, {"name": "茶友会"})["code"])


@pytest.fixture
def page(console: Console, community: Community, code: str) -> Page:
    return console.open_in(community, f"/livecodes/{code}")


def _downloaded(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as taken:
        page.get_by_role("button", name=button).click()
    return taken.value.suggested_filename, Path(taken.value.path()).read_bytes()


def _address(community: Community, code: str, channel: str = "") -> str:
    return f"{community.suite.base_url}/c/{code}{channel and '/' + channel}"


def test_a_picture_is_downloaded_for_one_channel(
    page: Page, community: Community, code: str
) -> None:
    way = _opened_way(page, "As a picture")
    way.get_by_label("Width in mm").fill("40")
    way.locator("input[name=channel]").fill("door")
    name, png = _downloaded(page, "Download the picture")
    assert name == f"{code}-door.png"
    assert says(opened(png)) == [_address(community, code, "door")]
    way.get_by_label("Format").select_option("pdf")
    name, pdf = _downloaded(page, "Download the picture")
    assert name == f"{code}-door.pdf"
    assert page_of(pdf).millimetres == pytest.approx((40, 40), abs=0.01)


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_of_any_kind_comes_into_the_middle_and_goes_again(
    page: Page, community: Community, code: str, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(LOGOS[name])
    (tmp_path / "no-picture.png").write_text("no picture")
    shown = page.get_by_alt_text("QR code of 茶友会")
    page.get_by_label("Logo in the middle").set_input_files(tmp_path / "no-picture.png")
    expect(page.get_by_text("is no picture that the browser can show")).to_be_visible()
    page.get_by_label("Logo in the middle").set_input_files(tmp_path / name)
    expect(page.get_by_role("button", name="Without this logo")).to_be_visible()
    expect(page.get_by_text("is no picture that the browser can show")).to_be_hidden()
    _opened_way(page, "As a picture").get_by_label("Format").select_option("svg")
    _, svg = _downloaded(page, "Download the picture")
    assert b"<image" in svg and says(modules_of(svg)) == [_address(community, code)]
    photo = Image.open(io.BytesIO(shown.screenshot()))
    assert says(photo) == [_address(community, code)], "what is shown on the page is scanned"
    page.get_by_role("button", name="Without this logo").click()
    expect(shown).to_have_attribute("src", re.compile(f"^/api/livecodes/{code}/qr.svg"))


def test_a_poster_is_shown_printed_and_taken_along(
    page: Page, community: Community, code: str
) -> None:
    _poster(page, "A4, for printing")
    address = [_address(community, code, "door")]
    assert says(Image.open(io.BytesIO(page.get_by_alt_text("The poster").screenshot()))) == address

    name, png = _downloaded(page, "As PNG")
    assert name == f"{code}-door.png"
    picture = opened(png)
    assert picture.size == (2480, 3508) and says(picture) == address
    assert says(page_of(_downloaded(page, "As PDF")[1], scale=1.5).picture) == address
    assert says(modules_of(_downloaded(page, "As SVG")[1])) == address

    printed = page_of(page.pdf(prefer_css_page_size=True), scale=1.5)
    assert printed.millimetres == pytest.approx((210, 297), abs=0.5)
    assert says(printed.picture) == address
    assert "Come in" in printed.text and "Destinations" not in printed.text


def test_a_poster_for_telephones_has_their_size(
    page: Page, community: Community, code: str
) -> None:
    _poster(page, "Telephone’s screen, for sharing")
    picture = opened(_downloaded(page, "As PNG")[1])
    assert picture.size == (1080, 1920)
    assert says(picture) == [_address(community, code, "door")]
    expect(page.get_by_role("button", name="Print it")).to_be_hidden()


def test_a_poster_without_the_new_logo_is_not_shown_any_more(page: Page, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)
    _poster(page, "A4, for printing")
    page.get_by_label("Logo in the middle").set_input_files(tmp_path / "logo.svg")
    expect(page.get_by_alt_text("The poster")).to_be_hidden()
    page.get_by_role("button", name="Show the poster").click()
    expect(page.get_by_alt_text("The poster")).to_be_visible()
    assert b"<image" in _downloaded(page, "As SVG")[1]


@pytest.mark.parametrize("lines", ["x" * 61, "a\nb\nc\nd"])
def test_no_line_of_a_poster_is_left_out_without_a_word(page: Page, lines: str) -> None:
    way = _opened_way(page, "On a poster")
    way.get_by_label("Headline").fill("Come in")
    way.get_by_label("Lines below it").fill(lines)
    way.get_by_role("button", name="Show the poster").click()
    expect(way.get_by_role("alert")).to_have_text("At most 3 lines of 60 characters.")
    expect(page.get_by_alt_text("The poster")).to_be_hidden()


def test_what_a_pdf_cannot_show_is_told(page: Page) -> None:
    _poster(page, "A4, for printing", headline="Come in 👋")
    page.get_by_role("button", name="As PDF").click()
    expect(page.get_by_role("alert")).to_contain_text("a PDF cannot show “👋”")


def test_every_channel_is_in_the_archive(page: Page, community: Community, code: str) -> None:
    lines = _opened_way(page, "Once for each channel").get_by_label("Channels, one in each line")
    lines.fill("a/b")
    page.get_by_role("button", name="Download the archive").click()
    expect(page.get_by_role("alert")).to_contain_text("“a/b” cannot be part of an address")
    lines.fill("\n".join(f"c{number}" for number in range(201)))
    page.get_by_role("button", name="Download the archive").click()
    expect(page.get_by_role("alert")).to_have_text("These are 201 channels: at most 200 at a time.")
    lines.fill("door Door of the shop\n微博")
    name, content = _downloaded(page, "Download the archive")
    assert name == f"{code}-channels.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["index.csv", f"{code}-door.png", f"{code}-微博.png"]
        assert "Door of the shop" in archive.read("index.csv").decode("utf-8-sig")
        drawn = opened(archive.read(f"{code}-door.png"))
    assert says(drawn) == [_address(community, code, "door")]


def test_a_viewer_downloads_pictures_and_nothing_else(
    new_console: NewConsole, desk: Desk, community: Community, code: str
) -> None:
    console = new_console()
    console.log_in(desk, role="viewer")
    page = console.open_in(community, f"/livecodes/{code}")
    _opened_way(page, "As a picture")
    assert says(opened(_downloaded(page, "Download the picture")[1])) == [_address(community, code)]
    expect(page.get_by_text("On a poster")).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_of_it_fits_a_telephone(
    new_console: NewConsole, desk: Desk, community: Community, code: str, language: str
) -> None:
    console = new_console(language, width=360)
    console.log_in(desk)
    page = console.open_in(community, f"/livecodes/{code}")
    page.get_by_role("heading", level=1).wait_for()
    for way in page.locator(".way > summary").all():
        way.click()
    page.locator("input[name=headline]").fill("扫码进群")
    page.locator("form:has(input[name=headline])").get_by_role("button").click()
    expect(page.locator("img.poster")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def _opened_way(page: Page, title: str) -> Locator:
    page.get_by_text(title, exact=True).click()
    return page.locator(".way").filter(has=page.get_by_text(title, exact=True))


def _poster(page: Page, size: str, headline: str = "Come in") -> None:
    poster = _opened_way(page, "On a poster")
    poster.get_by_label("Size of the poster").select_option(size)
    poster.get_by_label("Headline").fill(headline)
    poster.get_by_label("Lines below it").fill("Tea every Friday\n\nat eight")
    poster.locator("input[name=channel]").fill("door")
    poster.get_by_role("button", name="Show the poster").click()
    expect(page.get_by_alt_text("The poster")).to_be_visible()
