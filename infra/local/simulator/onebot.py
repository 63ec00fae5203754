"""The OneBot 11 action API over HTTP, as NapCat answers it.

`POST /onebot/{account}/{action}`: `http://…/onebot/{account}` is the account's API base.
Source: botuniverse/onebot-11 (communication/http, api/public) and NapNeko/NapCatQQ.
"""

from collections.abc import Callable
from typing import Any

from infra.local.simulator.chats import Chats
from infra.local.simulator.faults import Fault
from infra.local.simulator.wire import BadRequestError, Call, Json, Reply, Request, json_object

PREFIX = "/onebot/"
OK, ASYNC_ACCEPTED, FAILED, BAD_PARAMETERS = 0, 1, 200, 1400
_SUFFIXES = ("_async", "_rate_limited")
_NUMBERS = {
    "send_group_msg": ("group_id",),
    "send_private_msg": ("user_id",),
    "delete_msg": ("message_id",),
    "set_group_kick": ("group_id", "user_id"),
    "set_group_ban": ("group_id", "user_id", "duration"),
    "get_group_info": ("group_id",),
    "get_group_member_list": ("group_id",),
    "get_login_info": (),
    "get_status": (),
}


def refusal(request: Request, chats: Chats) -> Reply | None:
    """Return the answer to a request that never reaches an action, or None."""
    account, action = target(request)
    token = _token(request)
    if not token:
        return Reply(401, {"message": "token missing"})
    if not chats.accepts(f"onebot/{account}", token):
        return Reply(403, {"message": "token verify failed!"})
    if _plain(action) not in _NUMBERS:
        return Reply(404, {"message": f"no action {action}"})
    if "application/json" not in request.headers.get("content-type", ""):
        return Reply(406, {"message": "the content type must be application/json"})
    return None


def target(request: Request) -> tuple[str, str]:
    """Return the account and the action that the path names."""
    account, _, action = request.path.removeprefix(PREFIX).partition("/")
    return account, action


def call_of(request: Request) -> Call:
    """Return the call in `request`; raise BadRequestError if its body is no JSON object."""
    account, action = target(request)
    return Call("onebot", account, _plain(action), json_object(request.body))


def unreadable(error: BadRequestError) -> Reply:
    return Reply(400, {"message": str(error)})


def answer(call: Call, chats: Chats) -> Reply:
    """Do what `call` asks for and return NapCat's answer; HTTP 200 also when it failed."""
    for name in _NUMBERS[call.method]:
        if not _is_number(call.parameters.get(name)):
            return _failed(BAD_PARAMETERS, f"{name} is missing or not a number")
    if call.method.startswith("send_") and not call.parameters.get("message"):
        return _failed(BAD_PARAMETERS, "message is missing or empty")
    return _ACTIONS.get(call.method, _done)(call, chats)


def broken(fault: Fault) -> Reply:
    """Return the answer to a call that meets `fault`."""
    if fault.kind == "kicked":
        return _failed(FAILED, "the bot is not in this group")
    if fault.kind == "token":
        return Reply(403, {"message": "token verify failed!"})
    if fault.kind == "429":
        return Reply(429, {"message": "too many requests"}, {"Retry-After": f"{fault.seconds:g}"})
    return Reply(500, {"message": "internal server error"})


def _done(call: Call, chats: Chats) -> Reply:
    return _ok(None)


def _send(call: Call, chats: Chats) -> Reply:
    return _ok({"message_id": chats.next_message()})


def _delete(call: Call, chats: Chats) -> Reply:
    if chats.delete(f"onebot/{call.account}/{call.parameters['message_id']}"):
        return _ok(None)
    return _failed(FAILED, "the message does not exist")


def _group_info(call: Call, chats: Chats) -> Reply:
    number = int(call.parameters["group_id"])
    group = chats.group(f"onebot/{number}")
    return _ok(
        {
            "group_id": number,
            "group_name": group.name,
            "member_count": group.members,
            "max_member_count": group.limit,
        }
    )


def _member_list(call: Call, chats: Chats) -> Reply:
    number = int(call.parameters["group_id"])
    members = range(1, chats.group(f"onebot/{number}").members + 1)
    return _ok([_member(number, n) for n in members])


def _member(group: int, number: int) -> Json:
    name = f"member {number}"
    role = "owner" if number == 1 else "member"
    return {"group_id": group, "user_id": number, "nickname": name, "card": "", "role": role}


def _login_info(call: Call, chats: Chats) -> Reply:
    return _ok({"user_id": int(call.account or 0), "nickname": "bot"})


def _status(call: Call, chats: Chats) -> Reply:
    return _ok({"online": True, "good": True})


_ACTIONS: dict[str, Callable[[Call, Chats], Reply]] = {
    "send_group_msg": _send,
    "send_private_msg": _send,
    "delete_msg": _delete,
    "get_group_info": _group_info,
    "get_group_member_list": _member_list,
    "get_login_info": _login_info,
    "get_status": _status,
}


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme == "Bearer" else request.query.get("access_token", "")


def _plain(action: str) -> str:
    for suffix in _SUFFIXES:
        action = action.removesuffix(suffix)
    return action


def _is_number(value: Any) -> bool:
    return str(value).removeprefix("-").isdecimal() and not isinstance(value, bool)


def _ok(data: Any) -> Reply:
    return Reply(200, {"status": "ok", "retcode": OK, "data": data, "message": "", "wording": ""})


def _failed(code: int, text: str) -> Reply:
    body = {"status": "failed", "retcode": code, "data": None, "message": text, "wording": text}
    return Reply(200, body)
