"""Callbacks of Slack's."""

from hearth.domain.callbacks import Callback
from infra.local.vendors_slack import slack_headers

SECRETS = {
    "signing_secret": "a-signing-secret-of-tests",
    "team_id": "T0TESTS01",
    "replay_seconds": "0",  # samples are old
}


def signed(
    body: bytes, secret: str = SECRETS["signing_secret"], timestamp: int | str = 1754400001
) -> Callback:
    """A callback of Slack's."""
    return Callback("POST", slack_headers(secret, timestamp, body), {}, body)
