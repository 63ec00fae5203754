"""What a message to an Official Account tells, and of whom."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Fact, Following, Message, Other
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms.links import in_text
from hearth.platforms.xml_fields import identifier, text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SCENE = "qrscene_"
_LONGEST = 64
"""More than any openid; the chat id of a talk has room for it."""
_OF_A_FOLLOWER = ("CLICK", "VIEW", "LOCATION")
"""Events that Hearth keeps by name and that surely come from a follower."""


def fact(root: "Element") -> Fact:
    """What happened; raises Malformed naming the element."""
    kind = text(root, "MsgType")
    if kind == "event":
        return _event(root)
    return _message(root, kind) if kind in _PARTS else Other(f"message:{kind}"[:80])


def follower(root: "Element", told: Fact) -> str:
    """With whom the account talks; empty for what is told of nobody or in an unknown way."""
    if not isinstance(told, Other):
        return _openid(root)
    # A kind that Hearth does not know may use the name for anything: then it says nothing.
    try:
        return _openid(root) if text(root, "Event", "") in _OF_A_FOLLOWER else ""
    except Malformed:
        return ""


def _openid(root: "Element") -> str:
    openid = identifier(root, "FromUserName")
    if len(openid) > _LONGEST:
        raise Malformed(f"“FromUserName” must have at most {_LONGEST} characters")
    return openid


def _event(root: "Element") -> Fact:
    event = text(root, "Event")
    scene = text(root, "EventKey", "")
    if event == "subscribe":
        # Without the prefix it is no scene: paying, for example, leaves a number there.
        via = scene.removeprefix(_SCENE) if scene.startswith(_SCENE) else ""
        return Following(Change.JOINED, _openid(root), via)
    if event == "SCAN":
        return Following(Change.JOINED, _openid(root), scene)
    if event == "unsubscribe":
        return Following(Change.LEFT, _openid(root))
    return Other(event[:80])


def _message(root: "Element", kind: str) -> Message:
    words, segments = _PARTS[kind](root)
    shared = [segment for segment in segments if segment.kind is SegmentKind.CARD]
    links = [*in_text(words)]
    for card in shared:
        links += [card.url] if card.url else []
        links += in_text(card.text)
    return Message(
        identifier(root, "MsgId"),
        _openid(root),
        words,
        links=tuple(dict.fromkeys(links)),
        segments=segments,
    )


_Parts = tuple[str, tuple[Segment, ...]]


def _text(root: "Element") -> _Parts:
    return text(root, "Content", ""), ()


def _image(root: "Element") -> _Parts:
    return "", (Segment(SegmentKind.IMAGE, url=text(root, "PicUrl", ""), media=_media(root)),)


def _voice(root: "Element") -> _Parts:
    # What WeChat understood, if the account lets it listen, is what the follower said.
    return text(root, "Recognition", ""), (Segment(SegmentKind.VOICE, media=_media(root)),)


def _video(root: "Element") -> _Parts:
    return "", (Segment(SegmentKind.VIDEO, media=_media(root)),)


def _location(root: "Element") -> _Parts:
    return "", (Segment(SegmentKind.LOCATION, text(root, "Label", "")),)


def _link(root: "Element") -> _Parts:
    words = " ".join(filter(None, (text(root, "Title", ""), text(root, "Description", ""))))
    return "", (Segment(SegmentKind.CARD, words, text(root, "Url", "")),)


def _media(root: "Element") -> str:
    return text(root, "MediaId", "")


_PARTS: Mapping[str, Callable[["Element"], _Parts]] = {
    "text": _text,
    "image": _image,
    "voice": _voice,
    "video": _video,
    "shortvideo": _video,
    "location": _location,
    "link": _link,
}
"""Kind of message → reader of its words and of what it holds besides."""
