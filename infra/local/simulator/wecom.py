"""WeCom's server API over HTTP: tokens, ways into customer groups, and their members.

`GET /cgi-bin/gettoken`, then `POST /cgi-bin/externalcontact/groupchat/<method>?access_token=…`.
The account is the corporation's id. HTTP is 200 also when a call failed: `errcode` tells.
Source: developer.work.weixin.qq.com documents 91039, 92229, 92122.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from infra.local.simulator.chats import Chats
from infra.local.simulator.faults import Fault
from infra.local.simulator.way_picture import PICTURE
from infra.local.simulator.wire import BadRequestError, Call, Json, Reply, Request, json_object

PREFIX = "/cgi-bin/"
TOKEN_SECONDS = 7200
MOST_GROUPS_OF_A_WAY = 5
_GROUPCHAT = "externalcontact/groupchat/"
_NEEDED = {
    "gettoken": (),
    "add_join_way": ("scene", "chat_id_list"),
    "get_join_way": ("config_id",),
    "get": ("chat_id",),
}
_NO_SUCH_METHOD, _NO_TOKEN, _BAD_TOKEN, _OLD_TOKEN = 40066, 41001, 40014, 42001
_BAD_SECRET, _MISSING, _TOO_MANY_GROUPS, _NO_SUCH_WAY = 40001, 40058, 41091, 41044
_NOT_IN_GROUP, _TOO_FAST = 86003, 45009


def refusal(request: Request, chats: Chats) -> Reply | None:
    """Return the answer to a request that never reaches a method, or None."""
    if request.path == f"{PREFIX}way.png":
        return Reply(200, PICTURE, {"Content-Type": "image/png"})
    method = target(request)
    if method not in _NEEDED:
        return _error(_NO_SUCH_METHOD, "invalid url")
    if method == "gettoken":
        return None
    token = request.query.get("access_token", "")
    if not token:
        return _error(_NO_TOKEN, "access_token missing")
    return None if _is_given(token) else _error(_BAD_TOKEN, "invalid access_token")


def target(request: Request) -> str:
    """Return the method that the path names."""
    return request.path.removeprefix(PREFIX).removeprefix(_GROUPCHAT)


def call_of(request: Request) -> Call:
    """Return the call in `request`; raise BadRequestError if its body is no JSON object."""
    method = target(request)
    query, origin = request.query, f"http://{request.headers.get('host', '')}"
    if method == "gettoken":
        return Call("wecom", query.get("corpid", ""), method, dict(query), origin)
    account = query["access_token"].partition(".")[0]
    return Call("wecom", account, method, json_object(request.body), origin)


def unreadable(error: BadRequestError) -> Reply:
    return _error(47001, f"data format error: {error}")


def answer(call: Call, chats: Chats) -> Reply:
    """Do what `call` asks for and return the API's answer."""
    for name in _NEEDED[call.method]:
        if not call.parameters.get(name):
            return _error(_MISSING, f"{name} missing")
    return _METHODS[call.method](call, chats)


def broken(fault: Fault) -> Reply:
    """Return the answer to a call that meets `fault`."""
    if fault.kind == "kicked":
        return _error(_NOT_IN_GROUP, "chat not exist")
    if fault.kind == "429":
        return _error(_TOO_FAST, "api freq out of limit")
    if fault.kind == "token":
        return _error(_OLD_TOKEN, "access_token expired")
    return Reply(500, {"message": "internal server error"})


def _token(call: Call, chats: Chats) -> Reply:
    secret = str(call.parameters.get("corpsecret", ""))
    call.parameters["corpsecret"] = "***"
    if not call.account or not chats.accepts(f"wecom/{call.account}", secret):
        return _error(_BAD_SECRET, "invalid credential")
    value = _token_of(call.account)
    return _ok({"access_token": value, "expires_in": TOKEN_SECONDS})


def _open(call: Call, chats: Chats) -> Reply:
    groups = call.parameters["chat_id_list"]
    if not isinstance(groups, list) or len(groups) > MOST_GROUPS_OF_A_WAY:
        return _error(_TOO_MANY_GROUPS, "chat_id_list too long")
    config = hashlib.sha256(f"{call.account} {chats.next_message()}".encode()).hexdigest()[:32]
    chats.open_way(f"wecom/{config}", call.parameters)
    return _ok({"config_id": config})


def _show(call: Call, chats: Chats) -> Reply:
    config = str(call.parameters["config_id"])
    way = chats.way(f"wecom/{config}")
    if way is None:
        return _error(_NO_SUCH_WAY, "invalid config_id")
    picture = f"{call.origin}{PREFIX}way.png?config={config}"
    return _ok({"join_way": {"config_id": config, **way, "qr_code": picture}})


def _members(call: Call, chats: Chats) -> Reply:
    chat = str(call.parameters["chat_id"])
    group = chats.group(f"wecom/{chat}")
    found = {"chat_id": chat, "name": group.name, "owner": "boss", "create_time": 1}
    return _ok({"group_chat": {**found, "member_list": chats.members(f"wecom/{chat}")}})


_METHODS: dict[str, Callable[[Call, Chats], Reply]] = {
    "gettoken": _token,
    "add_join_way": _open,
    "get_join_way": _show,
    "get": _members,
}


def _token_of(account: str) -> str:
    return f"{account}.{hashlib.sha256(account.encode()).hexdigest()}"


def _is_given(token: str) -> bool:
    return token == _token_of(token.partition(".")[0])


def _ok(content: Any) -> Reply:
    return Reply(200, {"errcode": 0, "errmsg": "ok", **content})


def _error(code: int, text: str) -> Reply:
    body: Json = {"errcode": code, "errmsg": text}
    return Reply(200, body)
