"""What happened on QQ: who came, asked or deleted what, and where; and which reader reads what.

Each reader takes ``d`` of a payload and gives the chat, the time in ms and the fact. What QQ's
public documents do not describe yet, members and requests above all, is read leniently.
"""

from hearth.domain.events import (
    Change,
    Following,
    GroupChange,
    JoinRequest,
    Membership,
    Recall,
    Turn,
)
from hearth.domain.groups import NO_CHAT
from hearth.domain.joins import INVITE
from hearth.platforms.fields import Fields
from hearth.platforms.qq_fields import (
    child_if_told,
    children_if_told,
    identity,
    identity_if_told,
    moment,
    moment_if_told,
    text_if_told,
)
from hearth.platforms.qq_messages import (
    Happening,
    Reader,
    channel_message,
    group_message,
    talk,
)


def deleted(item: Fields) -> Happening:
    """A message of a channel was deleted; QQ does not say when."""
    message = item.child("message")
    author = identity_if_told(child_if_told(message, "author"), "id")
    by = identity_if_told(child_if_told(item, "op_user"), "id")
    return identity(message, "channel_id"), 0, Recall(identity(message, "id"), author, by)


def turned(turn: Turn) -> Reader:
    """The bot was let into a group or put out."""

    def read(item: Fields) -> Happening:
        by = identity_if_told(item, "op_member_openid")
        fact = GroupChange(turn, by=by)
        return identity(item, "group_openid"), moment(item, "timestamp"), fact

    return read


def followed(change: Change) -> Reader:
    """Somebody made the bot a contact, or ended that."""

    def read(item: Fields) -> Happening:
        return NO_CHAT, moment(item, "timestamp"), Following(change, identity(item, "openid"))

    return read


def membership(change: Change) -> Reader:
    """Somebody came into a group or left it."""

    def read(item: Fields) -> Happening:
        name = text_if_told(item, "username")
        member = identity(item, "member_openid")
        fact = Membership(change, (member,), names=(name,) if name else ())
        return identity(item, "group_openid"), moment_if_told(item, "timestamp"), fact

    return read


def request(item: Fields) -> Happening:
    """Somebody asks to be let into a group."""
    inviter = identity_if_told(item, "invited_by")
    fact = JoinRequest(
        member=identity(item, "member_openid"),
        request=identity(item, "join_request_id"),
        name=text_if_told(item, "username"),
        text=_plea(child_if_told(item, "verify_info")),
        via=INVITE if item.raw("apply_source") == "invited" else "",
        inviter=inviter,
    )
    return identity(item, "group_openid"), moment_if_told(item, "apply_at"), fact


def _plea(info: Fields) -> str:
    """What he wrote, and each answer after its question."""
    lines = [text_if_told(info, "verify_message")]
    for review in children_if_told(info, "review_qa_list"):
        lines.append(f"{text_if_told(review, 'question')} {text_if_told(review, 'answer')}".strip())
    return "\n".join(filter(None, lines))


READERS: dict[str, Reader] = {
    "GROUP_AT_MESSAGE_CREATE": group_message,
    "GROUP_MESSAGE_CREATE": group_message,
    "AT_MESSAGE_CREATE": channel_message,
    "MESSAGE_CREATE": channel_message,
    "MESSAGE_DELETE": deleted,
    "PUBLIC_MESSAGE_DELETE": deleted,
    "GROUP_ADD_ROBOT": turned(Turn.ENTERED),
    "GROUP_DEL_ROBOT": turned(Turn.EXPELLED),
    "GROUP_MEMBER_ADD": membership(Change.JOINED),
    "GROUP_MEMBER_REMOVE": membership(Change.LEFT),
    "GROUP_JOIN_REQUEST": request,
    "FRIEND_ADD": followed(Change.JOINED),
    "FRIEND_DEL": followed(Change.LEFT),
}
"""QQ's name of an event → its reader."""

TALKS: dict[str, Reader] = {
    "C2C_MESSAGE_CREATE": talk("user_openid"),
    "DIRECT_MESSAGE_CREATE": talk("id"),
}
"""Those that happen between the bot and one person."""
