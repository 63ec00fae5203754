"""QR codes as PNG: every module is the same whole number of pixels."""

import io
from math import ceil

from PIL import Image

from hearth.drawing.logos import Logo
from hearth.drawing.symbols import Symbol, symbol_of

LARGEST_SIDE = 4000
"""Pixels; wider pictures get larger pixels in print, not more of them."""

_PER_INCH = 300


def png_of(text: str, millimetres: float, logo: Logo | None) -> bytes:
    """A picture that prints ``millimetres`` wide, at 300 pixels an inch or somewhat more."""
    symbol = symbol_of(text, logo is not None)
    inches = millimetres / 25.4
    scale = min(ceil(inches * _PER_INCH / symbol.side), LARGEST_SIDE // symbol.side)
    side = symbol.side * scale
    picture = _enlarged(symbol, side)
    if logo:
        picture = _with_logo(picture, symbol, scale, logo)
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(side / inches, side / inches))
    return out.getvalue()


def _enlarged(symbol: Symbol, side: int) -> Image.Image:
    modules = b"".join(symbol.rows).translate(b"\xff\x00" + bytes(254))
    small = Image.frombytes("L", (symbol.side, symbol.side), modules)
    return small.resize((side, side), Image.Resampling.NEAREST).convert("1")


def _with_logo(picture: Image.Image, symbol: Symbol, scale: int, logo: Logo) -> Image.Image:
    start, side = symbol.logo_at * scale, symbol.logo * scale
    fitted = logo.within(side - scale)
    coloured = picture.convert("RGB")
    coloured.paste("white", (start, start, start + side, start + side))
    left, top = (start + (side - length) // 2 for length in fitted.size)
    coloured.paste(fitted, (left, top))
    return coloured
