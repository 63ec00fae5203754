"""Comparing secrets and signatures."""

import hmac


def same(one: str, other: str) -> bool:
    """Whether two strings are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(_bytes(one), _bytes(other))


def _bytes(text: str) -> bytes:
    # Headers are chosen by strangers: nothing in them may fail to encode.
    return text.encode("utf-8", "surrogatepass")
