"""Callbacks of QQ's to an official bot."""

from hearth.domain.callbacks import Callback
from infra.local import vendors_qq

SECRETS = {"secret": "an-app-secret-of-tests", "app_id": "102000001"}


def signed(
    body: bytes, secret: str = SECRETS["secret"], timestamp: int | str = 1754400001
) -> Callback:
    """A callback of QQ's."""
    headers = vendors_qq.headers(secret, SECRETS["app_id"], timestamp, body)
    return Callback("POST", headers, {}, body)
