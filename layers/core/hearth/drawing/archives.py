"""An archive of pictures, one for each channel, with a table that says which is which."""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import process_time

from hearth.domain.errors import BadInput

MOST_BYTES = 4_400_000
"""What fits into one answer of Lambda: 6 MB, in which four bytes stand for three."""

MOST_SECONDS = 5.0
"""Of work: on the part of a processor that the room has, an answer still comes in its time."""

_TOO_MUCH = (
    "these {wanted} “channels” are too many at once: {done} fit into one answer of 4.4 MB and 5 "
    "seconds of work. Ask for them in parts, for a smaller “size”, or without a “logo”"
)
_MADE = (1980, 1, 1, 0, 0, 0)
"""No clock: the same pictures give the same archive."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel and the address that is drawn for it."""

    key: str
    label: str
    address: str


def archive_of(
    code: str,
    channels: list[Channel],
    ending: str,
    draw: Callable[[str], bytes],
    clock: Callable[[], float] = process_time,
) -> bytes:
    """A ZIP with ``code-channel.ending`` for each channel and ``index.csv``.

    Raises BadInput when it takes too long to draw or is too large to be sent.
    """
    names = list(_names(code, channels, ending))
    until = clock() + MOST_SECONDS
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _write(archive, "index.csv", _index(channels, names))
        for done, (one, name) in enumerate(zip(channels, names, strict=True)):
            _write(archive, name, draw(one.address))
            if out.tell() > MOST_BYTES or clock() > until:
                raise BadInput(_TOO_MUCH.format(wanted=len(channels), done=done))
    return out.getvalue()


def _names(code: str, channels: list[Channel], ending: str) -> Iterator[str]:
    """Names that stay apart where files' names do not tell capitals from small letters."""
    seen: set[str] = set()
    for number, one in enumerate(channels, 1):
        stem = f"{code}-{one.key}"
        while _alike(stem) in seen:
            stem += f"-{number}"
        seen.add(_alike(stem))
        yield f"{stem}.{ending}"


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _index(channels: list[Channel], names: list[str]) -> bytes:
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["channel", "label", "address", "file"])
    for one, name in zip(channels, names, strict=True):
        rows.writerow([_cell(it) for it in (one.key, one.label, one.address, name)])
    # The mark at the beginning tells spreadsheets that Chinese follows.
    return table.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MADE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
