"""What is on a sheet, before it is known whether it becomes SVG or PDF.

Lengths are in the sheet's unit, from its upper left corner. Colours are written #rrggbb.
"""

from dataclasses import dataclass
from typing import Literal

from hearth.drawing.logos import Logo
from hearth.drawing.symbols import Symbol, symbol_of

INK, PAPER = "#000000", "#ffffff"
Unit = Literal["mm", "px"]

PER_INCH: dict[Unit, float] = {"mm": 25.4, "px": 96}


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text with its middle at ``x`` and its base line at ``y``."""

    x: float
    y: float
    size: float
    text: str
    colour: str = INK
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code, quiet zone included; a logo may stand in its middle."""

    x: float
    y: float
    side: float
    symbol: Symbol
    logo: Logo | None = None


Shape = Area | Words | Code


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    unit: Unit
    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]

    def pixels(self, length: float, per_inch: int = 300) -> int:
        """How many pixels ``length`` needs in print, at least one."""
        return max(1, round(length / PER_INCH[self.unit] * per_inch))


def code_sheet(text: str, millimetres: float, logo: Logo | None) -> Sheet:
    """A sheet that is one QR code and nothing else."""
    code = Code(0, 0, millimetres, symbol_of(text, logo is not None), logo)
    paper = Area(0, 0, millimetres, millimetres, PAPER)
    return Sheet("mm", millimetres, millimetres, text, (paper, code))
