"""Statistics of a live code as tables for spreadsheets."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from functions.console.api.fields import View
from functions.console.api.statistic_views import statistics_view
from hearth.usecases.show_statistics import By, Statistics

Table = Literal["time", "channels", "devices", "destinations"]

_MARK = "\ufeff"
"""Tells spreadsheets that Chinese follows."""

_BEGIN_FORMULAS = ("=", "+", "-", "@", "\t", "\r")

_TIMES = {By.HOUR: "%Y-%m-%d %H:%M", By.DAY: "%Y-%m-%d"}


def table_of(found: Statistics, of: Table) -> str:
    """Lines of comma-separated values under a line with their names."""
    rows = list(_times(found) if of == "time" else _lines(found, of))
    text = io.StringIO()
    written = csv.writer(text)
    written.writerow(_NAMES[of])
    written.writerows([_cell(row[name]) for name in _NAMES[of]] for row in rows)
    return _MARK + text.getvalue()


_JOINS = ("joins", "joins_estimated")
_NAMES: dict[Table, tuple[str, ...]] = {
    "time": ("time", "utc_offset", "scans", "new", "again", "robots", "seats", *_JOINS),
    "channels": ("channel", "scans", "seats", *_JOINS),
    "devices": ("device", "scans"),
    "destinations": ("destination", "note", "target", "platform", "removed", "seats", *_JOINS),
}


def _times(found: Statistics) -> Iterator[dict[str, Any]]:
    """As clocks of the community show it; the offset tells apart hours that come twice."""
    for span in statistics_view(found, 0).spans:
        at = datetime.fromtimestamp(span.start / 1000, found.zone)
        shown = {"time": at.strftime(_TIMES[found.by]), "utc_offset": f"UTC{at.isoformat()[-6:]}"}
        yield {**shown, **span.model_dump()}


def _lines(found: Statistics, of: Table) -> Iterator[dict[str, Any]]:
    view = statistics_view(found, 0)
    found_lines: Mapping[str, Sequence[View]] = {
        "channels": view.channels,
        "devices": view.devices,
        "destinations": view.destinations,
    }
    for line in found_lines[of]:
        yield line.model_dump()


def _cell(value: object) -> object:
    """``value`` so that no spreadsheet takes a text for a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    formula = isinstance(value, str) and value[:1] in _BEGIN_FORMULAS
    return f"'{value}" if formula else value
