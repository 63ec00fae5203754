"""What the person at the simulator may ask: see calls, plan faults, set tokens and groups.

GET /calls[?platform=&account=&method=&outcome=]   the calls, oldest first
DELETE /calls                                      forget them
POST /faults {"method", "kind", "times"}           let the next calls go wrong; DELETE forgets
PUT /tokens {"onebot/10001": "…"}                  accept this token only
PUT /groups {"onebot/8765": {"name", "members", "limit"}}
PUT /members {"wecom/wr1": [{"userid", "join_time", "join_scene", "state"}]}   who is in a group
"""

from collections.abc import Callable
from typing import Any

from infra.local.simulator.chats import Chats
from infra.local.simulator.faults import Faults
from infra.local.simulator.record import Record
from infra.local.simulator.wire import BadRequestError, Reply, Request, json_object

_FILTERS = ("platform", "account", "method", "outcome")


_SETTERS: dict[str, Callable[[Chats, str, Any], None]] = {
    "/tokens": Chats.set_token,
    "/groups": Chats.describe,
    "/members": Chats.list_members,
}


def control(request: Request, record: Record, faults: Faults, chats: Chats) -> Reply:
    """Return the answer to a request of the person at the simulator."""
    try:
        return _control(request, record, faults, chats)
    except (BadRequestError, AttributeError, TypeError, ValueError) as error:
        return Reply(400, {"message": str(error)})


def _control(request: Request, record: Record, faults: Faults, chats: Chats) -> Reply:
    match request.method, request.path:
        case "GET", "/":
            return Reply(200, {"help": (__doc__ or "").splitlines()})
        case "GET", "/calls":
            wanted = {k: v for k, v in request.query.items() if k in _FILTERS}
            return Reply(200, record.matching(wanted))
        case "DELETE", "/calls":
            record.clear()
        case "POST", "/faults":
            faults.plan(json_object(request.body))
        case "DELETE", "/faults":
            faults.clear()
        case "PUT", path if path in _SETTERS:
            for key, wish in json_object(request.body).items():
                _SETTERS[path](chats, key, wish)
        case _:
            return Reply(404, {"message": "not found; GET / lists what there is"})
    return Reply(204, None)
