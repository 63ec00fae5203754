"""How QQ signs what it sends to an official bot, and how it tests an address."""

import json

from hearth.platforms import qq_proof


def headers(secret: str, app_id: str, timestamp: int | str, body: bytes) -> dict[str, str]:
    """Headers of a callback, in lower case as API Gateway passes them on."""
    return {
        "content-type": "application/json",
        "user-agent": "QQBot-Callback",
        "x-bot-appid": app_id,
        "x-signature-ed25519": qq_proof.sign(secret, str(timestamp), body),
        "x-signature-timestamp": str(timestamp),
    }


def validation(plain_token: str, event_ts: str) -> bytes:
    """Body of the request by which QQ tests an address."""
    return json.dumps({"d": {"plain_token": plain_token, "event_ts": event_ts}, "op": 13}).encode()
