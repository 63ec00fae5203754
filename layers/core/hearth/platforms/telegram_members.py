"""Who came to a Telegram group and who left it, and how Telegram names people."""

from hearth.domain.events import Change, Fact, Membership, Other
from hearth.platforms.fields import Fields

INVITE = "invite"
"""Added by somebody else, without a link."""

_PRESENT = ("member", "administrator", "creator")


def name_of(user: Fields) -> str:
    """First and last name."""
    return " ".join(filter(None, (user.text("first_name", ""), user.text("last_name", ""))))


def read(update: Fields) -> Fact:
    """A ``chat_member`` update: a coming, a going or something else."""
    new = update.child("new_chat_member")
    before, after = _is_present(update.child("old_chat_member")), _is_present(new)
    if before == after:
        return Other("chat_member")
    user = new.child("user")
    change, via = (Change.JOINED, _via(update, user)) if after else (Change.LEFT, "")
    return Membership(change, (user.identifier("id"),), via, (name_of(user),))


def _is_present(member: Fields) -> bool:
    status = member.text("status")
    return status in _PRESENT or (status == "restricted" and member.raw("is_member") is True)


def _via(update: Fields, user: Fields) -> str:
    # The name of the link is how a live code knows its visitors again.
    if "invite_link" in update:
        return update.child("invite_link").text("name", "")
    return _brought(update, user.identifier("id"))


def _brought(item: Fields, member: str) -> str:
    return INVITE if "from" in item and item.child("from").identifier("id") != member else ""


def joined(message: Fields) -> Fact:
    """The service message about ``new_chat_members``."""
    users = list(message.children("new_chat_members"))
    if not users:
        return Other("message:new_chat_members")
    members = tuple(user.identifier("id") for user in users)
    names = tuple(name_of(user) for user in users)
    return Membership(Change.JOINED, members, _brought(message, members[0]), names)


def left(message: Fields) -> Fact:
    """The service message about a ``left_chat_member``."""
    user = message.child("left_chat_member")
    return Membership(Change.LEFT, (user.identifier("id"),), "", (name_of(user),))
