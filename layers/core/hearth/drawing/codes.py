"""QR codes in the three formats that are given out."""

from enum import StrEnum

from hearth.drawing.logos import Logo
from hearth.drawing.pdf import pdf_of
from hearth.drawing.png import png_of
from hearth.drawing.sheets import code_sheet
from hearth.drawing.svg import svg_of


class Form(StrEnum):
    """File formats; the values are the endings of files."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


def draw_code(text: str, form: Form, millimetres: float, logo: Logo | None = None) -> bytes:
    """``text`` as a QR code, ``millimetres`` wide with its quiet zone.

    Raises BadInput when it says too much for one.
    """
    if form is Form.PNG:
        return png_of(text, millimetres, logo)
    sheet = code_sheet(text, millimetres, logo)
    return svg_of(sheet) if form is Form.SVG else pdf_of(sheet)
