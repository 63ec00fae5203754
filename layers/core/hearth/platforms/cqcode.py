"""CQ codes: OneBot's messages as one string, ``text[CQ:type,key=value]text``."""

import re
from collections.abc import Iterator

Segment = tuple[str, dict[str, str]]
"""Type and data, as in the array format, where text is of type ``text``."""

_CODE = re.compile(r"\[CQ:([A-Za-z0-9_.-]+)((?:,[^,=\[\]]+=[^,\[\]]*)*)\]")


def parse(message: str) -> Iterator[Segment]:
    """The segments of ``message``; what is no well-formed code is text."""
    end = 0
    for code in _CODE.finditer(message):
        yield from _text(message[end : code.start()])
        yield code[1], dict(_pairs(code[2]))
        end = code.end()
    yield from _text(message[end:])


def _text(escaped: str) -> Iterator[Segment]:
    if escaped:
        yield "text", {"text": _unescape(escaped)}


def _pairs(data: str) -> Iterator[tuple[str, str]]:
    for pair in data.split(",")[1:]:
        key, _, value = pair.partition("=")
        yield key.strip(), _unescape(value.replace("&#44;", ","))


def _unescape(text: str) -> str:
    # The ampersand comes last: “&amp;#91;” stands for the text “&#91;”.
    return text.replace("&#91;", "[").replace("&#93;", "]").replace("&amp;", "&")
