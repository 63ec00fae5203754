"""Telegram updates made from the samples."""

import json
from typing import Any

from hearth.domain.events import Message
from hearth.platforms import telegram
from tests.events.sign import sample

GROUP = "-1001234567890"


def message(name: str) -> Message:
    fact = telegram.read("tg1", sample(f"telegram/{name}.json")).fact
    assert isinstance(fact, Message)
    return fact


def update(**changes: Any) -> bytes:
    content = json.loads(sample("telegram/group_message_plain.json"))
    return json.dumps({**content, "message": {**content["message"], **changes}}).encode()


def member_update(old: dict[str, Any], new: dict[str, Any], **more: Any) -> bytes:
    content = json.loads(sample("telegram/join_added.json"))
    user = content["chat_member"]["new_chat_member"]["user"]
    states = {"old_chat_member": {"user": user, **old}, "new_chat_member": {"user": user, **new}}
    return json.dumps(
        {"update_id": 1, "chat_member": {**content["chat_member"], **states, **more}}
    ).encode()


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)
