"""Encrypted callbacks of WeCom's."""

from hearth.domain.callbacks import Callback
from infra.local import vendors

SECRETS = {
    "token": "a-token-of-tests",
    "encoding_aes_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "receive_id": "ww0000000000tests0",
    "corpsecret": "a-corpsecret-of-tests",
    "api_base": "http://127.0.0.1:8082",
}


def signed(xml: bytes, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """An encrypted callback of WeCom's; what is no text cannot be sent."""
    token, key, corporation = list(SECRETS.values())[:3]
    query, body = vendors.wecom_post(token, key, corporation, xml.decode(), timestamp, nonce)
    return Callback("POST", {"content-type": "text/xml"}, query, body)


def verification(echo: str, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """The GET by which WeCom tests an address."""
    token, key, corporation = list(SECRETS.values())[:3]
    query = vendors.wecom_verification(token, key, corporation, echo, timestamp, nonce)
    return Callback("GET", {}, query, b"")
