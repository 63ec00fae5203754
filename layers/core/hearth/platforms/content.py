"""What a message says, on every platform."""

from dataclasses import dataclass

from hearth.domain.segments import Segment


@dataclass(frozen=True, slots=True)
class Content:
    """See ``events.Message``."""

    text: str
    links: tuple[str, ...]
    quoted: str
    segments: tuple[Segment, ...] = ()
