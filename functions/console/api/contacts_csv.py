"""Contacts as a table for spreadsheets."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from functions.console.api.contacts import ContactView

_COLUMNS = (
    "address",
    "kind",
    "name",
    "code",
    "channel",
    "person",
    "language",
    "source",
    "agreed",
    "agreed_to",
    "id",
)
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""


def table(contacts: Sequence[ContactView]) -> str:
    """Lines of comma-separated values; times are ISO 8601 in UTC."""
    out = io.StringIO(newline="")
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows(list(_cells(contact)) for contact in contacts)
    return out.getvalue()


def _cells(contact: ContactView) -> Iterator[str]:
    for column in _COLUMNS:
        value = getattr(contact, column)
        if column == "agreed":
            yield datetime.fromtimestamp(value / 1000, UTC).isoformat(timespec="seconds")
        else:
            # An address was read strictly: its plus sign begins a number, no formula.
            yield value if column in ("address", "id") else _harmless(value)


def _harmless(text: str) -> str:
    """The text so that no spreadsheet runs what a stranger has written."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
