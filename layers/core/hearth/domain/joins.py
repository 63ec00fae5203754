"""How people came into a group: the words for it, and which of two tellings says more."""

QR, LINK, INVITE, APPROVED, REQUEST, FOLDER = (
    "qr",
    "link",
    "invite",
    "approve",
    "request",
    "folder",
)
"""What platforms tell when they tell of no way by its name."""

_WORDS = frozenset({QR, LINK, INVITE, APPROVED, REQUEST, FOLDER})

UNNAMED = "change_external_chat:add_member"
"""Kind of a fact that tells that people came, not who (see ``events.Other``)."""

LATE_MS = 600_000
"""A coming that is told again within this time, as of earlier, is the same coming."""


def is_named(via: str) -> bool:
    """Whether ``via`` is the name or address of one way, not only a word for its kind."""
    return bool(via) and via not in _WORDS


def says_more(new: str, known: str) -> bool:
    """Whether ``new`` tells of a coming what ``known`` does not."""
    return bool(new) and (not known or (is_named(new) and not is_named(known)))
