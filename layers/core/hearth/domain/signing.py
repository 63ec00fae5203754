"""Signatures over short texts that travel through strangers' hands."""

import base64
import hashlib
import hmac


def signature(key: str, *parts: str, octets: int = 9) -> str:
    """URL-safe, 4 characters for 3 octets; no other parts under the same ``key`` have the same.

    The first part says what is signed, so that nothing passes for something else.
    """
    text = "".join(f"{len(part)}:{part}" for part in parts)
    digest = hmac.new(key.encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:octets]).decode()


def is_genuine(given: str, expected: str) -> bool:
    """Compare in constant time; ``given`` may be any text."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), expected.encode())
