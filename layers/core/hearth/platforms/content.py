"""What a message says, on every platform."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """See ``events.Message``."""

    text: str
    links: tuple[str, ...]
    quoted: str
