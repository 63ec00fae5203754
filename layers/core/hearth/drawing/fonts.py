"""Which letters stand in which of the fonts that a PDF may name without bringing them along.

Latin letters are in Helvetica, which every reader has. All others are in Adobe's Song, of which
the file knows the widths only: a reader shows them in a Chinese font of its own machine.
"""

from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

LATIN, LATIN_BOLD, SONG = "Helvetica", "Helvetica-Bold", "STSong-Light"
NONE = ""
"""Letters that no PDF of ours can show, such as emoji."""


def pieces(text: str, bold: bool = False) -> list[tuple[str, str]]:
    """``text`` taken apart as (font, letters)."""
    latin = LATIN_BOLD if bold else LATIN
    found = groupby(text, lambda sign: _font_of(sign, latin))
    return [(font, "".join(signs)) for font, signs in found]


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of ``text`` in the unit of ``size``; letters of no font count as Chinese ones."""
    _registered()
    return sum(
        pdfmetrics.stringWidth(signs, font, size) if font else len(signs) * size
        for font, signs in pieces(text, bold)
    )


@cache
def _registered() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))


def _font_of(sign: str, latin: str) -> str:
    if sign < "\u0100":
        return latin
    # The font holds what Chinese computers have always had, which is also what this codec knows.
    return SONG if _encodes(sign, "gbk") else latin if _encodes(sign, "cp1252") else NONE


def _encodes(sign: str, codec: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
