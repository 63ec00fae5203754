"""Addresses in plain text."""

import re

_SCHEME = r"(?<![a-z])[a-z][a-z0-9+.-]{1,20}://"
_ASCII_REST = r"[!#-&(-;=?-\[\]_a-z~]+"
_OTHER_REST = r"[^\s<>\"']+"
_ENDINGS = (
    "com|cn|net|org|io|me|cc|top|xyz|vip|club|site|shop|info|app|link|live|online|tv|co|ru|hk|tw|"
    "jp|kr|uk|us|de|fr|eu|ly|gg|im|pro|fun|icu|ltd|win|work|dev|ai|biz|mobi|store|tech|asia|love"
)
"""Endings by which a bare “name.ending” is taken for an address; others need a scheme."""
_START = r"(?<![a-z0-9@._-])"
_BARE = rf"{_START}(?:[a-z0-9-]{{1,63}}\.){{1,6}}(?:{_ENDINGS})(?![a-z0-9_-])"
_LINK = re.compile(
    rf"{_SCHEME}(?:{_ASCII_REST}|{_OTHER_REST})"
    rf"|{_START}www\.{_ASCII_REST}"
    rf"|{_BARE}(?:[/:?#]{_ASCII_REST})?",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}'*_~"


def in_text(text: str) -> tuple[str, ...]:
    """Each address once, in order: with any scheme, or bare with a well-known ending.

    Text may follow an address without a blank, as Chinese does; e-mail addresses are none.
    """
    found = (match.rstrip(_TRAILING) for match in _LINK.findall(text))
    return tuple(dict.fromkeys(found))
