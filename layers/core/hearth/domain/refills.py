"""Links by which their holders give one live code its next group, and can do nothing else.

A token is ``{code}.{id}.{ms since 1970}.{signature}``; nothing of it is kept.
"""

import re
from dataclasses import dataclass

from hearth.domain.errors import Unauthenticated
from hearth.domain.signing import is_genuine, signature

REFILL_S = 7 * 24 * 3600
"""So long a link works."""

LONGEST_TOKEN = 100

_OCTETS = 18
_TOKEN = re.compile(r"([a-z0-9]{4,32})\.([0-9a-f]{8})\.([0-9]{13})\.([A-Za-z0-9_-]{24})")


@dataclass(frozen=True, slots=True)
class Refill:
    """What a genuine token says."""

    code: str
    """The only live code that it is good for."""
    id: str
    """Names the link in the audit."""
    made: int
    """ms since 1970."""

    @property
    def expires(self) -> int:
        """ms since 1970."""
        return self.made + REFILL_S * 1000


def token_of(key: str, code: str, link: str, now: int) -> str:
    """The token of a link that is made at ``now`` (ms since 1970)."""
    made = f"{now:013d}"
    return f"{code}.{link}.{made}.{_signed(key, code, link, made)}"


def refill_of(key: str, token: str, now: int) -> Refill:
    """What ``token`` says; raises Unauthenticated when it is made up or over."""
    found = _TOKEN.fullmatch(token)
    if not found or not is_genuine(found[4], _signed(key, found[1], found[2], found[3])):
        raise Unauthenticated("this link is not genuine: ask for a new one from the console")
    refill = Refill(found[1], found[2], int(found[3]))
    if now >= refill.expires:
        raise Unauthenticated("this link has expired: ask for a new one from the console")
    return refill


def _signed(key: str, code: str, link: str, made: str) -> str:
    return signature(key, "refill", code, link, made, octets=_OCTETS)
