"""Who came into a WeCom customer group and by which way, out of the answer that lists its members.

The callback of a coming tells neither ``state`` nor who invited. Each coming becomes the body of an
event, made of what never changes about it, so that whoever is listed again is the same event.
"""

import re
from collections.abc import Iterator, Mapping

from hearth.domain import plain_json
from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Event, Membership
from hearth.domain.groups import GroupRef
from hearth.domain.joins import INVITE, LINK, QR
from hearth.platforms.fields import Fields, parse
from hearth.platforms.reading import WECOM_JOINS

MOST = 2000
"""Members of one answer; a customer group has at most 500."""

_SCENES = {1: INVITE, 2: LINK, 3: QR}
_ID = re.compile(r"[\x21-\x7e]{1,128}")
_LONGEST_STATE = 128


def facts(content: Mapping[str, object], since: int) -> tuple[bytes, ...]:
    """Bodies of the comings since ``since`` (ms), oldest first; raises Malformed naming the field.

    ``content`` is the answer to ``groupchat/get``.
    """
    group = Fields(content).child("group_chat")
    chat = _id(group, "chat_id")
    found = sorted((came, body) for came, body in _comings(chat, group) if came >= since)
    return tuple(body for _, body in found)


def _comings(chat: str, group: Fields) -> Iterator[tuple[int, bytes]]:
    for number, member in enumerate(group.children("member_list")):
        if number >= MOST:
            raise Malformed(f"“member_list” has more than {MOST} entries")
        yield member.milliseconds("join_time"), _body(chat, member)


def _body(chat: str, member: Fields) -> bytes:
    content = {
        "chat_id": chat,
        "userid": _id(member, "userid"),
        "join_time": member.integer("join_time"),
        "join_scene": member.integer("join_scene", 0),
        "invitor": _invitor(member),
        "state": member.text("state", "")[:_LONGEST_STATE],
    }
    return plain_json.dumps(content, sort_keys=True).encode()


def _invitor(member: Fields) -> str:
    invitor = member.optional("invitor")
    return _id(invitor, "userid") if "userid" in invitor else ""


def read(account: str, body: bytes) -> Event:
    """Translate a body of :func:`facts`; raises Malformed naming the field."""
    content = parse(body)
    member = _id(content, "userid")
    via = content.text("state", "") or _SCENES.get(content.integer("join_scene", 0), "")
    fact = Membership(Change.JOINED, (member,), via, inviter=content.text("invitor", ""))
    group = GroupRef("wecom", account, _id(content, "chat_id"))
    return Event(group, content.milliseconds("join_time"), fact, body, WECOM_JOINS)


def _id(content: Fields, name: str) -> str:
    value = content.text(name)
    if not _ID.fullmatch(value):
        raise Malformed(f"“{name}” must be 1–128 visible ASCII characters")
    return value
