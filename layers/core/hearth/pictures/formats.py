"""Which kind of file a picture is: told by its first bytes, before anything decodes it."""

from hearth.domain.errors import BadInput, Oversized

LARGEST_PICTURE = 4_000_000
"""Bytes. In base64 a third more, which still fits into a request to Lambda (6 MB)."""

_MOST_JPEG_SCANS = 100
"""Pictures have ten or so; each one costs as much as the whole picture."""

_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"BM": "BMP",
}
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def format_of(picture: bytes) -> str:
    """``PNG``, ``JPEG``, ``WEBP``, ``GIF`` or ``BMP``. Raises Oversized, BadInput."""
    if len(picture) > LARGEST_PICTURE:
        raise Oversized(f"“picture” is larger than {LARGEST_PICTURE} bytes: crop it", "too_large")
    found = _format(picture)
    if found == "HEIC":
        raise BadInput("“picture” is HEIC: take a screenshot, or save it as JPEG", "heic")
    if not found:
        raise BadInput("“picture” is none of PNG, JPEG, WebP, GIF, BMP", "unreadable")
    if found == "JPEG" and picture.count(b"\xff\xda") > _MOST_JPEG_SCANS:
        raise BadInput("“picture” is a JPEG of too many parts: save it anew", "unreadable")
    return found


def _format(picture: bytes) -> str:
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return "WEBP"
    if picture[4:8] == b"ftyp" and picture[8:12] in _HEIC:
        return "HEIC"
    return next((form for start, form in _BEGINNINGS.items() if picture.startswith(start)), "")
