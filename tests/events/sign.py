"""Samples and callbacks signed as the vendor signs them, for one invented account each."""

from pathlib import Path

from hearth.domain.callbacks import Callback
from infra.local import vendors

_HERE = Path(__file__).parent

ONEBOT = {
    "secret": "a-secret-of-tests",
    "access_token": "an-access-token-of-tests",
    "api_base": "http://127.0.0.1:5700",
    "self_id": "10001000",
}
TELEGRAM = {
    "secret_token": "a-secret-token-of-tests",
    "bot_token": "4444444:a-bot-token-of-tests",
    "api_base": "http://127.0.0.1:8081",
}
WECOM = {
    "token": "a-token-of-tests",
    "encoding_aes_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "receive_id": "ww0000000000tests0",
    "corpsecret": "a-corpsecret-of-tests",
    "api_base": "http://127.0.0.1:8082",
}
"""Secrets of the accounts that the samples belong to."""


def sample(name: str) -> bytes:
    """The body in ``tests/events/<name>``, for example ``onebot/leave.json``."""
    return (_HERE / name).read_bytes()


def samples(platform: str) -> list[str]:
    """Names of all samples of a platform, in order."""
    found = (_HERE / platform).iterdir()
    return sorted(f"{platform}/{path.name}" for path in found)


def onebot(body: bytes, secret: str = ONEBOT["secret"]) -> Callback:
    """A report of the OneBot program."""
    return Callback("POST", vendors.onebot_headers(secret, ONEBOT["self_id"], body), {}, body)


def telegram(body: bytes, secret: str = TELEGRAM["secret_token"]) -> Callback:
    """An update of Telegram's."""
    return Callback("POST", vendors.telegram_headers(secret), {}, body)


def wecom(xml: bytes, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """An encrypted callback of WeCom's."""
    token, key, corporation = list(WECOM.values())[:3]
    query, body = vendors.wecom_post(token, key, corporation, xml.decode(), timestamp, nonce)
    return Callback("POST", {"content-type": "text/xml"}, query, body)


def wecom_verification(echo: str, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """The GET by which WeCom tests an address."""
    token, key, corporation = list(WECOM.values())[:3]
    query = vendors.wecom_verification(token, key, corporation, echo, timestamp, nonce)
    return Callback("GET", {}, query, b"")
