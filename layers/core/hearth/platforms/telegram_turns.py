"""What becomes of a Telegram group and of the bot in it, who asks to be let in, and reactions."""

from hearth.domain.events import Fact, GroupChange, JoinRequest, Other, Reaction, Turn
from hearth.platforms import telegram_members
from hearth.platforms.fields import Fields


def own(update: Fields) -> Fact:
    """A ``my_chat_member`` update: the bot was let in or put out."""
    before, after = (
        telegram_members.role_of(update.child(name))
        for name in ("old_chat_member", "new_chat_member")
    )
    if (before is None) is (after is None):
        return Other("my_chat_member")
    by = update.child("from").identifier("id")
    return GroupChange(Turn.EXPELLED if after is None else Turn.ENTERED, by=by)


def asked(update: Fields) -> Fact:
    """A ``chat_join_request`` update; Telegram wants to hear the user when it is answered."""
    user = update.child("from")
    member = user.identifier("id")
    via = telegram_members.link_of(update.child("invite_link")) if "invite_link" in update else ""
    name = telegram_members.name_of(user)
    return JoinRequest(member, member, name, update.text("bio", ""), via)


def reacted(update: Fields) -> Fact:
    """A ``message_reaction`` update, which tells all signs of a member before and after."""
    who = update.child("user" if "user" in update else "actor_chat").identifier("id")
    before, after = _signs(update, "old_reaction"), _signs(update, "new_reaction")
    added = tuple(sign for sign in after if sign not in before)
    removed = tuple(sign for sign in before if sign not in after)
    return Reaction(str(update.integer("message_id")), who, added, removed)


def served(message: Fields) -> GroupChange | None:
    """What a service message says of the group: another name, or another id."""
    by = message.child("from").identifier("id") if "from" in message else ""
    if "migrate_to_chat_id" in message:
        return GroupChange(Turn.MOVED, message.identifier("migrate_to_chat_id"), by)
    if "new_chat_title" in message:
        return GroupChange(Turn.RENAMED, message.text("new_chat_title"), by)
    return None


def _signs(update: Fields, name: str) -> tuple[str, ...]:
    """Emoji as they are; others by the name of their kind or their own id."""
    return tuple(
        sign.text("emoji", "") or sign.text("custom_emoji_id", "") or sign.text("type")
        for sign in update.children(name)
    )
