"""How WeChat signs and encrypts what it sends to an Official Account.

Pure functions for tests and the simulator of platforms, like :mod:`infra.local.vendors`.
"""

import hashlib


def query(token: str, timestamp: int | str, nonce: str) -> dict[str, str]:
    """What every request carries: the signature that covers no body. Not yet encoded."""
    parts = sorted(part.encode() for part in (token, str(timestamp), nonce))
    signature = hashlib.sha1(b"".join(parts), usedforsecurity=False).hexdigest()
    return {"signature": signature, "timestamp": str(timestamp), "nonce": nonce}


def verification(token: str, echo: str, timestamp: int | str, nonce: str) -> dict[str, str]:
    """Query of the GET by which WeChat tests an address; the answer is ``echo``."""
    return {**query(token, timestamp, nonce), "echostr": echo}


def safe_post(
    token: str, aes_key: str, app_id: str, xml: str, timestamp: int | str, nonce: str
) -> tuple[dict[str, str], bytes]:
    """Query and body of a message in safe mode."""
    # Only this needs cryptography, which the local run's own environment does not have.
    from hearth.platforms import wxcrypt

    # The vendor draws these bytes; made from the rest, the same call gives the same bytes.
    random = hashlib.sha256(f"{timestamp}{nonce}{xml}".encode()).digest()[:16]
    encrypted = wxcrypt.encrypt(aes_key, xml.encode(), app_id, random)
    proof = wxcrypt.signature(token, str(timestamp), nonce, encrypted)
    body = (
        "<xml><ToUserName><![CDATA[gh_000000tests]]></ToUserName>"
        f"<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
    )
    secured = {"encrypt_type": "aes", "msg_signature": proof}
    return {**query(token, timestamp, nonce), **secured}, body.encode()
