"""What a OneBot message says: its text, its addresses, what it quotes.

A message is a list of segments or one string with CQ codes, as the program is set.
"""

import json
from collections.abc import Callable, Iterator, Mapping

from hearth.domain import segments as domain
from hearth.domain.errors import Malformed
from hearth.platforms import cqcode, onebot_parts
from hearth.platforms.content import Content
from hearth.platforms.cqcode import Segment
from hearth.platforms.fields import Fields, whole
from hearth.platforms.links import in_text


def read(report: Fields) -> Content:
    """The content of ``report.message``; raises Malformed."""
    segments = list(_segments(report))
    text = "".join(_WORDS[kind](data) for kind, data in segments if kind in _WORDS)
    links = [*in_text(text)]
    for kind, data in segments:
        links += _CARDS[kind](data) if kind in _CARDS else ()
    quoted = " ".join(data.get("text", "") for kind, data in segments if kind == "reply")
    return Content(text, tuple(dict.fromkeys(links)), quoted, tuple(_parts(segments)))


def _parts(segments: list[Segment]) -> Iterator[domain.Segment]:
    for kind, data in segments:
        if kind in onebot_parts.KINDS:
            yield onebot_parts.part(kind, data, _WORDS[kind](data) if kind in _WORDS else "")


def _segments(report: Fields) -> Iterator[Segment]:
    message = report.raw("message")
    if isinstance(message, str):
        yield from cqcode.parse(report.text("message"))
    elif isinstance(message, list):
        for segment in report.children("message"):
            yield segment.text("type"), _strings(segment.optional("data"))
    else:
        raise Malformed("“message” must be a list of segments or a string with CQ codes")


def _strings(data: Fields) -> dict[str, str]:
    """Numbers become text as in CQ codes; what is nested has no meaning in a segment."""
    scalars = {key: value for key, value in data.content.items() if isinstance(value, str | int)}
    return {
        key: data.text(key) if isinstance(scalars[key], str) else str(scalars[key])
        for key in scalars
    }


Data = Mapping[str, str]


def _joined(*keys: str) -> Callable[[Data], str]:
    return lambda data: " ".join(data[key] for key in keys if data.get(key))


def _json_title(data: Data) -> str:
    card = _json(data)
    title = card.get("prompt") if isinstance(card, dict) else ""
    return whole(title) if isinstance(title, str) else ""


_WORDS: dict[str, Callable[[Data], str]] = {
    "text": _joined("text"),
    "at": lambda data: f"@{data.get('qq', '')}",
    "share": _joined("title", "content"),
    "music": _joined("title", "content"),
    "location": _joined("title", "content"),
    "markdown": _joined("content"),
    "json": _json_title,
    "miniapp": _json_title,
}
"""Segment type → the words a reader sees."""


def _url(data: Data) -> tuple[str, ...]:
    return (data["url"],) if data.get("url") else ()


def _contact(data: Data) -> tuple[str, ...]:
    return (f"contact:{data.get('type', '')}:{data.get('id', '')}",)


def _json_links(data: Data) -> Iterator[str]:
    waiting: list[object] = [_json(data)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield from in_text(whole(value))
        elif isinstance(value, dict):
            waiting += reversed(value.values())
        elif isinstance(value, list):
            waiting += reversed(value)


def _json(data: Data) -> object:
    text = data.get("data", "")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        # A card that is no JSON is still looked through for addresses.
        return text.replace("\\/", "/")


def _xml_links(data: Data) -> tuple[str, ...]:
    from html import unescape

    return in_text(unescape(data.get("data", "")))


_CARDS: dict[str, Callable[[Data], Iterator[str] | tuple[str, ...]]] = {
    "share": _url,
    "music": _url,
    "contact": _contact,
    "json": _json_links,
    "miniapp": _json_links,
    "xml": _xml_links,
}
"""Segment type → addresses that are not among its words."""
