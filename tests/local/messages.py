"""Messages of a newcomer, in the bodies that platforms send."""

import json
import time

NEWCOMER = 12345678


def onebot_message(chat: str, text: str, message_id: int = 7) -> bytes:
    """A OneBot 11 group message of now."""
    report = {
        "time": int(time.time()),
        "self_id": 10001000,
        "post_type": "message",
        "message_type": "group",
        "sub_type": "normal",
        "message_id": message_id,
        "group_id": int(chat),
        "user_id": NEWCOMER,
        "anonymous": None,
        "message": [{"type": "text", "data": {"text": text}}],
        "raw_message": text,
        "font": 0,
        "sender": {"user_id": NEWCOMER, "nickname": "小不点", "card": "", "role": "member"},
    }
    return json.dumps(report, ensure_ascii=False).encode()


def telegram_message(chat: str, text: str, link: str) -> bytes:
    """A Telegram update of now; ``link`` is the part of ``text`` that Telegram marks as a URL."""
    update = {
        "update_id": time.time_ns() % 10**9,
        "message": {
            "message_id": 1365,
            "date": int(time.time()),
            "chat": {"id": int(chat), "type": "supergroup", "title": "Tea room"},
            "from": {"id": NEWCOMER, "is_bot": False, "first_name": "Ann"},
            "text": text,
            "entities": [{"type": "url", "offset": text.index(link), "length": len(link)}],
        },
    }
    return json.dumps(update, ensure_ascii=False).encode()


def telegram_join(chat: str, member: int, way: str) -> bytes:
    """A Telegram update of now: somebody comes by the invite link that is called ``way``."""
    user = {"id": member, "is_bot": False, "first_name": "Ann"}
    link = {
        "invite_link": "https://t.me/+AbCdEf",
        "name": way,
        "creator": {"id": 3333333, "is_bot": False, "first_name": "Admin"},
        "creates_join_request": False,
        "is_primary": False,
        "is_revoked": False,
    }
    update = {
        "update_id": time.time_ns() % 10**9,
        "chat_member": {
            "chat": {"id": int(chat), "type": "supergroup", "title": "Tea room"},
            "from": user,
            "date": int(time.time()),
            "old_chat_member": {"user": user, "status": "left"},
            "new_chat_member": {"user": user, "status": "member"},
            "invite_link": link,
        },
    }
    return json.dumps(update).encode()
