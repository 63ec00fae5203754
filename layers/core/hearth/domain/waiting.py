"""The form for those whom no group has room for.

A form carries what it was made with, signed. So it is known without reading anything that the
address comes from a page of ours, which community it is for, and which sentence was agreed to.
"""

import base64
import json
from dataclasses import astuple, dataclass

from hearth.domain.signing import is_genuine, signature

OPEN_MS = 24 * 3600 * 1000
"""How long after it was shown a form may be sent."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What was shown to somebody who was turned away."""

    code: str
    community: str
    title: str
    language: str
    sentence: str
    """What he agrees to."""
    at: int
    """When it was shown, ms since 1970."""
    colour: str = ""
    """The page's own, for the pages that follow."""


def write_offer(key: str, offer: Offer) -> str:
    """The offer as one word of a form: letters, digits, ``- _ = .``."""
    content = json.dumps(astuple(offer), separators=(",", ":"))
    word = base64.urlsafe_b64encode(content.encode()).decode()
    return f"{word}.{_signature(key, word)}"


def read_offer(key: str, text: str, code: str, now: int) -> Offer | None:
    """The offer of ``code`` in a form; None when it is forged, another code's or too old."""
    word, _, signed = text.rpartition(".")
    if not is_genuine(signed, _signature(key, word)):
        return None
    offer = Offer(*json.loads(base64.urlsafe_b64decode(word)))
    return offer if offer.code == code and now < offer.at + OPEN_MS else None


def _signature(key: str, word: str) -> str:
    return signature(key, "offer", word, octets=15)
