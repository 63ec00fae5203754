"""Telegram's Bot API: what Hearth does in Telegram groups.

Source: core.telegram.org/bots/api (sendMessage, deleteMessage, restrictChatMember,
banChatMember, createChatInviteLink, ResponseParameters).
Settings of an account: ``bot_token`` (required), ``api_base`` (for a Bot API server of one's own).
"""

import re
import time
from collections.abc import Mapping

from hearth.domain.actions import Action, DeleteMessage, Kick, Mute, OpenWay, PostText
from hearth.domain.deliveries import Outcome, Refused, Sent, Unclear
from hearth.domain.errors import Misconfigured
from hearth.platforms.calls import (
    base_url,
    bounded,
    impossible,
    is_address,
    number,
    positive,
    required,
    seconds_to_wait,
    unaccepted,
)
from hearth.ports import ApiRequest, ApiResponse

PUBLIC_API = "https://api.telegram.org"
KICKED_S = 60
"""A ban of 30 s to 366 days ends by itself; any other lasts for ever. So one call is a kick."""
SHORTEST_MUTE_S = 60
LONGEST_MUTE_S = 365 * 86_400
"""Within the same limits, with room for the clocks' differences and the way to Telegram."""
MOST_MEMBERS = 99_999
LONGEST_NAME = 32
"""Of an invite link."""

_TOKEN = re.compile(r"[A-Za-z0-9:_-]+")
_RIGHTS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_GONE = "message to delete not found"


def request(chat: str, action: Action, secrets: Mapping[str, str]) -> ApiRequest:
    """The call of ``action``; raises Misconfigured naming the setting or field."""
    token = required(secrets, "bot_token")
    if not _TOKEN.fullmatch(token):
        # It becomes part of the address: nothing in it may lead elsewhere.
        raise Misconfigured("the account's “bot_token” is not of the form 123456:ABC-def_1")
    base = base_url(secrets.get("api_base") or PUBLIC_API)
    method, payload = _call(action)
    payload["chat_id"] = number("chat", chat)
    return ApiRequest(f"{base}/bot{token}/{method}", payload, {})


def _call(action: Action) -> tuple[str, dict[str, object]]:
    match action:
        case PostText(text):
            return "sendMessage", {"text": text}
        case DeleteMessage(message):
            return "deleteMessage", {"message_id": number("message", message)}
        case Mute(member, seconds):
            return "restrictChatMember", _mute(number("member", member), positive(seconds))
        case Kick(member):
            user = number("member", member)
            return "banChatMember", {"user_id": user, "until_date": _after(KICKED_S)}
        case OpenWay():
            return "createChatInviteLink", _link(action)
        case _:
            raise impossible(action)


def _mute(user: int, seconds: int) -> dict[str, object]:
    until = _after(min(max(seconds, SHORTEST_MUTE_S), LONGEST_MUTE_S))
    return {"user_id": user, "permissions": dict.fromkeys(_RIGHTS, False), "until_date": until}


def _link(way: OpenWay) -> dict[str, object]:
    if not 1 <= way.member_limit <= MOST_MEMBERS:
        raise Misconfigured(f"“member_limit” of the order must be from 1 to {MOST_MEMBERS}")
    expiry = {"expire_date": way.valid_until // 1000} if way.valid_until else {}
    return {"name": way.name[:LONGEST_NAME], "member_limit": way.member_limit, **expiry}


def _after(seconds: int) -> int:
    return int(time.time()) + seconds


def outcome(action: Action, response: ApiResponse) -> Outcome:
    """What Telegram answered; there are no codes finer than HTTP's, only descriptions."""
    if response.status == 429 or response.status >= 500:
        return unaccepted(action, response, _wait(response))
    if response.content.get("ok") is True:
        return _opened(response) if isinstance(action, OpenWay) else Sent(_message_id(response))
    if response.status < 400:
        return Unclear(f"HTTP {response.status} without “ok”: check the account's “api_base”")
    reason = str(response.content.get("description") or "no reason given")[:300]
    if isinstance(action, DeleteMessage) and _GONE in reason.lower():
        return Sent("was gone already")
    return Refused(_advice(response, reason))


def _opened(response: ApiResponse) -> Outcome:
    result = response.content.get("result")
    address = result.get("invite_link") if isinstance(result, Mapping) else None
    if not is_address(address):
        return Unclear("an invite link was made but not told: look at the group's invite links")
    return Sent(str(address), {"address": str(address)})


def _advice(response: ApiResponse, reason: str) -> str:
    if response.status in (401, 404):
        return f"{reason} (HTTP {response.status}): check the account's “bot_token”"
    moved = _parameters(response).get("migrate_to_chat_id")
    if moved:
        return f"the group has become {moved}: {reason}"
    return f"{reason} (HTTP {response.status})"


def _wait(response: ApiResponse) -> int:
    told = _parameters(response).get("retry_after")
    return bounded(told) if told is not None else seconds_to_wait(response)


def _parameters(response: ApiResponse) -> Mapping[str, object]:
    found = response.content.get("parameters")
    return found if isinstance(found, Mapping) else {}


def _message_id(response: ApiResponse) -> str:
    result = response.content.get("result")
    message = result.get("message_id") if isinstance(result, Mapping) else None
    return str(message) if isinstance(message, int) else ""
