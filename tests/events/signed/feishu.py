"""Encrypted callbacks of Feishu's."""

from hearth.domain.callbacks import Callback
from infra.local import vendors_feishu

SECRETS = {
    "encrypt_key": "an-encrypt-key-of-tests",
    "verification_token": "a-token-of-tests",
    "app_id": "cli_0000000000tests0",
}


def signed(body: bytes, timestamp: int = 1754400001, nonce: str = "n1") -> Callback:
    """An encrypted and signed callback of Feishu's."""
    key = SECRETS["encrypt_key"]
    sealed = vendors_feishu.sealed(key, body)
    return Callback("POST", vendors_feishu.headers(key, sealed, timestamp, nonce), {}, sealed)
