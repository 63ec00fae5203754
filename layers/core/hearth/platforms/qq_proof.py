"""How QQ proves who calls: Ed25519 with a key made from the bot's secret.

Both sides hold the same key: QQ signs what it sends with it, and the bot signs one short text to
prove its address. Source: tencent-connect/bot-docs (event signatures).
"""

import re
from typing import TYPE_CHECKING

from hearth.domain.errors import Unverified

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_SEED = 32
_SIGNATURE = re.compile(r"[0-9a-fA-F]{128}")
_TIMESTAMP = re.compile(r"[0-9]{1,16}")


def sign(secret: str, timestamp: str, content: bytes) -> str:
    """Lower-case hex of the signature over ``timestamp`` and ``content``."""
    return _key(secret).sign(timestamp.encode() + content).hex()


def verify(secret: str, timestamp: str, content: bytes, claimed: str) -> None:
    """Raise Unverified unless ``claimed`` is the signature."""
    if not secret:
        raise Unverified("the account has no “secret”: set the bot's AppSecret")
    # Digits only: nothing can be moved between the time and the body, which begins with “{”.
    if not _TIMESTAMP.fullmatch(timestamp):
        raise Unverified("X-Signature-Timestamp is missing or no time")
    if not _SIGNATURE.fullmatch(claimed):
        raise Unverified("X-Signature-Ed25519 is missing or no signature")
    key = _key(secret)
    from cryptography.exceptions import InvalidSignature

    try:
        key.public_key().verify(bytes.fromhex(claimed), timestamp.encode() + content)
    except InvalidSignature as error:
        raise Unverified("X-Signature-Ed25519 does not match") from error


def _key(secret: str) -> "Ed25519PrivateKey":
    # Here, so that what cannot be genuine is refused without the time this import takes.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    text = secret.encode()
    seed = (text * (_SEED // len(text) + 1))[:_SEED]
    return Ed25519PrivateKey.from_private_bytes(seed)
