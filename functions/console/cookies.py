"""The session's cookies.

``hearth-session`` is signed, HttpOnly and SameSite=Strict: nothing but the page itself calls the
interface, so Strict breaks no link into the console. ``hearth-csrf`` can be read by the page.
Over https both carry the prefix ``__Host-``, which binds them to this host and to https.
"""

from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.shared.cookies import Cookie, SameSite

from functions.console.desk import Desk
from functions.console.origin import is_secure
from hearth.domain.errors import Unauthenticated
from hearth.runtime.http import cookies
from hearth.runtime.sessions import SESSION_S, Session

_SESSION = "hearth-session"
_CSRF = "hearth-csrf"

Event = Mapping[str, Any]


def session_of(at: Desk, event: Event) -> Session:
    """The session of the request's cookie; raises Unauthenticated."""
    value = cookies(event).get(_name(_SESSION, event))
    if not value:
        raise Unauthenticated("log in first")
    return at.sessions.read(value, at.clock())


def opening_cookies(at: Desk, event: Event, session: Session) -> list[Cookie]:
    """What a browser keeps of a new session."""
    return [
        _cookie(_SESSION, at.sessions.sign(session), event, SESSION_S, http_only=True),
        _cookie(_CSRF, at.sessions.csrf(session), event, SESSION_S, http_only=False),
    ]


def closing_cookies(event: Event) -> list[Cookie]:
    """What makes a browser forget its session."""
    return [
        _cookie(_SESSION, "", event, 0, http_only=True),
        _cookie(_CSRF, "", event, 0, http_only=False),
    ]


def _cookie(name: str, value: str, event: Event, seconds: int, *, http_only: bool) -> Cookie:
    return Cookie(
        name=_name(name, event),
        value=value,
        path="/",
        secure=is_secure(event),
        http_only=http_only,
        same_site=SameSite.STRICT_MODE,
        max_age=seconds,
    )


def _name(name: str, event: Event) -> str:
    return f"__Host-{name}" if is_secure(event) else name
