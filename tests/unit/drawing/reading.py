"""Reads what was drawn, as a telephone or a printer would."""

import io
import re
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import zxingcpp
from PIL import Image, ImageDraw

_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
SVG = "{http://www.w3.org/2000/svg}"


def says(picture: Image.Image) -> list[str]:
    """The texts of all QR codes on a picture."""
    found = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def opened(png: bytes) -> Image.Image:
    """A PNG file as pixels."""
    picture = Image.open(io.BytesIO(png), formats=("PNG",))
    picture.load()
    return picture


@dataclass(frozen=True)
class Page:
    """The only page of a PDF."""

    millimetres: tuple[float, float]
    picture: Image.Image
    text: str
    kinds: list[int]
    """What is drawn on it, as PDFium counts: 1 text, 2 path, 3 picture."""


def page_of(pdf: bytes, scale: float = 3) -> Page:
    """The page, drawn at ``scale`` pixels a point; fails when there are more."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    page = document[0]
    text = page.get_textpage()
    shown = Page(
        tuple(side / 72 * 25.4 for side in page.get_size()),  # type: ignore[arg-type]
        page.render(scale=scale).to_pil(),
        text.get_text_range(),
        [shape.type for shape in page.get_objects()],
    )
    for one in (text, page, document):
        one.close()
    return shown


def modules_of(svg: bytes) -> Image.Image:
    """The QR code of an SVG, ten pixels a module, with the square that lies under its logo."""
    group = next(ElementTree.fromstring(svg).iter(f"{SVG}g"))  # noqa: S314
    path = group.find(f"{SVG}path")
    assert path is not None
    runs = [tuple(map(int, run)) for run in _RUN.findall(path.attrib["d"])]
    side = max(y for _, y, _, _ in runs) + 1 + min(y for _, y, _, _ in runs)
    picture = Image.new("L", (side * 10, side * 10), "white")
    brush = ImageDraw.Draw(picture)
    for x, y, length, back in runs:
        assert length == back
        brush.rectangle((x * 10, y * 10, (x + length) * 10 - 1, y * 10 + 9), fill="black")
    if (box := group.find(f"{SVG}rect")) is not None:
        x, y, wide = (float(box.attrib[name]) * 10 for name in ("x", "y", "width"))
        brush.rectangle((x, y, x + wide - 1, y + wide - 1), fill="white")
    return picture


def root_of(svg: bytes) -> Any:
    """The outermost element."""
    return ElementTree.fromstring(svg)  # noqa: S314
