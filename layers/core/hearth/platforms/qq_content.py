"""What a message on QQ says: its words, what it holds besides them, what it quotes."""

import re
from collections.abc import Iterator

from hearth.domain.segments import EVERYBODY, Segment, SegmentKind
from hearth.platforms.content import Content
from hearth.platforms.fields import Fields, whole
from hearth.platforms.links import in_text
from hearth.platforms.qq_fields import children_if_told, text_if_told

_MENTION = re.compile(r"<@!?([A-Za-z0-9]{1,120})>")
_CARDS = ("ark", "embeds", "markdown")
_KINDS = {
    "image": SegmentKind.IMAGE,
    "video": SegmentKind.VIDEO,
    "audio": SegmentKind.VOICE,
    "voice": SegmentKind.VOICE,
}
"""First word of an attachment's type → what it is; all others are files."""


def read(item: Fields) -> Content:
    """The content of a message of a group, a channel or a person; raises Malformed."""
    people = {segment.who: segment.text for segment in _mentions(item)}
    text = _named(item.text("content", ""), people).strip()
    cards = list(_cards(item))
    links = [*in_text(text)]
    for value in _strings([item.raw(name) for name in _CARDS]):
        links += in_text(value)
    segments = (*_mentions(item), *_attachments(item), *cards)
    return Content(text, tuple(dict.fromkeys(links)), _quoted(item), segments)


def _named(text: str, people: dict[str, str]) -> str:
    """Each mark of a mention by the name of who is meant, where it is told."""
    return _MENTION.sub(lambda mark: f"@{people.get(mark[1]) or mark[1]}", text)


def _mentions(item: Fields) -> Iterator[Segment]:
    for person in children_if_told(item, "mentions"):
        everybody = person.raw("scope") == "all"
        who = text_if_told(person, "member_openid") or text_if_told(person, "id")
        name = text_if_told(person, "username")
        if everybody or who:
            yield Segment(SegmentKind.MENTION, name, who=EVERYBODY if everybody else who)
    if item.raw("mention_everyone") is True:
        yield Segment(SegmentKind.MENTION, who=EVERYBODY)


def _attachments(item: Fields) -> Iterator[Segment]:
    for part in item.children("attachments"):
        kind = part.text("content_type", "").partition("/")[0]
        url = text_if_told(part, "url")
        yield Segment(
            _KINDS.get(kind, SegmentKind.FILE),
            text_if_told(part, "filename"),
            url if not url or "://" in url else f"https://{url.lstrip('/')}",
        )


def _cards(item: Fields) -> Iterator[Segment]:
    for name in _CARDS:
        texts = list(_strings(item.raw(name)))
        addresses = [link for text in texts for link in in_text(text)]
        words = " ".join(text for text in texts if text not in addresses)
        if texts:
            yield Segment(SegmentKind.CARD, words, next(iter(addresses), ""))


def _strings(value: object) -> Iterator[str]:
    """Every text in nested JSON, in order; a template's “key” only says where a text goes."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield whole(part)
        elif isinstance(part, dict):
            waiting += reversed([part[name] for name in part if name != "key"])
        elif isinstance(part, list):
            waiting += reversed(part)


def _quoted(item: Fields) -> str:
    told = children_if_told(item, "msg_elements")
    return " ".join(filter(None, (text_if_told(part, "content").strip() for part in told)))
