"""What WeCom's error codes mean to us; its words are not to be relied on.

Source: developer.work.weixin.qq.com document 90313 (global error codes).
"""

from hearth.domain.deliveries import Later, Refused

STALE_TOKEN = (40014, 41001, 42001)
"""The token is wrong, missing or too old."""

_LATER = {-1: 30, 6000: 30, 41063: 60, 45009: 60, 45033: 60}
"""Code → seconds to wait: busy, changed by others, not ready, too many calls. Nothing was done."""

_RIGHTS = "let the app use customer contact, and have the group's owner within its range"
_ADVICE = {
    40001: "check the account's “corpsecret”",
    40013: "check the account's “receive_id”",
    40098: "the group's owner must confirm his real name in WeCom",
    41054: "the group's owner must activate his WeCom account",
    41091: "a way leads to at most 5 groups",
    43009: "the corporation must be verified",
    48002: _RIGHTS,
    50001: _RIGHTS,
    50002: _RIGHTS,
    50003: "the app is switched off",
    60011: _RIGHTS,
    60020: "let Hearth's calls come from a fixed address and enter it at the app's trusted IPs "
    "(企业可信IP)",
    84074: _RIGHTS,
    86001: "check the group's id",
    86003: "check the group's id",
    90501: "it is no customer group",
    301002: "the secret belongs to another app",
} | dict.fromkeys(STALE_TOKEN, "WeCom refuses tokens it has just given: try again later")


def meaning(code: int, words: str) -> Later | Refused:
    """What to make of an ``errcode`` that is not 0; ``words`` are WeCom's own."""
    reason = f"{words} (errcode {code})"
    if code in _LATER:
        return Later(_LATER[code], reason)
    return Refused(f"{_ADVICE[code]}: {reason}" if code in _ADVICE else reason)
