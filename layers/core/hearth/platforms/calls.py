"""What calls to all platforms have in common."""

import re
from collections.abc import Mapping
from math import ceil

from hearth.domain.actions import Action, OpenWay, PostText, kind_of
from hearth.domain.deliveries import Later, Unclear
from hearth.domain.errors import Misconfigured
from hearth.ports import ApiResponse

PAUSE_S = 30
"""Seconds to wait when a platform says “later” without saying when."""
_LONGEST_S = 3600


def required(secrets: Mapping[str, str], name: str) -> str:
    """A setting of the account; raises Misconfigured naming it when it is missing or empty."""
    value = secrets.get(name, "")
    if not value:
        raise Misconfigured(f"the account has no “{name}”: set it in the console")
    return value


def base_url(address: str) -> str:
    """An address to append ``/path`` to; raises Misconfigured when it is not http or https."""
    if not address.startswith(("http://", "https://")) or len(address.split()) != 1:
        raise Misconfigured("the account's “api_base” must begin with http:// or https://")
    return address.rstrip("/")


def number(name: str, text: str) -> int:
    """An id that the platform wants as a number; raises Misconfigured naming the field.

    A group entered by hand under a wrong id is the usual reason.
    """
    if not text.removeprefix("-").isdecimal() or len(text) > 20:
        raise Misconfigured(f"“{name}” of the order must be a whole number on this platform")
    return int(text)


def positive(seconds: int) -> int:
    """How long to mute; raises Misconfigured below 1, where platforms lift or mute for ever."""
    if seconds < 1:
        raise Misconfigured("“seconds” of the order must be at least 1")
    return seconds


def seconds_to_wait(response: ApiResponse) -> int:
    """The header ``Retry-After`` in seconds; its form as a date is taken for not told."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    return bounded(headers.get("retry-after", ""))


def bounded(told: object) -> int:
    """Seconds somebody told us to wait, as a whole number within reason."""
    try:
        return max(1, min(ceil(float(str(told))), _LONGEST_S))
    except (ValueError, OverflowError):
        return PAUSE_S


def unaccepted(action: Action, response: ApiResponse, seconds: int) -> Later | Unclear:
    """What to make of 429 and 5xx, which must never lead to saying something twice.

    429 is documented as “not accepted”, so everything may be repeated. Behind a 5xx the platform,
    or a proxy before it, may have accepted already: what would then be there twice is in doubt.
    Deleting, muting and removing have the same end however often they are done: they are repeated,
    and so are questions.
    """
    reason = f"HTTP {response.status}"
    doubt = _DOUBTS.get(type(action))
    if response.status != 429 and doubt:
        return Unclear(f"{reason}: {doubt}")
    return Later(seconds, reason)


_DOUBTS: dict[type, str] = {
    PostText: "it may have been said or not; look in the group",
    OpenWay: "it may have been opened or not; look at the group's invite links",
}


def impossible(action: Action) -> Misconfigured:
    """Of an order that the platform has no call for: it should not have come this far."""
    return Misconfigured(f"this platform has no call for “{kind_of(action)}”")


_ADDRESS = re.compile(r"https?://[\x21-\x7e]{1,400}")


def is_address(value: object) -> bool:
    """Whether a platform's answer may be handed to people as an address."""
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None
