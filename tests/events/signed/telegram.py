"""Updates of Telegram's."""

from hearth.domain.callbacks import Callback
from infra.local import vendors

SECRETS = {
    "secret_token": "a-secret-token-of-tests",
    "bot_token": "4444444:a-bot-token-of-tests",
    "api_base": "http://127.0.0.1:8081",
}


def signed(body: bytes, secret: str = SECRETS["secret_token"]) -> Callback:
    """An update of Telegram's."""
    return Callback("POST", vendors.telegram_headers(secret), {}, body)
