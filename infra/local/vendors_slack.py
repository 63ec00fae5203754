"""How Slack signs what it sends: the other side of ``hearth.platforms.slack``."""

import hashlib
import hmac


def slack_headers(signing_secret: str, timestamp: int | str, body: bytes) -> dict[str, str]:
    """Headers of a callback; ``timestamp`` in seconds since 1970."""
    signed = f"v0:{timestamp}:".encode() + body
    digest = hmac.new(signing_secret.encode(), signed, hashlib.sha256).hexdigest()
    form = not body.startswith(b"{")
    return {
        "content-type": "application/x-www-form-urlencoded" if form else "application/json",
        "x-slack-request-timestamp": str(timestamp),
        "x-slack-signature": f"v0={digest}",
    }
