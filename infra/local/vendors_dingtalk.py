"""How DingTalk signs and encrypts what it sends: the other side of ``hearth.platforms.dingtalk``.

Pure functions for tests and the simulator of platforms.
"""

import hashlib
import json

from hearth.platforms import dingtalk


def robot_headers(app_secret: str, timestamp: int | str) -> dict[str, str]:
    """Headers of a robot's callback; ``timestamp`` in ms."""
    return {
        "content-type": "application/json; charset=utf-8",
        "timestamp": str(timestamp),
        "sign": dingtalk.sign(app_secret, str(timestamp)),
    }


def event_post(
    token: str, aes_key: str, receive_id: str, content: bytes, timestamp: int | str, nonce: str
) -> tuple[dict[str, str], bytes]:
    """Query, not yet encoded, and body of an event's callback; ``timestamp`` in ms."""
    # Only this needs cryptography, which the local run's own environment does not have.
    from hearth.platforms import wxcrypt

    # The vendor draws these bytes; made from the rest, the same call gives the same bytes.
    random = hashlib.sha256(f"{timestamp}{nonce}".encode() + content).digest()[:16]
    encrypted = wxcrypt.encrypt(aes_key, content, receive_id, random)
    signature = wxcrypt.signature(token, str(timestamp), nonce, encrypted)
    query = {
        "signature": signature,
        "msg_signature": signature,
        "timestamp": str(timestamp),
        "nonce": nonce,
    }
    return query, json.dumps({"encrypt": encrypted}).encode()
