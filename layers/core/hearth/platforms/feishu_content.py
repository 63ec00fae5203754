"""What a Feishu message says: its words, its addresses and what else it holds.

``content`` is JSON as text, of another form for each ``message_type``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hearth.domain.errors import Malformed
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms import feishu_mentions as mentions
from hearth.platforms.fields import Fields, parse, whole
from hearth.platforms.links import in_text

_FORMS = {
    "image": (SegmentKind.IMAGE, "", "image_key"),
    "file": (SegmentKind.FILE, "file_name", "file_key"),
    "folder": (SegmentKind.FILE, "file_name", "file_key"),
    "audio": (SegmentKind.VOICE, "", "file_key"),
    "media": (SegmentKind.VIDEO, "file_name", "file_key"),
    "sticker": (SegmentKind.STICKER, "", "file_key"),
    "location": (SegmentKind.LOCATION, "name", ""),
    "merge_forward": (SegmentKind.FORWARD, "", ""),
    "interactive": (SegmentKind.CARD, "title", ""),
}
"""Type → what it is, and the names of its title and of its content's id."""
_PICTURES = {
    "img": (SegmentKind.IMAGE, "image_key"),
    "media": (SegmentKind.VIDEO, "file_key"),
}
_NAMELESS = ("image", "file", "folder", "audio", "media", "sticker")
"""Types whose content is names of files, not words."""
_CARDS = {"share_chat": ("chat_id", "group"), "share_user": ("user_id", "user")}


@dataclass(frozen=True, slots=True)
class Spoken:
    """See ``events.Message``."""

    text: str
    links: tuple[str, ...]
    segments: tuple[Segment, ...]


def read(message: Fields) -> Spoken:
    """The content of a message; raises Malformed."""
    kind, content = message.text("message_type"), _content(message)
    called = {mention.text("key", ""): mention for mention in message.children("mentions")}
    if kind == "text":
        return _text(content.text("text", ""), called)
    if kind == "post":
        return _post(content, called)
    segments = tuple(_segments(kind, content))
    cards = (f"contact:{_CARDS[kind][1]}:{segment.who}" for segment in segments if segment.who)
    links = () if kind in _NAMELESS else _links(content.content)
    return Spoken("", _unique(*links, *cards), segments)


def _content(message: Fields) -> Fields:
    try:
        content = parse(message.text("content").encode())
    except Malformed as error:
        raise Malformed(f"“{message.path}.content” is wrong: {error}") from error
    return Fields(content.content, f"{message.path}.content")


def _text(text: str, called: Mapping[str, Fields]) -> Spoken:
    words, segments = mentions.named(text, called)
    return Spoken(words, in_text(words), segments)


def _post(content: Fields, called: Mapping[str, Fields]) -> Spoken:
    lines, segments = [content.text("title", "")], list[Segment]()
    for number, row in enumerate(_rows(content)):
        parts = list(Fields({"row": row}, f"{content.path}.content[{number}]").children("row"))
        lines.append("".join(_words(part, called) for part in parts))
        segments += (found for part in parts for found in _part(part, called))
    text = "\n".join(filter(None, lines))
    links = _unique(*in_text(text), *_links(content.content))
    return Spoken(text, links, tuple(segments))


def _rows(content: Fields) -> list[object]:
    rows = content.raw("content") or []
    if not isinstance(rows, list):
        raise Malformed(f"“{content.path}.content” must be a list of lines")
    return rows


def _words(part: Fields, called: Mapping[str, Fields]) -> str:
    return mentions.of_part(part, called).text if _is_call(part) else part.text("text", "")


def _part(part: Fields, called: Mapping[str, Fields]) -> Iterator[Segment]:
    if _is_call(part):
        yield mentions.of_part(part, called)
    elif part.raw("tag") in _PICTURES:
        kind, media = _PICTURES[part.text("tag")]
        yield Segment(kind, media=part.text(media, ""))


def _is_call(part: Fields) -> bool:
    return part.text("tag") == "at"


def _segments(kind: str, content: Fields) -> Iterator[Segment]:
    if kind in _CARDS:
        yield Segment(SegmentKind.CONTACT, who=content.text(_CARDS[kind][0]))
    if kind in _FORMS:
        form, title, media = _FORMS[kind]
        text = _optional(content, title)
        yield Segment(form, text, media=_optional(content, media))


def _optional(content: Fields, name: str) -> str:
    value = content.raw(name) if name else ""
    return whole(value) if isinstance(value, str) else ""


def _links(content: object) -> Iterator[str]:
    """Addresses in every string, however deep."""
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield from in_text(whole(value))
        elif isinstance(value, dict):
            waiting += reversed(value.values())
        elif isinstance(value, list):
            waiting += reversed(value)


def _unique(*links: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(links))
