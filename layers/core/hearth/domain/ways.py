"""Ways into groups that a bot opens for a live code, and the names they are known again by."""

import re

from hearth.domain.errors import BadInput

MOST_MEMBERS = 99_999
"""As many as any platform lets come by one way."""
LONGEST_NAME = 30
"""As many characters as every platform repeats."""
TAG = 6
"""Hexadecimal digits that tell ways of one code and channel apart."""

_SAFE = re.compile(r"[^A-Za-z0-9-]+")
_SOURCE = re.compile(r"way:([a-z0-9]{4,32}):([\x21-\x7e]{1,30})")
_NUMBER = re.compile(r"[0-9]{1,6}$")
_LONGEST_BASE = 40


def way_name(code: str, channel: str, tag: str) -> str:
    """``lc_<code>_<channel>_<tag>``, shortened to 30 ASCII characters; ``tag`` makes it unique."""
    kept = _SAFE.sub("", channel)
    room = LONGEST_NAME - len("lc__") - TAG
    ending = f"_{kept[: max(7, room - len(code) - 1)]}" if kept else ""
    return f"lc_{code[: room - len(ending)]}{ending}_{tag}"


def source_of(code: str, name: str) -> str:
    """Source of the orders by which a way of a live code comes into being."""
    return f"way:{code}:{name}"


def code_of(source: str) -> str:
    """The live code of :func:`source_of`; empty for any other source."""
    found = _SOURCE.fullmatch(source)
    return found[1] if found else ""


def way_of(source: str) -> str:
    """The name of the way of :func:`source_of`; empty for any other source."""
    found = _SOURCE.fullmatch(source)
    return found[2] if found else ""


def following(name: str) -> tuple[str, int]:
    """Base and number of the name of the group after ``name``: “Tea 3” is followed by “Tea ” 4."""
    digits = _NUMBER.search(name)
    if not digits:
        return name[:_LONGEST_BASE], 2
    base = name[: digits.start()] or f"{name}-"
    return base[:_LONGEST_BASE], int(digits[0]) + 1


def check_bounds(member_limit: int, valid_until: int, now: int) -> None:
    """Raise BadInput naming the bound that is wrong. Times are ms since 1970, 0 for never."""
    if not 1 <= member_limit <= MOST_MEMBERS:
        raise BadInput(f"“member_limit” must be from 1 to {MOST_MEMBERS}")
    if valid_until and valid_until <= now:
        raise BadInput("“valid_until” must be in the future, or 0 for never")
