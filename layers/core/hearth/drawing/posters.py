"""Posters: a code with what makes people scan it, in two sizes."""

from dataclasses import dataclass
from enum import StrEnum

from hearth.drawing.logos import Logo
from hearth.drawing.rows import rows_of
from hearth.drawing.sheets import INK, PAPER, Area, Code, Shape, Sheet, Unit, Words
from hearth.drawing.symbols import symbol_of

MOST_LINES = 3
_SOFT = "#6b625c"


class Template(StrEnum):
    """A4 upright for print, or the screen of a telephone."""

    A4 = "a4"
    PHONE = "phone"


_SIZES: dict[Template, tuple[Unit, float, float]] = {
    Template.A4: ("mm", 210, 297),
    Template.PHONE: ("px", 1080, 1920),
}


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says."""

    address: str
    """What the code leads to."""
    name: str
    headline: str
    lines: tuple[str, ...] = ()
    colour: str = "#a63d12"
    channel: str = ""
    logo: Logo | None = None


def poster_sheet(poster: Poster, template: Template) -> Sheet:
    """The poster on its page. Raises BadInput when the address is too long for a QR code."""
    unit, across, down = _SIZES[template]
    draft = _Draft(poster, across / 100, down)
    shapes = (*draft.band(), *draft.lines(), *draft.code(), *draft.foot())
    return Sheet(unit, across, down, poster.name, shapes)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page ``down`` high and 100 × ``u`` wide."""

    poster: Poster
    u: float
    down: float

    @property
    def band_height(self) -> float:
        """Of the part that is all colour."""
        return self.down * 0.2

    def band(self) -> tuple[Shape, ...]:
        """The headline on the colour, in at most two lines."""
        height = self.band_height
        rows = rows_of(self.poster.headline, 9 * self.u, 88 * self.u, most=2, bold=True)
        step = rows[0].size * 1.25
        first = height / 2 - step * (len(rows) - 1) / 2 + rows[0].size * 0.36
        colour = _readable_on(self.poster.colour)
        return (
            Area(0, 0, 100 * self.u, self.down, PAPER),
            Area(0, 0, 100 * self.u, height, self.poster.colour),
            *(
                Words(50 * self.u, first + step * number, row.size, row.text, colour, bold=True)
                for number, row in enumerate(rows)
            ),
        )

    def lines(self) -> tuple[Shape, ...]:
        """Up to three lines below the band."""
        top = self.band_height + 9 * self.u
        return tuple(
            self._words(line, top + 7 * self.u * number, 4.6)
            for number, line in enumerate(self.poster.lines)
        )

    def code(self) -> tuple[Shape, ...]:
        """The code in a frame of the colour, and the name below it."""
        side, frame, middle = 54 * self.u, 1.2 * self.u, self.down * 0.62
        x, y = 50 * self.u - side / 2, middle - side / 2
        symbol = symbol_of(self.poster.address, self.poster.logo is not None)
        outer = side + 2 * frame
        return (
            Area(x - frame, y - frame, outer, outer, self.poster.colour),
            Area(x, y, side, side, PAPER),
            Code(x, y, side, symbol, self.poster.logo),
            self._words(self.poster.name, y + side + 9 * self.u, 5.4, bold=True),
        )

    def foot(self) -> tuple[Shape, ...]:
        """A strip of the colour, and the channel in small letters above it."""
        strip = Area(0, self.down - 3 * self.u, 100 * self.u, 3 * self.u, self.poster.colour)
        if not self.poster.channel:
            return (strip,)
        return strip, self._words(self.poster.channel, self.down - 5.5 * self.u, 2.4, _SOFT)

    def _words(
        self, text: str, y: float, size: float, colour: str = INK, bold: bool = False
    ) -> Words:
        (row,) = rows_of(text, size * self.u, 88 * self.u, most=1, bold=bold)
        return Words(50 * self.u, y, row.size, row.text, colour, bold)


def _readable_on(colour: str) -> str:
    """Black or white, whichever is easier to read on ``colour``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return INK if (light + 0.05) ** 2 > 0.05 * 1.05 else PAPER
