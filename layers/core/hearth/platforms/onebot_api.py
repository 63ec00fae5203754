"""OneBot 11's action API over HTTP: what Hearth does in QQ groups.

Sources: botuniverse/onebot-11 (communication/http, api/public), NapNeko/NapCatQQ.
Settings of an account: ``api_base`` (required), ``access_token`` (when the program wants one).
"""

from collections.abc import Mapping

from hearth.domain.actions import Action, DeleteMessage, Kick, Mute, PostText
from hearth.domain.deliveries import Outcome, Refused, Sent, Unclear
from hearth.platforms.calls import (
    base_url,
    impossible,
    number,
    positive,
    required,
    seconds_to_wait,
    unaccepted,
)
from hearth.ports import ApiRequest, ApiResponse

_WITHOUT_ANSWER = "answered without a OneBot status: check the account's “api_base”"


def request(chat: str, action: Action, secrets: Mapping[str, str]) -> ApiRequest:
    """The call of ``action``; raises Misconfigured naming the setting or field."""
    base = base_url(required(secrets, "api_base"))
    name, payload = _call(action)
    if not isinstance(action, DeleteMessage):
        payload["group_id"] = number("chat", chat)
    token = secrets.get("access_token", "")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return ApiRequest(f"{base}/{name}", payload, headers)


def _call(action: Action) -> tuple[str, dict[str, object]]:
    match action:
        case PostText(text):
            # As a segment: in a string, “[CQ:…]” inside the text would be carried out.
            return "send_group_msg", {"message": [{"type": "text", "data": {"text": text}}]}
        case DeleteMessage(message):
            return "delete_msg", {"message_id": number("message", message)}
        case Mute(member, seconds):
            # Always with a duration: programs differ in what they assume without.
            return "set_group_ban", {
                "user_id": number("member", member),
                "duration": positive(seconds),
            }
        case Kick(member):
            return "set_group_kick", {
                "user_id": number("member", member),
                "reject_add_request": False,
            }
        case _:
            raise impossible(action)


def outcome(action: Action, response: ApiResponse) -> Outcome:
    """What the program answered; ``retcode`` values differ between programs, ``status`` not."""
    refusal = _REFUSALS.get(response.status)
    if refusal:
        return Refused(refusal)
    if response.status == 429 or response.status >= 500:
        return unaccepted(action, response, seconds_to_wait(response))
    status = response.content.get("status")
    if status in ("ok", "async"):
        return Sent(_message_id(response))
    if status == "failed":
        return Refused(_wording(response))
    if response.status >= 400:
        return Refused(f"HTTP {response.status}: {_wording(response)}")
    return Unclear(f"HTTP {response.status} {_WITHOUT_ANSWER}")


_REFUSALS = {
    401: "the OneBot program wants a token (HTTP 401): set the account's “access_token”",
    403: "the OneBot program refuses the token (HTTP 403): check the account's “access_token”",
    404: "no such action or address (HTTP 404): check the account's “api_base”",
}


def _message_id(response: ApiResponse) -> str:
    data = response.content.get("data")
    message = data.get("message_id") if isinstance(data, Mapping) else None
    return str(message) if isinstance(message, int | str) else ""


def _wording(response: ApiResponse) -> str:
    found = (response.content.get(key) for key in ("wording", "message", "msg", "retcode"))
    return str(next((value for value in found if value), "no reason given"))[:300]
