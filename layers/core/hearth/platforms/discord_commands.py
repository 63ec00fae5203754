"""Discord's application commands: what a member says to the application, and where."""

from collections.abc import Iterator

from hearth.domain.events import Message, Role
from hearth.domain.groups import GroupRef
from hearth.domain.segments import Segment, SegmentKind
from hearth.platforms.fields import Fields, whole
from hearth.platforms.links import in_text

_EPOCH_MS = 1_420_070_400_000
_GROUP_TALK = 3
"""Type of a channel of some people outside of any server."""
_ADMINISTRATOR = 1 << 3
_TYPED, _ON_PERSON, _ON_MESSAGE = 1, 2, 3
_NESTED = (1, 2)
_DEEPEST = 3
"""Group, command, option: there is no more."""
_PEOPLE, _ATTACHMENT = (6, 8, 9), 11
_KINDS = {"image": SegmentKind.IMAGE, "audio": SegmentKind.VOICE, "video": SegmentKind.VIDEO}


def read(account: str, report: Fields) -> tuple[GroupRef, int, Message]:
    """Place, time in ms and the command as a message; raises Malformed naming the field."""
    id_ = report.identifier("id")
    member = report.optional("member")
    user = member.child("user") if "user" in member else report.child("user")
    message = _message(report, id_, user, member)
    at = max(0, (int(id_) >> 22) + _EPOCH_MS)  # Discord's ids hold their time
    return _place(account, report, message.member), at, message


def _place(account: str, report: Fields, member: str) -> GroupRef:
    several = report.optional("channel").raw("type") == _GROUP_TALK
    if "guild_id" in report or several:
        return GroupRef("discord", account, report.identifier("channel_id"))
    return GroupRef.talk("discord", account, member)


def _message(report: Fields, id_: str, user: Fields, member: Fields) -> Message:
    data = report.child("data")
    options = list(_options(data, _DEEPEST))
    typed = data.integer("type", _TYPED) == _TYPED
    words = [("/" if typed else "") + data.text("name"), *(_words(option) for option in options)]
    text = " ".join(filter(None, words))
    return Message(
        id=id_,
        member=user.identifier("id"),
        text=text,
        name=member.text("nick", "") or user.text("global_name", "") or user.text("username", ""),
        role=_role(member),
        links=in_text(text),
        quoted=_quoted(data),
        segments=tuple(_segments(data, options)),
    )


def _role(member: Fields) -> Role:
    rights = member.raw("permissions")
    if not isinstance(rights, str) or not rights.isdecimal() or len(rights) > 40:
        return Role.UNKNOWN
    return Role.ADMIN if int(rights) & _ADMINISTRATOR else Role.MEMBER


def _options(holder: Fields, depth: int) -> Iterator[Fields]:
    """All options in order, those of commands within commands after their name."""
    for option in holder.children("options") if depth else ():
        yield option
        yield from _options(option, depth - 1)


def _words(option: Fields) -> str:
    name, value = option.text("name"), option.raw("value")
    if option.raw("type") in _NESTED or value is None:
        return name
    return f"{name}: {whole(str(value))}"


def _quoted(data: Fields) -> str:
    """The message that a command was given on."""
    if data.raw("type") != _ON_MESSAGE:
        return ""
    return _resolved(data, "messages", str(data.raw("target_id"))).text("content", "")


def _segments(data: Fields, options: list[Fields]) -> Iterator[Segment]:
    if data.raw("type") == _ON_PERSON:
        yield _mention(data, data.identifier("target_id"))
    for option in options:
        if option.raw("type") in _PEOPLE:
            yield _mention(data, option.identifier("value"))
        if option.raw("type") == _ATTACHMENT:
            yield _attachment(data, option.identifier("value"))


def _mention(data: Fields, who: str) -> Segment:
    user = _resolved(data, "users", who)
    name = user.text("global_name", "") or user.text("username", "")
    name = name or _resolved(data, "roles", who).text("name", "") or who
    return Segment(SegmentKind.MENTION, f"@{name}", who=who)


def _attachment(data: Fields, id_: str) -> Segment:
    file = _resolved(data, "attachments", id_)
    kind = _KINDS.get(file.text("content_type", "").partition("/")[0], SegmentKind.FILE)
    return Segment(kind, file.text("filename", ""), file.text("url", ""), media=id_)


def _resolved(data: Fields, kind: str, id_: str) -> Fields:
    """What Discord tells of a person, role, message or file that is named by its id."""
    return data.optional("resolved").optional(kind).optional(id_)
