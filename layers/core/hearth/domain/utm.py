"""Where visitors come from, as advertisers write it: ``utm_source`` and its like.

They are passed on to the page that a visitor is led to, and nothing else is.
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote

_NAME = re.compile(r"utm_[a-z0-9_]{1,20}")
_LONGEST_VALUE = 100
_LONGEST = 600
"""Characters that are added, percent-encoded: answers' headers have a bound."""


def pass_on(target: str, query: Mapping[str, str]) -> str:
    """The address ``target`` with what ``query`` says of the visitor's origin.

    What the address says itself stays as it is; what is too long or cannot be printed is left out.
    """
    address, mark, fragment = target.partition("#")
    known = {name.lower() for name, _ in parse_qsl(address.partition("?")[2], True)}
    added = ""
    for name, value in query.items():
        part = f"&{name}={quote(value, safe='')}" if _is_passed_on(name, value) else ""
        if name not in known and len(added) + len(part) <= _LONGEST:
            added += part
    if added and "?" not in address:
        added = f"?{added[1:]}"
    return f"{address}{added}{mark}{fragment}"


def _is_passed_on(name: str, value: str) -> bool:
    return (
        _NAME.fullmatch(name) is not None and 0 < len(value) <= _LONGEST_VALUE
    ) and value.isprintable()
