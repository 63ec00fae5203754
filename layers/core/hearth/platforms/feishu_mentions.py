"""Who is called by name in a Feishu message.

Words hold keys such as ``@_user_1``; a list beside them tells whom each key names.
"""

import re
from collections.abc import Mapping

from hearth.domain.segments import EVERYBODY, Segment, SegmentKind
from hearth.platforms.fields import Fields

_KEY = re.compile(r"@_user_\d+|@_all")
_ALL = ("@_all", "all")


def named(text: str, called: Mapping[str, Fields]) -> tuple[str, tuple[Segment, ...]]:
    """``text`` with names for keys, and the mentions in order."""
    segments = tuple(_mention(key, called) for key in _KEY.findall(text))
    waiting = iter(segments)
    return _KEY.sub(lambda found: next(waiting).text, text), segments


def of_part(part: Fields, called: Mapping[str, Fields]) -> Segment:
    """The mention in a part of a post; there it may also hold the person's id itself."""
    key = part.text("user_id", "")
    if key in called or key in _ALL:
        return _mention(key, called)
    return Segment(SegmentKind.MENTION, f"@{part.text('user_name', '') or key}", who=key)


def _mention(key: str, called: Mapping[str, Fields]) -> Segment:
    person = called.get(key, Fields({}))
    name = person.text("name", "") or key.removeprefix("@_")
    who = EVERYBODY if key in _ALL else person.optional("id").text("open_id", "")
    return Segment(SegmentKind.MENTION, f"@{name}", who=who)
