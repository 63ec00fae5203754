"""Who came to a Telegram group, who left it and who runs it, and how Telegram names people."""

from hearth.domain.events import Change, Fact, Membership, Other, Role, RoleChange
from hearth.domain.joins import FOLDER, INVITE, REQUEST
from hearth.platforms.fields import Fields

_LONGEST_LINK = 200

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
    before, after = role_of(update.child("old_chat_member")), role_of(new)
    if before is after is None:
        return Other("chat_member")
    user = new.child("user")
    member, name = user.identifier("id"), name_of(user)
    if after is None:
        return Membership(Change.LEFT, (member,), "", (name,))
    if before is None:
        via = _via(update, member)
        inviter = _other_person(update, member) if via == INVITE else ""
        return Membership(Change.JOINED, (member,), via, (name,), after, inviter)
    # Told even if it is the same: the one before may never have been heard of.
    return RoleChange(member, after, name)


def role_of(member: Fields) -> Role | None:
    """The role of somebody in the group; None when he is not in it."""
    status = member.text("status")
    if status == "restricted" and member.raw("is_member") is not True:
        return None
    return _ROLES.get(status)


def _via(update: Fields, member: str) -> str:
    if "invite_link" in update:
        return link_of(update.child("invite_link"))
    if update.raw("via_chat_folder_invite_link") is True:
        return FOLDER
    if update.raw("via_join_request") is True:
        # Then the update is “from” whoever let him in, which is not who brought him.
        return REQUEST
    return INVITE if _other_person(update, member) else ""


def link_of(link: Fields) -> str:
    """Its name, by which a live code knows its visitors again; links of people have none."""
    return link.text("name", "") or link.text("invite_link", "")[:_LONGEST_LINK]


def _other_person(item: Fields, member: str) -> str:
    """Who did it, unless the member did himself or nobody is named."""
    who = item.child("from").identifier("id") if "from" in item else ""
    return who if who != member else ""


def joined(message: Fields) -> Fact:
    """The service message about ``new_chat_members``."""
    users = list(message.children("new_chat_members"))
    if not users:
        return Other("message:new_chat_members")
    members = tuple(user.identifier("id") for user in users)
    names = tuple(name_of(user) for user in users)
    inviter = _other_person(message, members[0])
    return Membership(Change.JOINED, members, INVITE if inviter else "", names, inviter=inviter)


def left(message: Fields) -> Fact:
    """The service message about a ``left_chat_member``."""
    user = message.child("left_chat_member")
    return Membership(Change.LEFT, (user.identifier("id"),), "", (name_of(user),))
