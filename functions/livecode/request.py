"""What a request tells of a scan."""

from collections.abc import Mapping
from urllib.parse import unquote

from functions.livecode.cookies import cookie_name
from hearth.domain.errors import NotFound
from hearth.domain.livecodes import is_channel, is_code
from hearth.domain.scans import Scan
from hearth.domain.visitors import device, is_robot, recall
from hearth.runtime import http
from hearth.runtime.clock import now_ms

_EARLY = ("sec-purpose", "purpose", "x-purpose", "x-moz")
"""Headers by which browsers say that nobody has asked for the page yet."""


def scan_of(event: http.Event, key: str) -> Scan:
    """The scan in an HTTP API event; raises NotFound for what leads to no code.

    ``key`` is what visitors' cookies and invitations are signed with.
    """
    code, channel, person = _way(event, key)
    agent = http.headers(event).get("user-agent", "")
    if is_robot(http.method(event), agent):
        return Scan(code, now_ms(), channel, robot=True, person=person)
    cookie = http.cookies(event).get(cookie_name(code), "")
    remembered = recall(key, code, cookie) if cookie else ""
    return Scan(code, now_ms(), channel, False, remembered, device(agent), person)


def is_prefetch(event: http.Event) -> bool:
    """Whether a browser fetches the page in case somebody will want to see it."""
    if http.method(event) not in ("GET", "HEAD"):
        # Forms are only sent by somebody, and what he leaves must not be lost.
        return False
    headers = http.headers(event)
    purposes = " ".join(headers.get(name, "") for name in _EARLY).lower()
    return "prefetch" in purposes or "preview" in purposes


def _way(event: http.Event, key: str) -> tuple[str, str, str]:
    """Code, channel and person."""
    words = event.get("pathParameters") or _taken_apart(str(event.get("rawPath", "")))
    if token := words.get("token"):
        return _by_invitation(token, key)
    code, channel = (str(words.get(name) or "") for name in ("code", "channel"))
    if not is_code(code) or not is_channel(channel):
        raise NotFound("there is no such live code")
    return code, channel or _source(event), ""


def _taken_apart(path: str) -> Mapping[str, str]:
    """What the API's routes would find in the path; behind a Function URL there are no routes."""
    _, kind, *words = [*unquote(path).split("/"), ""]
    names = {"c": ("code", "channel"), "i": ("token",)}.get(kind, ())
    return dict(zip(names, words, strict=False)) if len(words) <= len(names) + 1 else {}


def _by_invitation(token: str, key: str) -> tuple[str, str, str]:
    # Only who was invited by name needs it.
    from hearth.domain.invitations import read_token

    if found := read_token(key, token):
        return found.code, found.channel, found.person
    raise NotFound("there is no such invitation")


def _source(event: http.Event) -> str:
    """What an advertiser calls the channel. He chose the word, so a strange one is no mistake."""
    named = http.query(event).get("utm_source", "")
    return named if is_channel(named) else ""
