"""Callbacks of Slack's with changes, for tests."""

import json
from typing import Any

from hearth.domain.events import Event, Message
from hearth.platforms import slack
from tests.events.sign import sample


def event(name: str) -> Event:
    """What the sample is read as."""
    return slack.read("work", sample(f"slack/{name}.json"))


def message(name: str) -> Message:
    """The message in the sample ``message_<name>``."""
    fact = event(f"message_{name}").fact
    assert isinstance(fact, Message)
    return fact


def body(name: str = "message_plain", **changes: Any) -> bytes:
    """A sample whose event has other fields; None takes one out."""
    content = json.loads(sample(f"slack/{name}.json"))
    content["event"] |= changes
    return json.dumps(content).encode()


def changed(name: str = "message_plain", **changes: Any) -> Event:
    """What :func:`body` is read as."""
    return slack.read("work", body(name, **changes))


def said(text: str, **changes: Any) -> Message:
    """A message that says ``text``."""
    fact = changed(text=text, **changes).fact
    assert isinstance(fact, Message)
    return fact
