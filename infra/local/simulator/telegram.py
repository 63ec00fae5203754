"""The Telegram Bot API over HTTP: `POST /bot<token>/<method>`.

Source: the Bot API's own description ("Making requests") and python-telegram-bot.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from infra.local.simulator.chats import Chats
from infra.local.simulator.faults import Fault
from infra.local.simulator.wire import BadRequestError, Call, Json, Reply, Request, json_object

PREFIX = "/bot"
MOST_CHARACTERS = 4096
MOST_BY_A_LINK = 99_999
_NEEDED = {
    "getMe": (),
    "getChatMemberCount": ("chat_id",),
    "sendMessage": ("chat_id", "text"),
    "deleteMessage": ("chat_id", "message_id"),
    "restrictChatMember": ("chat_id", "user_id", "permissions"),
    "banChatMember": ("chat_id", "user_id"),
    "unbanChatMember": ("chat_id", "user_id"),
    "createChatInviteLink": ("chat_id",),
}


def refusal(request: Request, chats: Chats) -> Reply | None:
    """Return the answer to a request that never reaches a method, or None."""
    account, token, method = target(request)
    if not token:
        return _error(404, "Not Found")
    if not chats.accepts(f"telegram/{account}", token):
        return _error(401, "Unauthorized")
    if method not in _NEEDED:
        return _error(404, "Not Found: method not found")
    return None


def target(request: Request) -> tuple[str, str, str]:
    """Return the bot's id (the token up to its colon), the token and the method."""
    token, _, method = request.path.removeprefix(PREFIX).partition("/")
    return token.partition(":")[0], token, method


def call_of(request: Request) -> Call:
    """Return the call in `request`; raise BadRequestError if its body cannot be read."""
    account, _, method = target(request)
    return Call("telegram", account, method, {**request.query, **_parameters(request)})


def _parameters(request: Request) -> Json:
    if "x-www-form-urlencoded" in request.headers.get("content-type", ""):
        return dict(parse_qsl(request.body.decode("utf-8", "replace")))
    return json_object(request.body)


def unreadable(error: BadRequestError) -> Reply:
    return _error(400, f"Bad Request: {error}")


def answer(call: Call, chats: Chats) -> Reply:
    """Do what `call` asks for and return the API's answer."""
    for name in _NEEDED[call.method]:
        if call.parameters.get(name) in (None, ""):
            return _error(400, _MISSING.get(name, f"Bad Request: {name} is not specified"))
    return _METHODS.get(call.method, _done)(call, chats)


_MISSING = {
    "chat_id": "Bad Request: chat_id is empty",
    "text": "Bad Request: message text is empty",
    "message_id": "Bad Request: message identifier is not specified",
    "user_id": "Bad Request: invalid user_id specified",
}


def broken(fault: Fault) -> Reply:
    """Return the answer to a call that meets `fault`."""
    if fault.kind == "kicked":
        return _error(403, "Forbidden: bot was kicked from the supergroup chat")
    if fault.kind == "token":
        return _error(401, "Unauthorized")
    if fault.kind == "429":
        wait = max(1, round(fault.seconds))
        text = f"Too Many Requests: retry after {wait}"
        return _error(429, text, {"retry_after": wait})
    return _error(500, "Internal Server Error")


def _done(call: Call, chats: Chats) -> Reply:
    return _ok(True)


def _me(call: Call, chats: Chats) -> Reply:
    number = int(call.account) if call.account.isdecimal() else 0
    return _ok({"id": number, "is_bot": True, "first_name": "bot", "username": "hearth_bot"})


def _member_count(call: Call, chats: Chats) -> Reply:
    return _ok(chats.group(f"telegram/{call.parameters['chat_id']}").members)


def _send(call: Call, chats: Chats) -> Reply:
    text, chat = str(call.parameters["text"]), call.parameters["chat_id"]
    if len(text) > MOST_CHARACTERS:
        return _error(400, "Bad Request: message is too long")
    sent = {"message_id": chats.next_message(), "chat": {"id": chat, "type": "supergroup"}}
    return _ok({**sent, "date": 0, "text": text})


def _delete(call: Call, chats: Chats) -> Reply:
    chat, message = call.parameters["chat_id"], call.parameters["message_id"]
    if chats.delete(f"telegram/{call.account}/{chat}/{message}"):
        return _ok(True)
    return _error(400, "Bad Request: message to delete not found")


def _invite_link(call: Call, chats: Chats) -> Reply:
    limit = call.parameters.get("member_limit", 1)
    if not isinstance(limit, int) or not 1 <= limit <= MOST_BY_A_LINK:
        return _error(400, "Bad Request: member_limit is invalid")
    told = ("name", "expire_date", "member_limit")
    kept = {name: call.parameters[name] for name in told if name in call.parameters}
    link = f"https://t.me/+simulated{chats.next_message()}"
    return _ok({"invite_link": link, "creates_join_request": False, "is_revoked": False, **kept})


_METHODS: dict[str, Callable[[Call, Chats], Reply]] = {
    "getMe": _me,
    "getChatMemberCount": _member_count,
    "sendMessage": _send,
    "deleteMessage": _delete,
    "createChatInviteLink": _invite_link,
}


def _ok(result: Any) -> Reply:
    return Reply(200, {"ok": True, "result": result})


def _error(code: int, text: str, parameters: Json | None = None) -> Reply:
    body: Json = {"ok": False, "error_code": code, "description": text}
    return Reply(code, {**body, "parameters": parameters} if parameters else body)
