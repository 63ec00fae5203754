"""Sheets as SVG: whole documents without style sheets, scripts or addresses of anything else."""

import base64
import io
import re
from functools import singledispatch
from html import escape

from hearth.drawing.logos import Logo
from hearth.drawing.sheets import INK, PAPER, Area, Code, Sheet, Words

_FONTS = (
    "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, "
    "WenQuanYi Micro Hei, system-ui, sans-serif"
)
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg_of(sheet: Sheet) -> bytes:
    """The document; letters are shown in fonts of the machine that shows it."""
    width, height, unit = f"{sheet.width:g}", f"{sheet.height:g}", sheet.unit
    shapes = "".join(_drawn(shape, sheet) for shape in sheet.shapes)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}{unit}" height="{height}{unit}" viewBox="0 0 {width} {height}">'
        f"<title>{_said(sheet.title)}</title>{shapes}</svg>\n"
    ).encode()


@singledispatch
def _drawn(shape: object, _sheet: Sheet) -> str:
    raise NotImplementedError(type(shape))


@_drawn.register
def _area(area: Area, _sheet: Sheet) -> str:
    return _box(area.x, area.y, area.width, area.height, area.colour)


@_drawn.register
def _words(words: Words, _sheet: Sheet) -> str:
    weight = ' font-weight="700"' if words.bold else ""
    return (
        f'<text x="{words.x:g}" y="{words.y:g}" font-size="{words.size:g}" fill="{words.colour}" '
        f'text-anchor="middle" font-family="{_FONTS}"{weight}>{_said(words.text)}</text>'
    )


@_drawn.register
def _code(code: Code, sheet: Sheet) -> str:
    module = code.side / code.symbol.side
    dark = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in code.symbol.runs())
    logo = _logo(code, code.logo, sheet.pixels(module * code.symbol.logo)) if code.logo else ""
    return (
        f'<g transform="translate({code.x:g} {code.y:g}) scale({module:.8g})">'
        f'<path d="{dark}" fill="{INK}" shape-rendering="crispEdges"/>{logo}</g>'
    )


def _logo(code: Code, logo: Logo, pixels: int) -> str:
    at, side = code.symbol.logo_at, code.symbol.logo
    out = io.BytesIO()
    logo.within(pixels).save(out, "PNG")
    uri = f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"
    inside = f'x="{at + 0.5}" y="{at + 0.5}" width="{side - 1}" height="{side - 1}"'
    return f'{_box(at, at, side, side, PAPER)}<image {inside} xlink:href="{uri}"/>'


def _box(x: float, y: float, width: float, height: float, colour: str) -> str:
    measures = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'<rect {measures} fill="{colour}"/>'


def _said(text: str) -> str:
    return escape(_NO_XML.sub("", text))
