"""What was drawn says what it should, is as large as it should be, and keeps its distance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from hearth.domain.errors import BadInput
from hearth.drawing.codes import Form, draw_code
from hearth.drawing.logos import logo_of
from hearth.drawing.png import LARGEST_SIDE
from hearth.drawing.symbols import QUIET, symbol_of
from tests.unit.drawing.pictures import red, saved, uri
from tests.unit.drawing.reading import SVG, modules_of, opened, page_of, root_of, says

ADDRESS = "https://hearth.example.org/c/abcdefgh/poster"
LOGO = logo_of(uri(saved(red(90, 60))))
ADDRESSES = st.from_regex(
    r"https://[a-z]{1,30}\.example/c/[a-z0-9]{4,32}(/[\w.-]{1,40})?", fullmatch=True
)
MILLIMETRES = st.integers(10, 1000)


@given(ADDRESSES, st.integers(10, 300))
def test_a_png_says_its_address(address: str, millimetres: int) -> None:
    assert says(opened(draw_code(address, Form.PNG, millimetres))) == [address]


@settings(max_examples=20)  # sixteen million pixels take a while
@given(MILLIMETRES, st.sampled_from([None, LOGO]))
def test_a_png_prints_as_wide_as_was_asked_for(millimetres: int, logo: object) -> None:
    picture = opened(draw_code(ADDRESS, Form.PNG, millimetres, logo))
    symbol = symbol_of(ADDRESS, with_logo=logo is not None)
    across, per_inch = picture.width, picture.info["dpi"][0]
    assert picture.width == picture.height <= LARGEST_SIDE
    assert across % symbol.side == 0, "modules of a whole number of pixels"
    assert across / per_inch * 25.4 == pytest.approx(millimetres, rel=0.001)
    assert per_inch > 299 or across > LARGEST_SIDE - symbol.side


@pytest.mark.parametrize("logo", [None, LOGO])
def test_a_png_has_four_free_modules_on_each_side(logo: object) -> None:
    picture = opened(draw_code(ADDRESS, Form.PNG, 50, logo)).convert("L")
    module = picture.width // symbol_of(ADDRESS, with_logo=logo is not None).side
    free = QUIET * module
    dark = picture.point(lambda light: 255 - light).getbbox()
    assert dark == (free, free, picture.width - free, picture.height - free)


def test_a_png_without_a_logo_is_black_and_white() -> None:
    assert opened(draw_code(ADDRESS, Form.PNG, 50)).mode == "1"


def test_a_logo_stands_in_the_middle_as_it_is() -> None:
    assert LOGO is not None
    picture = opened(draw_code(ADDRESS, Form.PNG, 50, LOGO)).convert("RGB")
    side, symbol = picture.width, symbol_of(ADDRESS, with_logo=True)
    module = side // symbol.side
    assert picture.getpixel((side // 2, side // 2)) == (160, 0, 0)
    start = symbol.logo_at * module
    assert picture.getpixel((start, start)) == (255, 255, 255)
    left, top, right, bottom = _box_of(picture, (160, 0, 0))
    assert (right - left) / (bottom - top) == pytest.approx(1.5, rel=0.05)
    assert right - left == (symbol.logo - 1) * module


@settings(max_examples=30)
@given(MILLIMETRES, st.sampled_from([None, LOGO]))
def test_a_pdf_is_one_page_of_the_size_asked_for(millimetres: int, logo: object) -> None:
    page = page_of(draw_code(ADDRESS, Form.PDF, millimetres, logo), scale=1200 / millimetres / 2.9)
    assert page.millimetres == pytest.approx((millimetres, millimetres), abs=0.01)
    assert says(page.picture) == [ADDRESS]


def test_a_pdf_is_drawn_in_lines_that_any_size_keeps_sharp() -> None:
    plain, with_logo = (page_of(draw_code(ADDRESS, Form.PDF, 50, it)) for it in (None, LOGO))
    assert set(plain.kinds) == {2}
    assert sorted(set(with_logo.kinds)) == [2, 3] and with_logo.kinds.count(3) == 1


@pytest.mark.parametrize("logo", [None, LOGO])
def test_an_svg_says_its_address_and_its_size(logo: object) -> None:
    drawn = draw_code(ADDRESS, Form.SVG, 55, logo)
    root = root_of(drawn)
    assert (root.attrib["width"], root.attrib["height"]) == ("55mm", "55mm")
    assert root.attrib["viewBox"] == "0 0 55 55"
    assert says(modules_of(drawn)) == [ADDRESS]
    assert len(list(root.iter(f"{SVG}image"))) == (logo is not None)


def test_an_svg_asks_for_nothing_and_runs_nothing() -> None:
    root = root_of(draw_code(ADDRESS, Form.SVG, 55, LOGO))
    kinds = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert kinds == {"svg", "title", "rect", "g", "path", "image"}
    references = [it for one in root.iter() for name, it in one.attrib.items() if "href" in name]
    assert len(references) == 1 and references[0].startswith("data:image/png;base64,")


@pytest.mark.parametrize("form", Form)
def test_the_same_code_is_the_same_file(form: Form) -> None:
    assert draw_code(ADDRESS, form, 50, LOGO) == draw_code(ADDRESS, form, 50, LOGO)


@pytest.mark.parametrize("form", Form)
def test_an_address_that_no_code_holds_is_refused(form: Form) -> None:
    with pytest.raises(BadInput, match="too long"):
        draw_code("https://a.example/" + "x" * 3000, form, 50)


def _box_of(picture: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    other = ImageChops.difference(picture, Image.new("RGB", picture.size, colour)).convert("L")
    box = other.point(lambda difference: 255 * (difference == 0)).getbbox()
    assert box is not None
    return box
