"""Draws what operators send: a group's QR code on a phone's screen, between other things."""

import io
import string
from dataclasses import dataclass
from random import Random

import segno
from PIL import Image, ImageDraw, ImageFont, ImageOps

Picture = Image.Image
Colour = tuple[int, int, int]

SCREEN = (1080, 1920)
_PAPER, _INK, _GREY = (237, 237, 237), (25, 25, 25), (150, 150, 150)
_SIGNS = string.ascii_letters + string.digits + "-_"


@dataclass(frozen=True, slots=True)
class Look:
    """How the code is drawn on the screen."""

    dark: bool = False
    """A dark screen around the card."""
    inverted: bool = False
    """Light on dark, the code too."""
    logo: float = 0.0
    """Width of a picture on the middle of the code, as a part of the code's."""
    sticker: float = 0.0
    """Width of something that lies on the code's lower right part."""
    border: int = 4
    """Modules of white around the code."""
    colours: tuple[str, str] = ("black", "white")
    dots: bool = False
    """Round modules with gaps."""
    width: int = 0
    """Of the code in pixels; 0 for the usual one."""


def payload(random: Random) -> str:
    """What a WeChat group's code says: an address that ends in 64 signs nobody can read."""
    return "https://weixin.qq.com/g/" + "".join(random.choices(_SIGNS, k=64))


def with_code(random: Random, text: str, look: Look) -> Picture:
    """A screen with a card: picture and name of the group, its code, a line below."""
    screen = without_code(random)
    if look.dark:
        screen = ImageOps.invert(screen)
    width = look.width or random.randint(620, 860)
    left, top = (SCREEN[0] - width) // 2, random.randint(260, 620)
    draw = ImageDraw.Draw(screen)
    card = (left - 60, top - 190, left + width + 60, top + width + 150)
    draw.rounded_rectangle(card, 24, look.colours[1])
    _group_picture(random, draw, left, top - 160)
    draw.text((left + 140, top - 140), _words(random, 3), _INK, _font(40))
    screen.paste(_code(random, text, width, look), (left, top))
    draw.text((left, top + width + 40), _words(random, 9), _GREY, _font(28))
    return ImageOps.invert(screen) if look.inverted else screen


def without_code(random: Random) -> Picture:
    """A screen of a chat: a clock on top, then pictures and lines of different lengths."""
    screen = Image.new("RGB", SCREEN, _PAPER)
    draw = ImageDraw.Draw(screen)
    draw.text((40, 20), f"{random.randint(10, 23)}:{random.randint(10, 59)}", _INK, _font(36))
    draw.rectangle((960, 28, 1030, 56), outline=_INK, width=3)
    for top in range(120, SCREEN[1] - 120, 170):
        _group_picture(random, draw, 40, top)
        draw.rounded_rectangle((160, top, random.randint(420, 1000), top + 110), 16, "white")
        draw.text((190, top + 30), _words(random, random.randint(1, 7)), _INK, _font(34))
    return screen


def _code(random: Random, text: str, width: int, look: Look) -> Picture:
    error = "h" if look.logo > 0.2 else random.choice("lm")
    drawn = segno.make(text, error=error, micro=False)
    code = _dots(drawn, look) if look.dots else _squares(drawn, look)
    code = code.resize((width, width), Image.Resampling.NEAREST)
    _cover(random, code, 0.5, look.logo)
    _cover(random, code, 0.68, look.sticker)
    return code


def _squares(drawn: segno.QRCode, look: Look) -> Picture:
    dark, light = look.colours
    out = io.BytesIO()
    drawn.save(out, kind="png", border=look.border, dark=dark, light=light)
    return Image.open(out).convert("RGB")


def _dots(drawn: segno.QRCode, look: Look) -> Picture:
    dark, light = look.colours
    modules = [[bool(one) for one in row] for row in drawn.matrix_iter(border=look.border)]
    code = Image.new("RGB", (20 * len(modules), 20 * len(modules)), light)
    draw = ImageDraw.Draw(code)
    for y, row in enumerate(modules):
        for x, one in enumerate(row):
            if one:
                draw.ellipse((20 * x + 1, 20 * y + 1, 20 * x + 18, 20 * y + 18), dark)
    return code


def _cover(random: Random, code: Picture, middle: float, part: float) -> None:
    if part:
        start, end = (round(code.width * (middle + sign * part / 2)) for sign in (-1, 1))
        box = (start, start, end, end)
        ImageDraw.Draw(code).rounded_rectangle(box, 12, _colour(random), "white", 6)


def _group_picture(random: Random, draw: ImageDraw.ImageDraw, left: int, top: int) -> None:
    """Nine small pictures in a square."""
    for place in range(9):
        x, y = left + place % 3 * 34, top + place // 3 * 34
        draw.rectangle((x, y, x + 30, y + 30), _colour(random))


def _colour(random: Random) -> Colour:
    return random.randint(40, 230), random.randint(40, 230), random.randint(40, 230)


def _words(random: Random, count: int) -> str:
    letters = string.ascii_lowercase
    return " ".join("".join(random.choices(letters, k=random.randint(2, 8))) for _ in range(count))


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
