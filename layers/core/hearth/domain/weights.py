"""How much room a live code takes where it is kept: DynamoDB refuses items above 400 KB."""

import json
from dataclasses import astuple

from hearth.domain.errors import BadInput
from hearth.domain.livecodes import LiveCode

LARGEST_WEIGHT = 250_000
"""Bytes of what operators say. The plan of a code with 100 destinations takes up to 90 KB more."""

_NAMES = 200
"""Bytes that the names of a destination's fields take at most."""


def weight(code: LiveCode) -> int:
    """Bytes that its destinations and its guide take at most."""
    said = [astuple(code.guide), [astuple(one) for one in code.destinations]]
    return len(json.dumps(said, ensure_ascii=False).encode()) + _NAMES * len(code.destinations)


def require_no_heavier(code: LiveCode, before: LiveCode) -> LiveCode:
    """The code itself; raises BadInput when it has become too large to be kept.

    One that is too large already may still be changed where it grows no further.
    """
    after = weight(code)
    if after > LARGEST_WEIGHT and after > weight(before):
        raise BadInput(
            f"the live code would take {after // 1000} KB; at most {LARGEST_WEIGHT // 1000} KB"
            " fit: remove destinations that are over, or use groups whose QR codes hold less",
            "too_heavy",
        )
    return code
