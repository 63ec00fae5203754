"""Facts in Hearth's own words, handed in over the REST API instead of a platform's callback.

Body: a JSON object with ``group`` (platform:account:chat), ``at`` (ms), ``kind``, and for

* ``message``: ``id``, ``member``, ``text``, optional ``name``, ``links`` (else those in the text);
* ``joined`` and ``left``: ``members`` (list), optional ``via`` and ``inviter``.
"""

import re

from hearth.domain.errors import BadInput, Malformed
from hearth.domain.events import Change, Event, Fact, Membership, Message
from hearth.domain.groups import GroupRef
from hearth.platforms.fields import Fields, parse
from hearth.platforms.links import in_text

NAME = "neutral"
_LATEST = 10**13 - 1
_ID = re.compile(r"[^\s\x00-\x1f]{1,128}")


def read(account: str, body: bytes) -> Event:
    """Translate a body; raises Malformed naming the field."""
    content = parse(body)
    at = content.integer("at", least=0)
    if at > _LATEST:
        raise Malformed("“at” must be ms since 1970")
    return Event(_group(content), at, _fact(content), body, NAME)


def _group(content: Fields) -> GroupRef:
    try:
        return GroupRef.parse(content.text("group"))
    except BadInput as error:
        raise Malformed(str(error)) from error


def _fact(content: Fields) -> Fact:
    kind = content.text("kind")
    if kind == "message":
        return _message(content)
    if kind in (Change.JOINED, Change.LEFT):
        return _membership(content, Change(kind))
    raise Malformed("“kind” must be message, joined or left")


def _message(content: Fields) -> Message:
    text = content.text("text")
    return Message(
        _id("id", content.text("id")),
        _id("member", content.text("member")),
        text,
        name=content.text("name", ""),
        links=content.texts("links") if "links" in content else in_text(text),
    )


def _membership(content: Fields, change: Change) -> Membership:
    members = tuple(_id("members", member) for member in content.texts("members"))
    if not members:
        raise Malformed("“members” must name somebody")
    inviter = _id("inviter", content.text("inviter")) if "inviter" in content else ""
    return Membership(change, members, content.text("via", ""), inviter=inviter)


def _id(name: str, value: str) -> str:
    if not _ID.fullmatch(value):
        raise Malformed(f"“{name}” must be 1–128 characters without blanks")
    return value
