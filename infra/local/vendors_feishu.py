"""How Feishu signs and encrypts what it sends: the other side of ``hearth.platforms.feishu``.

Pure functions for tests and the simulator of platforms.
"""

import hashlib
import json


def sealed(encrypt_key: str, content: bytes) -> bytes:
    """The body that brings ``content``."""
    # Only this needs cryptography, which the local run's own environment does not have.
    from hearth.platforms import feishu_crypt

    # The vendor draws these bytes; made from the rest, the same call gives the same bytes.
    iv = hashlib.sha256(encrypt_key.encode() + content).digest()[:16]
    return json.dumps({"encrypt": feishu_crypt.encrypt(encrypt_key, content, iv)}).encode()


def headers(encrypt_key: str, body: bytes, timestamp: int | str, nonce: str) -> dict[str, str]:
    """Headers of a callback with the raw ``body``, names in lower case."""
    from hearth.platforms import feishu_crypt

    return {
        "content-type": "application/json",
        "x-lark-request-timestamp": str(timestamp),
        "x-lark-request-nonce": nonce,
        "x-lark-signature": feishu_crypt.signature(str(timestamp), nonce, encrypt_key, body),
    }
