"""Callbacks of DingTalk's: signed ones of robots, encrypted ones of events."""

from hearth.domain.callbacks import Callback
from infra.local import vendors_dingtalk

SECRETS = {
    "app_secret": "an-app-secret-of-tests",
    "token": "a-token-of-tests",
    "encoding_aes_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "receive_id": "ding0000000000tests0",
    "replay_seconds": "0",
}


def signed(body: bytes, timestamp: int = 1754400001000, nonce: str = "n1") -> Callback:
    """What holds an ``EventType`` comes as an event, all else from the robot."""
    if b'"EventType"' in body:
        token, key, receiver = list(SECRETS.values())[1:4]
        query, sealed = vendors_dingtalk.event_post(token, key, receiver, body, timestamp, nonce)
        return Callback("POST", {"content-type": "application/json"}, query, sealed)
    headers = vendors_dingtalk.robot_headers(SECRETS["app_secret"], timestamp)
    return Callback("POST", headers, {}, body)
