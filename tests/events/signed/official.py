"""Messages of WeChat's to an Official Account, in safe mode unless said otherwise."""

from hearth.domain.callbacks import Callback
from infra.local import vendors_official

SECRETS = {
    "token": "a-token-of-tests",
    "encoding_aes_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "app_id": "wx0000000000tests0",
    "app_secret": "an-app-secret-of-tests",
}
PLAIN = {"token": SECRETS["token"], "app_id": SECRETS["app_id"], "plain": "yes"}


def signed(xml: bytes, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """A message in safe mode; what is no text cannot be sent."""
    token, key, app_id = list(SECRETS.values())[:3]
    query, body = vendors_official.safe_post(token, key, app_id, xml.decode(), timestamp, nonce)
    return Callback("POST", {"content-type": "text/xml"}, query, body)


def plain(xml: bytes, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """A message in plain mode, which nothing protects."""
    query = vendors_official.query(SECRETS["token"], timestamp, nonce)
    return Callback("POST", {"content-type": "text/xml"}, query, xml)


def verification(echo: str, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """The GET by which WeChat tests an address."""
    query = vendors_official.verification(SECRETS["token"], echo, timestamp, nonce)
    return Callback("GET", {}, query, b"")
