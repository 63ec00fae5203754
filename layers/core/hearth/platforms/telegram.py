"""Telegram Bot API webhooks: groups and supergroups.

Source: core.telegram.org/bots/api (Update, Message, ChatMemberUpdated).
Setting of an account: ``secret_token`` (required), as given to ``setWebhook``.
"""

from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Event, Fact, Other
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.platforms import telegram_members, telegram_messages, telegram_turns
from hearth.platforms.fields import Fields, parse, whole
from hearth.platforms.proof import same

_HEADER = "x-telegram-bot-api-secret-token"
_GROUPS = ("group", "supergroup")
_FACTS = {
    "message": telegram_messages.read,
    "edited_message": telegram_messages.read,
    "chat_member": telegram_members.read,
    "my_chat_member": telegram_turns.own,
    "chat_join_request": telegram_turns.asked,
    "message_reaction": telegram_turns.reacted,
}
"""Kind of update → reader of what happened in a group. All others are kept by name."""


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """Telegram has none."""
    return None


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """The body when the secret header is right; raises Unverified."""
    secret = secrets.get("secret_token", "")
    if not secret:
        raise Unverified("the account has no “secret_token”: set one here and by setWebhook")
    if not same(secret, callback.headers.get(_HEADER, "")):
        raise Unverified("X-Telegram-Bot-Api-Secret-Token does not match")
    return callback.body


def read(account: str, body: bytes) -> Event:
    """Translate an update; raises Malformed naming the field."""
    update = parse(body)
    update.integer("update_id", least=0)
    kind = _kind(update)
    chat, at, fact = _known(kind, update.child(kind)) if kind in _FACTS else _other(kind, update)
    return Event(GroupRef("telegram", account, chat), at, fact, body)


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """An empty body calls no method."""
    return Reply(200)


def _kind(update: Fields) -> str:
    """Telegram's own name for what the update holds: exactly one thing besides its number."""
    names = [name for name in update.content if name != "update_id"]
    if not names:
        raise Malformed("the update holds nothing but “update_id”")
    return next((name for name in names if name in _FACTS), names[0])


def _known(kind: str, item: Fields) -> tuple[str, int, Fact]:
    at = item.milliseconds("edit_date" if "edit_date" in item else "date")
    chat = item.child("chat")
    place = chat.text("type")
    if place not in _GROUPS:
        return NO_CHAT, at, Other(f"{kind}:{place}"[:80])
    return chat.identifier("id"), at, _FACTS[kind](item)


def _other(kind: str, update: Fields) -> tuple[str, int, Fact]:
    value = update.raw(kind)
    item = Fields(value) if isinstance(value, dict) else Fields({})
    return _place(item), _time(item), Other(whole(kind)[:80])


# A kind that Hearth does not know may use these names for anything: then they say nothing.


def _place(item: Fields) -> str:
    try:
        chat = item.child("chat")
        return chat.identifier("id") if chat.raw("type") in _GROUPS else NO_CHAT
    except Malformed:
        return NO_CHAT


def _time(item: Fields) -> int:
    try:
        return item.milliseconds("date")
    except Malformed:
        return 0
