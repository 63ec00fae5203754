"""What a OneBot message holds besides its words."""

from collections.abc import Mapping

from hearth.domain.segments import EVERYBODY, Segment, SegmentKind

KINDS = {
    "at": SegmentKind.MENTION,
    "image": SegmentKind.IMAGE,
    "mface": SegmentKind.STICKER,
    "record": SegmentKind.VOICE,
    "video": SegmentKind.VIDEO,
    "file": SegmentKind.FILE,
    "share": SegmentKind.CARD,
    "music": SegmentKind.CARD,
    "json": SegmentKind.CARD,
    "miniapp": SegmentKind.CARD,
    "xml": SegmentKind.CARD,
    "forward": SegmentKind.FORWARD,
    "node": SegmentKind.FORWARD,
    "contact": SegmentKind.CONTACT,
    "location": SegmentKind.LOCATION,
}
"""Segment type → what it is; the others are words, or nothing that anybody acts on."""

_WHOLE = ("forward", "node", "contact")
"""Types whose ``id`` names their content, not a file."""


def part(kind: str, data: Mapping[str, str], words: str) -> Segment:
    """One of :data:`KINDS`; ``words`` are what a reader sees of it."""
    return Segment(
        KINDS[kind],
        words or data.get("name", ""),
        data.get("url", ""),
        _who(kind, data),
        data.get("id", "") if kind in _WHOLE else data.get("file", ""),
    )


def _who(kind: str, data: Mapping[str, str]) -> str:
    if kind == "at":
        called = data.get("qq", "")
        return EVERYBODY if called == "all" else called
    return data.get("id", "") if kind == "contact" else ""
