"""What a message holds besides its words, in no platform's words."""

from dataclasses import dataclass
from enum import StrEnum


class SegmentKind(StrEnum):
    """What a part of a message is."""

    MENTION = "mention"
    """Somebody who is called by name; ``who`` is his id, or :data:`EVERYBODY`."""
    IMAGE = "image"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    STICKER = "sticker"
    CARD = "card"
    """A shared page, mini program or app; ``text`` is its title and description."""
    FORWARD = "forward"
    """Words of others, passed on by the member: what they say is said by him."""
    CONTACT = "contact"
    """A person's or group's card."""
    LOCATION = "location"


EVERYBODY = "*"
"""Mentioned when a message calls all members."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One part. What a platform does not tell is empty."""

    kind: SegmentKind
    text: str = ""
    """Title, name or caption."""
    url: str = ""
    """Where it leads, or where its content is. A stranger chose it: never fetched as it is."""
    who: str = ""
    """Whom it names."""
    media: str = ""
    """The platform's own id of the content."""
