"""QR symbols: what is encoded, how strongly, and how much of it a logo may cover."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

from hearth.domain.errors import BadInput

QUIET = 4
"""Modules left free on each side, without which readers do not find the symbol."""

_WITHOUT_LOGO, _WITH_LOGO = "m", "h"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR symbol with its quiet zone."""

    rows: tuple[bytes, ...]
    """From the top; a byte for each module, 1 where it is dark."""

    @property
    def side(self) -> int:
        """Modules on a side."""
        return len(self.rows)

    @property
    def logo(self) -> int:
        """Modules on a side of the square in the middle that a logo may cover.

        An odd number, at most a fifth of the symbol: at level H that is at most half of the errors
        that each of its blocks can repair, in every version.
        """
        fifth = (self.side - 2 * QUIET) // 5
        return fifth - 1 + fifth % 2

    @property
    def logo_at(self) -> int:
        """Column and row at which that square begins."""
        return (self.side - self.logo) // 2

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Column, row and length of every stretch of dark modules."""
        for y, row in enumerate(self.rows):
            x = 0
            for dark, stretch in groupby(row):
                length = sum(1 for _ in stretch)
                if dark:
                    yield x, y, length
                x += length


def symbol_of(text: str, with_logo: bool = False) -> Symbol:
    """``text`` as a QR symbol: level M or better, H under a logo. Raises BadInput when too long."""
    try:
        level = _WITH_LOGO if with_logo else _WITHOUT_LOGO
        drawn = segno.make(text, error=level, micro=False)
    except segno.DataOverflowError as error:
        raise BadInput("this address is too long for a QR code") from error
    return Symbol(tuple(bytes(row) for row in drawn.matrix_iter(border=QUIET)))
