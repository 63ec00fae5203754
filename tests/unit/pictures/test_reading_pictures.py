"""QR codes on pictures are read; what is no picture, or too much of one, is refused in words."""

import io
import subprocess
import sys

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from hearth.domain.errors import BadInput, Oversized
from hearth.pictures.decode import MOST_PIXELS
from hearth.pictures.formats import LARGEST_PICTURE
from hearth.pictures.reader import codes_on
from tests.unit.pictures.sent import GROUP, code, saved, side_by_side

OTHER = "https://u.wechat.com/EPDjgRrQutXUU"
PNG = saved(code(GROUP))
JPEG = saved(code(GROUP), "JPEG")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_every_usual_format_is_read(form: str) -> None:
    assert codes_on(saved(code(GROUP), form)) == (GROUP,)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_every_way_to_hold_colours_is_read(mode: str) -> None:
    picture = code(GROUP).convert("L").convert(mode)
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert codes_on(saved(picture, form)) == (GROUP,)


def test_black_on_nothing_is_read() -> None:
    drawn = code(GROUP)
    clear = Image.new("RGBA", drawn.size, (0, 0, 0, 0))
    clear.paste("black", mask=ImageOps.invert(drawn.convert("L")))
    assert codes_on(saved(clear)) == (GROUP,)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_read_however_the_camera_was_held(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert codes_on(saved(code(GROUP), "JPEG", exif=exif)) == (GROUP,)


def test_the_first_frame_of_an_animation_is_read() -> None:
    film = saved(code(GROUP), "GIF", save_all=True, append_images=[code(OTHER)])
    assert codes_on(film) == (GROUP,)


def test_every_code_is_read_once() -> None:
    row = side_by_side(code(GROUP), code(OTHER), code(GROUP))
    assert sorted(codes_on(saved(row))) == sorted((GROUP, OTHER))


def test_text_in_any_script_is_read() -> None:
    assert codes_on(saved(code("茶友会 2 群 🍵"))) == ("茶友会 2 群 🍵",)


def test_a_small_code_on_a_large_picture_is_read() -> None:
    photo = Image.new("RGB", (4000, 3000), "grey")
    photo.paste(code(GROUP, scale=12), (2200, 900))
    assert codes_on(saved(photo, "JPEG")) == (GROUP,)


def test_a_picture_without_a_qr_code_has_none() -> None:
    assert codes_on(saved(Image.new("RGB", (300, 300), "white"))) == ()
    barcode = zxingcpp.create_barcode("12345678", zxingcpp.BarcodeFormat.Code128)
    stripes = Image.fromarray(barcode.to_image(scale=4))
    assert codes_on(saved(stripes)) == ()


@pytest.mark.parametrize(
    ("sent", "why", "reason"),
    [
        (b"", "none of PNG", "unreadable"),
        (b"%PDF-1.7", "none of PNG", "unreadable"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "none of PNG", "unreadable"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC: take a screenshot", "heic"),
        (PNG[: len(PNG) // 2], "damaged", "unreadable"),
        (JPEG[:600], "damaged", "unreadable"),
        (PNG[:8], "damaged", "unreadable"),
        (b"GIF89a" + bytes(20), "damaged", "unreadable"),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(20), "damaged", "unreadable"),
        (JPEG[:-2] + b"\xff\xda" * 200, "too many parts", "unreadable"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(sent: bytes, why: str, reason: str) -> None:
    with pytest.raises(BadInput, match=why) as refused:
        codes_on(sent)
    assert refused.value.reason == reason


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(Oversized, match="crop it"):
        codes_on(PNG + bytes(LARGEST_PICTURE))


@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP", "BMP"])
def test_a_small_file_with_too_many_pixels_is_refused_before_it_is_unpacked(form: str) -> None:
    side = 1 + int(MOST_PIXELS**0.5)
    bomb = saved(Image.new("1", (side, side)), form)
    code = (
        "import resource, sys; from hearth.pictures.decode import decode\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"try: decode(sys.stdin.buffer.read(), {form!r})\n"
        "except Exception as error: print(type(error).__name__)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    child = subprocess.run(
        [sys.executable, "-c", code],
        input=bomb,
        env={"PYTHONPATH": "layers/core"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    name, grown = child.stdout.split()
    assert name == b"Oversized" and 1024 * int(grown) < len(bomb) + 3_000_000


def test_a_bomb_for_the_library_is_refused_too() -> None:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    with pytest.raises(Oversized, match="pixels"):
        codes_on(out.getvalue())


@settings(deadline=None)
@given(
    st.sampled_from(
        [saved(code("tea", 2), form) for form in ("PNG", "JPEG", "WEBP", "GIF", "BMP")]
    ),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=12),
    st.floats(0, 1),
)
def test_damaged_files_are_read_or_refused_and_nothing_else(
    file: bytes, damages: list[tuple[float, int]], cut: float
) -> None:
    damaged = bytearray(file)
    for place, value in damages:
        damaged[int(place * (len(file) - 1))] = value
    try:
        codes_on(bytes(damaged[: max(12, int((0.5 + cut) * len(file)))]))
    except BadInput as refused:
        assert "“picture”" in str(refused)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_picture_are_refused(sent: bytes) -> None:
    try:
        assert codes_on(sent) == ()
    except BadInput as refused:
        assert refused.reason in ("unreadable", "heic")
