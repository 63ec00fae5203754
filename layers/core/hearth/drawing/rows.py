"""Text in one line, or in two of about the same width, as large as it fits."""

import re
from dataclasses import dataclass

from hearth.drawing.fonts import width

_CHINESE = "\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef"
_STOPS = "，。！？、；：）》”’…"
_PAUSE = re.compile(rf"\s+|(?<=[{_STOPS}])(?=[^\s{_STOPS}])")
_ANYWHERE = re.compile(rf"\s+|(?<=[{_CHINESE}])(?=[^\s{_STOPS}])")
"""Behind Chinese signs a line may end, unless a sign follows that may not begin one."""

_WORSE = 1.4
"""How much wider a row may be for the sake of ending at a pause."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text and how large it is."""

    text: str
    size: float


def rows_of(text: str, size: float, room: float, most: int, bold: bool) -> list[Row]:
    """``text`` of ``size`` in at most ``most`` (1 or 2) rows, smaller if ``room`` wants it."""
    one = most == 1 or width(text, size, bold) <= room
    found = [text] if one else _halves(text, bold)
    widest = max(width(row, size, bold) for row in found)
    return [Row(row, min(size, size * room / (widest or 1))) for row in found]


def _halves(text: str, bold: bool) -> list[str]:
    pausing, any_way = (_best_cut(text, signs, bold) for signs in (_PAUSE, _ANYWHERE))
    return pausing if _widest(pausing, bold) <= _WORSE * _widest(any_way, bold) else any_way


def _best_cut(text: str, where: re.Pattern[str], bold: bool) -> list[str]:
    cuts = [[text[: found.start()], text[found.end() :]] for found in where.finditer(text)]
    ways = [cut for cut in cuts if all(cut)]
    return min(ways, key=lambda way: _widest(way, bold), default=[text])


def _widest(rows: list[str], bold: bool) -> float:
    return max(width(row, 1, bold) for row in rows)
