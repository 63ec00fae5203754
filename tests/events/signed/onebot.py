"""Reports of a OneBot program."""

from hearth.domain.callbacks import Callback
from infra.local import vendors

SECRETS = {
    "secret": "a-secret-of-tests",
    "access_token": "an-access-token-of-tests",
    "api_base": "http://127.0.0.1:5700",
    "self_id": "10001000",
}


def signed(body: bytes, secret: str = SECRETS["secret"]) -> Callback:
    """A report of the OneBot program."""
    return Callback("POST", vendors.onebot_headers(secret, SECRETS["self_id"], body), {}, body)
