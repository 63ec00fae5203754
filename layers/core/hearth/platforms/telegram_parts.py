"""What a Telegram message holds besides its words."""

from collections.abc import Iterator

from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms.fields import Fields

_MEDIA = {
    "animation": SegmentKind.VIDEO,
    "audio": SegmentKind.VOICE,
    "document": SegmentKind.FILE,
    "sticker": SegmentKind.STICKER,
    "video": SegmentKind.VIDEO,
    "video_note": SegmentKind.VIDEO,
    "voice": SegmentKind.VOICE,
}
"""Field with a file → what it is. An animation comes with the same file as a ``document``."""


def read(message: Fields, text: str, entities: str) -> tuple[Segment, ...]:
    """The segments in order: whom it calls, what it brings, where it is from."""
    return (
        *_mentions(message, text, entities),
        *_photo(message),
        *_files(message),
        *_others(message),
    )


def _mentions(message: Fields, text: str, entities: str) -> Iterator[Segment]:
    units = text.encode("utf-16-le")
    for entity in message.children(entities):
        kind = entity.text("type")
        if kind not in ("mention", "text_mention"):
            continue
        start = 2 * entity.integer("offset", least=0)
        end = start + 2 * entity.integer("length", least=0)
        words = units[start:end].decode("utf-16-le", "replace")
        who = entity.child("user").identifier("id") if kind == "text_mention" else ""
        yield Segment(SegmentKind.MENTION, words, who=who)


def _photo(message: Fields) -> Iterator[Segment]:
    """The largest of the sizes it comes in, which is the last."""
    sizes = list(message.children("photo"))
    if sizes:
        yield Segment(SegmentKind.IMAGE, media=sizes[-1].text("file_id", ""))


def _files(message: Fields) -> Iterator[Segment]:
    for name, kind in _MEDIA.items():
        if name in message and not (name == "document" and "animation" in message):
            file = message.child(name)
            title = file.text("file_name", "") or file.text("emoji", "")
            yield Segment(kind, title, media=file.text("file_id", ""))


def _others(message: Fields) -> Iterator[Segment]:
    if "contact" in message:
        yield Segment(SegmentKind.CONTACT, _name(message.child("contact")))
    if "location" in message:
        yield Segment(SegmentKind.LOCATION, message.optional("venue").text("title", ""))
    if "forward_origin" in message:
        yield Segment(SegmentKind.FORWARD, _origin(message.child("forward_origin")))


def _name(person: Fields) -> str:
    return " ".join(filter(None, (person.text("first_name", ""), person.text("last_name", ""))))


def _origin(origin: Fields) -> str:
    """Who or what wrote it first, by the name that Telegram tells."""
    chat = origin.optional("chat" if "chat" in origin else "sender_chat")
    known = _name(origin.optional("sender_user")) or chat.text("title", "")
    return known or origin.text("sender_user_name", "")
