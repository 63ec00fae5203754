"""Sheets as PDF: one page of the sheet's own size, codes and areas as vectors, text as text."""

import io
from functools import partial, singledispatchmethod

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from hearth.domain.errors import BadInput
from hearth.drawing.fonts import NONE, SONG, pieces, width
from hearth.drawing.logos import Logo
from hearth.drawing.sheets import INK, PAPER, PER_INCH, Area, Code, Sheet, Words

_FAT = 0.03
"""Song has no bold: its letters are outlined by this part of their size."""


def pdf_of(sheet: Sheet) -> bytes:
    """The document. Raises BadInput for letters that would be missing."""
    out = io.BytesIO()
    unit = 72 / PER_INCH[sheet.unit]
    size = (sheet.width * unit, sheet.height * unit)
    canvas = Canvas(out, pagesize=size, invariant=True, pageCompression=1)
    canvas.setTitle(sheet.title)
    canvas.setCreator("Hearth")
    canvas.scale(unit, unit)
    brush = _Brush(canvas, sheet)
    for shape in sheet.shapes:
        brush.draw(shape)
    canvas.save()
    return out.getvalue()


class _Brush:
    """Draws shapes. A PDF counts upwards from the lower edge, a sheet downwards from the upper."""

    def __init__(self, canvas: Canvas, sheet: Sheet) -> None:
        self._canvas = canvas
        self._sheet = sheet

    @singledispatchmethod
    def draw(self, shape: object) -> None:
        raise NotImplementedError(type(shape))

    @draw.register
    def _area(self, area: Area) -> None:
        self._canvas.setFillColor(HexColor(area.colour))
        bottom = self._sheet.height - area.y - area.height
        self._canvas.rect(area.x, bottom, area.width, area.height, stroke=0, fill=1)

    @draw.register
    def _words(self, words: Words) -> None:
        found = pieces(words.text, words.bold)
        _require_letters(found)
        x = words.x - width(words.text, words.size, words.bold) / 2
        # A file keeps how letters are painted beyond the end of a text, the library forgets it.
        self._canvas.saveState()
        self._canvas.setLineWidth(words.size * _FAT)
        text = self._canvas.beginText(x, self._sheet.height - words.y)
        text.setFillColor(HexColor(words.colour))
        text.setStrokeColor(HexColor(words.colour))
        for font, signs in found:
            text.setTextRenderMode(2 if words.bold and font == SONG else 0)
            text.setFont(font, words.size)
            text.textOut(signs)
        self._canvas.drawText(text)
        self._canvas.restoreState()

    @draw.register
    def _code(self, code: Code) -> None:
        symbol, canvas = code.symbol, self._canvas
        canvas.saveState()
        canvas.translate(code.x, self._sheet.height - code.y - code.side)
        canvas.scale(code.side / symbol.side, code.side / symbol.side)
        path = canvas.beginPath()
        for x, y, length in symbol.runs():
            path.rect(x, symbol.side - y - 1, length, 1)
        canvas.setFillColor(HexColor(INK))
        canvas.drawPath(path, stroke=0, fill=1)
        if code.logo:
            self._logo(code, code.logo)
        canvas.restoreState()

    def _logo(self, code: Code, logo: Logo) -> None:
        at, side = code.symbol.logo_at, code.symbol.logo
        pixels = self._sheet.pixels(code.side / code.symbol.side * side)
        self._canvas.setFillColor(HexColor(PAPER))
        self._canvas.rect(at, at, side, side, stroke=0, fill=1)
        inside = partial(self._canvas.drawImage, preserveAspectRatio=True, anchor="c")
        inside(ImageReader(logo.within(pixels)), at + 0.5, at + 0.5, side - 1, side - 1)


def _require_letters(found: list[tuple[str, str]]) -> None:
    missing = next((signs for font, signs in found if font == NONE), "")
    if missing:
        raise BadInput(f"a PDF cannot show “{missing[:20]}”: leave it out, or ask for SVG")
