"""OneBot reports made from the samples."""

import json
from typing import Any

from hearth.domain.events import Message
from hearth.platforms import onebot
from tests.events.sign import sample


def message(name: str) -> Message:
    fact = onebot.read("qq1", sample(f"onebot/group_message_{name}.json")).fact
    assert isinstance(fact, Message)
    return fact


def report(**changes: Any) -> bytes:
    content = json.loads(sample("onebot/group_message_plain.json"))
    return json.dumps({**content, **changes}).encode()


def segments(*pairs: tuple[str, Any]) -> Message:
    body = report(message=[{"type": kind, "data": data} for kind, data in pairs])
    fact = onebot.read("qq1", body).fact
    assert isinstance(fact, Message)
    return fact
