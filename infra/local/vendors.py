"""How the chat platforms sign what they send: the other side of ``hearth.platforms``.

Pure functions for tests and the simulator of platforms.
"""

import hashlib
import hmac


def onebot_headers(secret: str, self_id: int | str, body: bytes) -> dict[str, str]:
    """Headers of a OneBot 11 report, in lower case as NapCat sends them."""
    digest = hmac.new(secret.encode(), body, hashlib.sha1).hexdigest()
    return {
        "content-type": "application/json",
        "x-self-id": str(self_id),
        "x-signature": f"sha1={digest}",
    }


def telegram_headers(secret_token: str) -> dict[str, str]:
    """Headers of a Telegram update."""
    return {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": secret_token,
    }


def wecom_post(
    token: str, aes_key: str, receive_id: str, xml: str, timestamp: int | str, nonce: str
) -> tuple[dict[str, str], bytes]:
    """Query and body of a WeCom callback that brings ``xml``; the query is not yet encoded."""
    query, encrypted = _sealed(token, aes_key, receive_id, xml, str(timestamp), nonce)
    body = (
        f"<xml><ToUserName><![CDATA[{receive_id}]]></ToUserName>"
        f"<Encrypt><![CDATA[{encrypted}]]></Encrypt><AgentID><![CDATA[]]></AgentID></xml>"
    )
    return query, body.encode()


def wecom_verification(
    token: str, aes_key: str, receive_id: str, echo: str, timestamp: int | str, nonce: str
) -> dict[str, str]:
    """Query, not yet encoded, of the GET by which WeCom tests an address; answer: ``echo``."""
    query, encrypted = _sealed(token, aes_key, receive_id, echo, str(timestamp), nonce)
    return {**query, "echostr": encrypted}


def _sealed(
    token: str, aes_key: str, receive_id: str, text: str, timestamp: str, nonce: str
) -> tuple[dict[str, str], str]:
    # Only this needs cryptography, which the local run's own environment does not have.
    from hearth.platforms import wxcrypt

    # The vendor draws these bytes; made from the rest, the same call gives the same bytes.
    random = hashlib.sha256(f"{timestamp}{nonce}{text}".encode()).digest()[:16]
    encrypted = wxcrypt.encrypt(aes_key, text.encode(), receive_id, random)
    signature = wxcrypt.signature(token, timestamp, nonce, encrypted)
    return {"msg_signature": signature, "timestamp": timestamp, "nonce": nonce}, encrypted
