"""Payloads of QQ's made from the samples."""

import json
from typing import Any

from hearth.domain.events import Event, Message
from hearth.platforms import qq
from tests.events.sign import sample


def event(name: str) -> Event:
    return qq.read("bot", sample(f"qq/{name}.json"))


def message(name: str) -> Message:
    fact = event(name).fact
    assert isinstance(fact, Message)
    return fact


def payload(name: str, **changes: Any) -> bytes:
    """A sample with fields of ``d`` replaced; None leaves them out."""
    content = json.loads(sample(f"qq/{name}.json"))
    told = {**content["d"], **changes}
    d = {key: value for key, value in told.items() if value is not None}
    return json.dumps({**content, "d": d}).encode()


def said(name: str, **changes: Any) -> Message:
    fact = qq.read("bot", payload(name, **changes)).fact
    assert isinstance(fact, Message)
    return fact
