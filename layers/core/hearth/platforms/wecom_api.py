"""WeCom's server API: ways into customer groups, and who came by them.

Sources: developer.work.weixin.qq.com documents 91039 (gettoken), 92229 (join ways), 92122
(groupchat/get).
Settings of an account: ``receive_id`` (the corporation's id) and ``corpsecret`` (of an app that may
use customer contact) for the token, ``api_base`` (for a relay of one's own).
"""

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from hearth.domain.actions import Action, FetchJoins, OpenWay, ShowWay
from hearth.domain.deliveries import Later, Outcome, Refused, Sent, Unclear
from hearth.domain.errors import Malformed
from hearth.platforms import wecom_errors, wecom_joins
from hearth.platforms.calls import (
    base_url,
    impossible,
    is_address,
    required,
    seconds_to_wait,
    unaccepted,
)
from hearth.ports import ApiRequest, ApiResponse, Token

PUBLIC_API = "https://qyapi.weixin.qq.com"
LONGEST_NAME = 30
"""Of a way's ``state`` and ``remark``."""
LONGEST_BASE = 40
"""Of the name that following groups begin with."""

_QR = 2
"""The scene of ways that are pictures."""
_LONGEST_DAY_S = 86_400
_CONFIG = re.compile(r"[\x21-\x7e]{1,128}")
_TOKEN = re.compile(r"[\x21-\x7e]{1,512}")


def token_request(secrets: Mapping[str, str]) -> ApiRequest:
    """The call that gives a token; raises Misconfigured naming the setting."""
    proof = {
        "corpid": required(secrets, "receive_id"),
        "corpsecret": required(secrets, "corpsecret"),
    }
    return ApiRequest(f"{_base(secrets)}/cgi-bin/gettoken?{urlencode(proof)}", {}, {}, "GET")


def token(response: ApiResponse) -> Token | Later | Refused:
    """The token in the answer, or why there is none."""
    trouble = _trouble(response)
    if trouble:
        return trouble
    value, seconds = response.content.get("access_token"), response.content.get("expires_in")
    if not isinstance(value, str) or not _TOKEN.fullmatch(value) or not isinstance(seconds, int):
        return Refused(f"{_NO_ANSWER}: there is no token in it")
    return Token(value, min(seconds, _LONGEST_DAY_S))


def refuses_token(response: ApiResponse) -> bool:
    """Whether the token has come to its end; nothing was done then."""
    return response.content.get("errcode") in wecom_errors.STALE_TOKEN


def request(chat: str, action: Action, secrets: Mapping[str, str]) -> ApiRequest:
    """The call of ``action`` with the token among ``secrets``; raises Misconfigured."""
    name, payload = _call(chat, action)
    # Anywhere else it would be ignored.
    proof = f"access_token={quote(required(secrets, 'access_token'), safe='')}"
    url = f"{_base(secrets)}/cgi-bin/externalcontact/groupchat/{name}?{proof}"
    return ApiRequest(url, payload, {})


def _call(chat: str, action: Action) -> tuple[str, dict[str, object]]:
    match action:
        case OpenWay():
            return "add_join_way", _way(chat, action)
        case ShowWay(config):
            return "get_join_way", {"config_id": config}
        case FetchJoins():
            return "get", {"chat_id": chat, "need_name": 0}
        case _:
            raise impossible(action)


def _way(chat: str, way: OpenWay) -> dict[str, object]:
    name = way.name[:LONGEST_NAME]
    payload: dict[str, object] = {
        "scene": _QR,
        "remark": name,
        "state": name,
        "chat_id_list": [chat],
        "auto_create_room": int(bool(way.base)),
    }
    if way.base:
        payload |= {"room_base_name": way.base[:LONGEST_BASE], "room_base_id": way.number}
    return payload


def outcome(action: Action, response: ApiResponse) -> Outcome:
    """What WeCom answered: HTTP says nothing, ``errcode`` everything."""
    if response.status == 429 or response.status >= 500:
        return unaccepted(action, response, seconds_to_wait(response))
    trouble = _trouble(response)
    if isinstance(trouble, Refused) and response.status < 400 and not _has_code(response):
        return Unclear(trouble.reason)
    try:
        return trouble or _done(action, response.content)
    except Malformed as error:
        return Refused(f"WeCom's answer cannot be read: {error}")


def _trouble(response: ApiResponse) -> Later | Refused | None:
    if response.status == 429 or response.status >= 500:
        return Later(seconds_to_wait(response), f"HTTP {response.status}")
    if not _has_code(response):
        return Refused(f"{_NO_ANSWER}: HTTP {response.status} without “errcode”")
    code = response.content["errcode"]
    words = str(response.content.get("errmsg") or "no reason given")[:300]
    return wecom_errors.meaning(code, words) if isinstance(code, int) and code else None


def _has_code(response: ApiResponse) -> bool:
    return type(response.content.get("errcode")) is int


_NO_ANSWER = "this is no answer of WeCom's, check the account's “api_base”"


def _done(action: Action, content: Mapping[str, object]) -> Outcome:
    match action:
        case OpenWay():
            return _opened(content)
        case ShowWay():
            return _shown(content)
        case FetchJoins(since):
            facts = wecom_joins.facts(content, since)
            return Sent(f"{len(facts)} who came", facts=facts)
        case _:
            return Sent()


def _opened(content: Mapping[str, object]) -> Outcome:
    config = content.get("config_id")
    if not isinstance(config, str) or not _CONFIG.fullmatch(config):
        return Unclear("a way was opened, but its “config_id” was not told: it cannot be used")
    return Sent(config, {"config": config})


def _shown(content: Mapping[str, object]) -> Outcome:
    way = content.get("join_way")
    address = way.get("qr_code") if isinstance(way, Mapping) else None
    if not is_address(address):
        return Refused("WeCom shows no QR code of this way")
    return Sent(str(address), {"picture": str(address)})


def _base(secrets: Mapping[str, str]) -> str:
    return base_url(secrets.get("api_base") or PUBLIC_API)
