"""The form for those whom no group has room for.

A form carries what it was made with, signed. So it is known without reading anything that the
address comes from a page of ours, which community it is for, and which sentence was agreed to.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from enum import StrEnum

from hearth.domain.signing import is_genuine, signature

OPEN_MS = 24 * 3600 * 1000
"""How long after it was shown a form may be sent."""

FORM_ADDRESSES = 3
"""For who mistypes his own, or leaves a friend's too."""

NETWORK_ADDRESSES = 100
"""An hour. A telephone company shows some thousand customers as one address."""

_HOUR_MS = 3600 * 1000


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
    form: str = ""
    """What tells this form from all others."""


@dataclass(frozen=True, slots=True)
class Bound:
    """So many different addresses and no more; the same one again is no other."""

    name: str
    most: int
    until: int
    """ms since 1970; nobody needs to know of it afterwards."""


class Refusal(StrEnum):
    """Why an address is not kept; keys of the words ``wrong.…`` too."""

    FORM = "form"
    NETWORK = "network"


def bounds(key: str, offer: Offer, network: str, now: int) -> Mapping[Refusal, Bound]:
    """What holds for an address that comes by this form from ``network`` (an IP address or block).

    Networks are counted under a name that nobody can trace without the key, for an hour.
    """
    hour = now // _HOUR_MS
    unnamed = signature(key, "network", network, str(hour), octets=12)
    return {
        Refusal.FORM: Bound(f"form {offer.form}", FORM_ADDRESSES, offer.at + OPEN_MS),
        Refusal.NETWORK: Bound(f"network {unnamed}", NETWORK_ADDRESSES, (hour + 1) * _HOUR_MS),
    }


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
