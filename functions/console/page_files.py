"""Serves the files of the console's page."""

import base64
import gzip
import re
from functools import cache
from pathlib import Path
from typing import Any

DIST = Path(__file__).parent / "page" / "dist"

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_BINARY = (".ico", ".png", ".woff2")
_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
_HASHED = re.compile(r"assets/.+-[A-Za-z0-9_]{8,}\.[a-z0-9]+")
_FOREVER = "public, max-age=31536000, immutable"


def page(path: str, accept: str = "", dist: Path = DIST) -> dict[str, Any]:
    """The answer to a GET outside /api/; ``accept`` is the header Accept-Encoding."""
    if path == "/":
        return {"statusCode": 302, "headers": {"location": "/console"}, "body": ""}
    if not (dist / "index.html").is_file():
        return _plain(503, "The console's page is not built: run make page.")
    wanted = path.removeprefix("/console").strip("/")
    if path != "/console" and not path.startswith("/console/"):
        return _plain(404, "There is nothing here.")
    name = wanted if Path(wanted).suffix in _TYPES else "index.html"
    if name not in _files(dist):
        return _plain(404, "There is no such file.")
    caching = _FOREVER if _HASHED.fullmatch(name) else "no-cache"
    return _file(dist / name, caching, packed="gzip" in accept.lower())


@cache
def _files(dist: Path) -> frozenset[str]:
    """Names of everything that may be served: what is not here does not exist."""
    found = (file.relative_to(dist).as_posix() for file in dist.rglob("*") if file.is_file())
    return frozenset(name for name in found if Path(name).suffix in _TYPES)


def _file(file: Path, caching: str, packed: bool) -> dict[str, Any]:
    headers = {"content-type": _TYPES[file.suffix], "cache-control": caching}
    if file.suffix in _BINARY:
        return _encoded(file.read_bytes(), headers)
    headers["vary"] = "accept-encoding"
    if packed:  # the HTTP API does not compress by itself
        return _encoded(_gzipped(file), {**headers, "content-encoding": "gzip"})
    return {"statusCode": 200, "headers": headers, "body": file.read_text("utf-8")}


@cache
def _gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


def _encoded(content: bytes, headers: dict[str, str]) -> dict[str, Any]:
    body = base64.b64encode(content).decode()
    return {"statusCode": 200, "headers": headers, "body": body, "isBase64Encoded": True}


def _plain(status: int, text: str) -> dict[str, Any]:
    headers = {"content-type": "text/plain; charset=utf-8"}
    return {"statusCode": status, "headers": headers, "body": f"{text}\n"}
