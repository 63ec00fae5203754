"""Who came to a Telegram group, who left it and who runs it, and how Telegram names people."""

from hearth.domain.events import Change, Fact, Membership, Other, Role, RoleChange
from hearth.platforms.fields import Fields

INVITE = "invite"
"""Added by somebody else, without a link."""

_ROLES = {
    "creator": Role.OWNER,
    "administrator": Role.ADMIN,
    "member": Role.MEMBER,
    "restricted": Role.MEMBER,
}


def name_of(user: Fields) -> str:
    """First and last name."""
    return " ".join(filter(None, (user.text("first_name", ""), user.text("last_name", ""))))


def read(update: Fields) -> Fact:
    """A ``chat_member`` update: a coming, a going, a change of role or something else."""
    new = update.child("new_chat_member")
    before, after = _role(update.child("old_chat_member")), _role(new)
    if before is after is None:
        return Other("chat_member")
    user = new.child("user")
    member, name = user.identifier("id"), name_of(user)
    if after is None:
        return Membership(Change.LEFT, (member,), "", (name,))
    if before is None:
        return Membership(Change.JOINED, (member,), _via(update, user), (name,), after)
    # Told even if it is the same: the one before may never have been heard of.
    return RoleChange(member, after, name)


def _role(member: Fields) -> Role | None:
    """The role of somebody in the group; None when he is not in it."""
    status = member.text("status")
    if status == "restricted" and member.raw("is_member") is not True:
        return None
    return _ROLES.get(status)


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
