"""What a request tells of a scan."""

from functions.livecode.cookies import cookie_name
from hearth.domain.errors import NotFound
from hearth.domain.livecodes import is_channel, is_code
from hearth.domain.scans import Scan
from hearth.domain.visitors import is_robot, recall
from hearth.runtime import http
from hearth.runtime.clock import now_ms


def scan_of(event: http.Event, key: str) -> Scan:
    """The scan in an HTTP API event; raises NotFound for what cannot be a code or a channel.

    ``key`` is what visitors' cookies are signed with.
    """
    code, channel = (http.path_parameter(event, name) for name in ("code", "channel"))
    if not is_code(code) or not is_channel(channel):
        raise NotFound("there is no such live code")
    robot = is_robot(http.method(event), http.headers(event).get("user-agent", ""))
    cookie = http.cookies(event).get(cookie_name(code), "")
    remembered = recall(key, code, cookie) if cookie and not robot else ""
    return Scan(code, now_ms(), channel, robot, remembered)
