"""Facts in Hearth's own words, handed in over the REST API instead of a platform's callback.

Body: a JSON object with ``group`` (platform:account:chat), ``at`` (ms), ``kind``, and for

* ``message``: ``id``, ``member``, ``text``, optional ``name``, ``links``;
* ``joined`` and ``left``: ``members`` (list), optional ``via``.
"""

import json
from collections.abc import Mapping
from typing import Any

from hearth.domain.errors import BadInput, Malformed
from hearth.domain.events import Change, Event, Fact, Membership, Message
from hearth.domain.groups import GroupRef

NAME = "neutral"
_LATEST = 10**13 - 1


def read(account: str, body: bytes) -> Event:
    """Translate a body; raises Malformed naming what is wrong."""
    try:
        content = json.loads(body)
        group, at = GroupRef.parse(str(content["group"])), content["at"]
        if type(at) is not int or not 0 <= at <= _LATEST:
            raise Malformed("“at” must be ms since 1970")
        return Event(group, at, _fact(content), body, NAME)
    except (ValueError, KeyError, TypeError, AttributeError, BadInput) as error:
        raise Malformed(f"not an event in Hearth's own form: {error}") from error


def _fact(content: Mapping[str, Any]) -> Fact:
    kind = content["kind"]
    if kind == "message":
        return Message(
            _text(content["id"]),
            _text(content["member"]),
            _text(content["text"]),
            name=_text(content.get("name", "")),
            links=tuple(_text(link) for link in content.get("links", ())),
        )
    members = tuple(_text(member) for member in content["members"])
    return Membership(Change(kind), members, _text(content.get("via", "")))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Malformed(f"expected a text, found {type(value).__name__}")
    return value
