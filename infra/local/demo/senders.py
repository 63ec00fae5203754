"""What the platforms would send: signed callbacks with a newcomer's message."""

import json
import time

from infra.local import vendors
from infra.local.demo.stage import ONEBOT_SECRET, TELEGRAM_SECRET, Stage

NEWCOMER = 12345678


def onebot_says(stage: Stage, text: str) -> int:
    """Send `text` as NapCat would; return the status of the answer."""
    report = {
        "time": int(time.time()),
        "self_id": 10001000,
        "post_type": "message",
        "message_type": "group",
        "sub_type": "normal",
        "message_id": time.time_ns() % 10**9,
        "group_id": stage.chat,
        "user_id": NEWCOMER,
        "message": [{"type": "text", "data": {"text": text}}],
        "raw_message": text,
        "sender": {"user_id": NEWCOMER, "nickname": "小不点", "card": "", "role": "member"},
    }
    body = json.dumps(report, ensure_ascii=False).encode()
    return _post(stage, "onebot", body, vendors.onebot_headers(ONEBOT_SECRET, 10001000, body))


def telegram_says(stage: Stage, words: str, link: str) -> int:
    """Send `words` and `link` as Telegram would; return the status of the answer."""
    message = {
        "message_id": time.time_ns() % 10**9,
        "date": int(time.time()),
        "chat": {"id": -stage.chat, "type": "supergroup", "title": "Tea room"},
        "from": {"id": NEWCOMER, "is_bot": False, "first_name": "Ann"},
        "text": f"{words} {link}",
        "entities": [{"type": "url", "offset": len(words) + 1, "length": len(link)}],
    }
    update = {"update_id": time.time_ns() % 10**9, "message": message}
    body = json.dumps(update, ensure_ascii=False).encode()
    return _post(stage, "telegram", body, vendors.telegram_headers(TELEGRAM_SECRET))


def _post(stage: Stage, platform: str, body: bytes, headers: dict[str, str]) -> int:
    status, _, _ = stage.operator.call("POST", f"/webhook/{platform}/{stage.key}", body, headers)
    return status
