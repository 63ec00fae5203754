"""What operators may put on the page around a QR code."""

import base64
import re

from hearth.domain.errors import BadInput, Oversized
from hearth.domain.livecodes import Guide

MOST_STEPS = 6
MOST_RULES = 3
LONGEST_LINE = 80
LONGEST_LOGO = 12_000
"""Characters of the data URI: the page must load in one request of less than 30 kB."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LOGO = re.compile(r"data:image/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})")
_BEGINNINGS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}


def check_guide(guide: Guide) -> Guide:
    """The same guide; raises BadInput, Oversized naming the field that cannot be used."""
    _check_lines("steps", guide.steps, MOST_STEPS)
    _check_lines("rules", guide.rules, MOST_RULES)
    if guide.colour and not is_colour(guide.colour):
        raise BadInput("“colour” is six hexadecimal digits such as #a63d12, or empty")
    if guide.logo:
        _check_logo(guide.logo)
    return guide


def is_colour(text: str) -> bool:
    """Whether ``text`` is a colour and nothing more: it ends up in a style sheet."""
    return _COLOUR.fullmatch(text) is not None


def _check_lines(field: str, lines: tuple[str, ...], most: int) -> None:
    if len(lines) > most:
        raise BadInput(f"“{field}” has at most {most} lines")
    for line in lines:
        if not line.strip() or not line.isprintable() or len(line) > LONGEST_LINE:
            raise BadInput(f"each of “{field}” has 1 to {LONGEST_LINE} printable characters")


def _check_logo(uri: str) -> None:
    if len(uri) > LONGEST_LOGO:
        raise Oversized(f"“logo” is longer than {LONGEST_LOGO} characters: make it smaller")
    found = _LOGO.fullmatch(uri)
    if not found or not _is_picture(found[1], found[2]):
        raise BadInput("“logo” must be a PNG or JPEG picture as a data URI")


def _is_picture(kind: str, content: str) -> bool:
    try:
        return base64.b64decode(content, validate=True).startswith(_BEGINNINGS[kind])
    except ValueError:
        return False
