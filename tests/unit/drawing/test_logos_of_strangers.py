"""Logos come from outside: whatever they are, they become plain pixels or an error that helps."""

import io
import struct
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from hearth.domain.errors import BadInput, Malformed, Oversized
from hearth.drawing.logos import LARGEST_SIDE, LONGEST_URI, Logo, logo_of
from tests.unit.drawing.pictures import red, saved, uri

PNG, JPEG = saved(red()), saved(red(), "JPEG")
MISNAMED = [saved(red(), "GIF"), saved(red(), "BMP"), b"<svg/>", b"\x89PNG"]
BOMBS = [(30_000, 30_000), (LARGEST_SIDE + 1, 1), (1, 2**31 - 1)]


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def _png(width: int, height: int, *more: bytes, pixels: bytes = b"") -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    data = _chunk(b"IDAT", zlib.compress(pixels, 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + data + _chunk(b"IEND", b"")


def _logo(content: bytes, kind: str = "png") -> Logo:
    made = logo_of(uri(content, kind))
    assert made is not None
    return made


def test_no_logo_is_no_logo() -> None:
    assert logo_of("") is None


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_picture_becomes_a_logo(kind: str) -> None:
    logo = _logo(saved(red(90, 30), kind.upper()), kind)
    assert logo.picture.size == (90, 30) and logo.picture.mode == "RGB"
    assert logo.within(45).size == (45, 15) and logo.within(180).size == (180, 60)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_understood(mode: str) -> None:
    assert _logo(saved(Image.new(mode, (40, 40)))).picture.mode == "RGB"


def test_a_jpeg_for_the_press_is_understood() -> None:
    logo = _logo(saved(red(mode="CMYK"), "JPEG"), "jpeg")
    pixel = logo.picture.getpixel((5, 5))
    assert isinstance(pixel, tuple) and pixel[0] > 120 and max(pixel[1:]) < 40


def test_where_a_logo_is_transparent_it_is_white() -> None:
    assert _logo(saved(Image.new("RGBA", (9, 9)))).picture.getpixel((4, 4)) == (255, 255, 255)


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert _logo(saved(red(80, 40), "JPEG", exif=exif), "jpeg").picture.size == (40, 80)


def test_what_a_picture_says_besides_its_pixels_is_left_behind() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    logo = _logo(saved(red(), "JPEG", exif=exif), "jpeg")
    assert b"home" not in saved(logo.within(40)) and not logo.picture.getexif()


@pytest.mark.parametrize(("width", "height"), BOMBS)
def test_a_bomb_is_refused_before_it_is_unpacked(width: int, height: int) -> None:
    pixels = bytes(min(width * height // 8, 10_000_000))
    with pytest.raises(BadInput, match="logo"):
        logo_of(uri(_png(width, height, pixels=pixels)))


def test_the_largest_logo_is_taken() -> None:
    side = LARGEST_SIDE
    pixels = (b"\x00" + bytes(side // 8)) * side
    assert max(_logo(_png(side, side, pixels=pixels)).picture.size) <= 1000


def test_a_bomb_beside_the_pixels_is_refused() -> None:
    text = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000), 9))
    with pytest.raises(Malformed, match="cannot be read"):
        logo_of(uri(_png(8, 8, text, pixels=bytes(16))))


@pytest.mark.parametrize(
    "wanted",
    [
        "logo.png",
        "https://a.example/logo.png",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        "data:image/png,abc",
        "data:image/png;base64,",
        "data:image/png;base64,====",
        "data:image/png;base64,AAA",
        "data:image/png;base64,AAAA\n",
        "data:image/png;base64,火火火火",
        " ",
    ],
)
def test_what_is_no_picture_by_its_address_is_refused(wanted: str) -> None:
    with pytest.raises(BadInput, match="“logo” must be a PNG or JPEG"):
        logo_of(wanted)


@pytest.mark.parametrize("content", MISNAMED)
def test_another_format_under_a_false_name_is_refused(content: bytes) -> None:
    with pytest.raises(Malformed):
        logo_of(uri(content))


def test_a_logo_that_is_too_long_is_refused_unread() -> None:
    with pytest.raises(Oversized, match="longer than"):
        logo_of("data:image/png;base64," + "A" * LONGEST_URI)


@given(st.sampled_from([PNG, JPEG]), st.data())
def test_a_damaged_picture_never_does_more_than_fail(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    spoilt = data.draw(st.binary(max_size=8))
    cut = data.draw(st.booleans())
    content = whole[:at] + spoilt + (b"" if cut else whole[at + len(spoilt) :])
    try:
        made = logo_of(uri(content))
    except BadInput:
        return
    assert made is not None and made.picture.mode == "RGB"


@given(st.binary(max_size=300))
@example(b"")
def test_no_bytes_at_all_do_more_than_fail(content: bytes) -> None:
    for beginning in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        with pytest.raises(BadInput):
            logo_of(uri(beginning + content))


def test_an_animation_is_its_first_picture() -> None:
    out = io.BytesIO()
    red().save(out, "PNG", save_all=True, append_images=[Image.new("RGB", (60, 60), "blue")])
    assert _logo(out.getvalue()).picture.getpixel((5, 5)) == (160, 0, 0)
