"""Digests and zips that depend on content alone, never on the clock."""

import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

_LEFT_OUT = {"__pycache__", "node_modules"}
_READABLE = 0o644 << 16


def files(folder: Path) -> Iterator[Path]:
    """Yield the files under `folder` in a fixed order, without caches and hidden folders."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in _LEFT_OUT and not f.startswith("."))
        yield from (Path(here) / name for name in sorted(names))


def digest(folder: Path, *more: str) -> str:
    """Return 16 hex digits that change with any file of `folder` and with each of `more`."""
    whole = hashlib.sha256("\0".join(more).encode())
    for path in files(folder):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder)}\0{content}\n".encode())
    return whole.hexdigest()[:16]


def zip_of(contents: dict[str, bytes]) -> bytes:
    """Return a zip of `contents` by name: equal contents give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = _READABLE
            archive.writestr(entry, contents[name])
    return buffer.getvalue()


def zip_folder(folder: Path) -> bytes:
    """Return a zip of every file under `folder`, byte code included."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return zip_of({str(path.relative_to(folder)): path.read_bytes() for path in paths})
