"""Old callbacks that somebody sends once more: how far a vendor's time may be off."""

import time
from collections.abc import Mapping

from hearth.domain.errors import Misconfigured, Unverified

SETTING = "replay_seconds"
"""Name of the account's setting: seconds that a callback's time may be off; 0 for any."""


def window(secrets: Mapping[str, str], default: int = 0) -> int:
    """The account's window in seconds, ``default`` where it sets none; raises Misconfigured."""
    text = secrets.get(SETTING, "") or str(default)
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise Misconfigured(f"“{SETTING}” must be a number of seconds, 0 for no limit")
    return int(text)


def now_ms() -> int:
    """This machine's time in ms since 1970."""
    return time.time_ns() // 1_000_000


def require_fresh(at_ms: int, now_ms: int, seconds: int) -> None:
    """Raise Unverified when ``at_ms`` is more than ``seconds`` from now; 0 seconds allow any."""
    if seconds and abs(now_ms - at_ms) > seconds * 1000:
        raise Unverified(f"the callback's time is more than {seconds} s off: see “{SETTING}”")
