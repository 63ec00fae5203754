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
