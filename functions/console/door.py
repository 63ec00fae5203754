"""Who comes in: checked before a request is parsed any further.

Everything below /api/ needs a session or a token, except what :data:`OPEN` names exactly.
Viewers only read. What is for owners alone is held by the use cases.
"""

import hmac
from collections.abc import Mapping
from typing import Any

from functions.console.cookies import session_of
from functions.console.desk import Desk
from functions.console.origin import own_origins, source_address
from hearth.domain.errors import Forbidden, Unauthenticated
from hearth.domain.operators import Actor, OperatorRole
from hearth.runtime.http import headers, method

Event = Mapping[str, Any]

OPEN = {
    ("POST", "/api/session"),
    ("POST", "/api/session/link"),
    ("GET", "/api/openapi.json"),
    ("POST", "/api/refill"),
    ("POST", "/api/refill/look"),
    ("POST", "/api/refill/picture"),
}
"""What can be asked without being logged in; for a refill the token in the body is the proof."""

_BY_ALL = {("DELETE", "/api/session"), ("POST", "/api/session/password")}
"""Changes that concern only the one who makes them, whatever his role."""


def admit(at: Desk, event: Event) -> Actor | None:
    """Who asks; None for what is open to all.

    Raises Unauthenticated, Forbidden.
    """
    asked = (method(event), str(event.get("rawPath", "")))
    sent = headers(event)
    reads = asked[0] in ("GET", "HEAD")
    if not reads:
        _require_own_page(at, event, sent)
    if asked in OPEN:
        return None
    if "authorization" in sent:
        actor = _machine(at, event, sent["authorization"])
    else:
        actor = _person(at, event, sent, reads)
    if not reads and asked not in _BY_ALL:
        actor.require(OperatorRole.OPERATOR)
    return actor


def _machine(at: Desk, event: Event, authorization: str) -> Actor:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated("expected “Authorization: Bearer <token>”")
    return at.login.by_token(token.strip(), source_address(event))


def _person(at: Desk, event: Event, sent: Mapping[str, str], reads: bool) -> Actor:
    session = session_of(at, event)
    operator = at.login.current(session.operator, session.epoch)
    token = sent.get("x-csrf-token", "").encode("utf-8", "replace")
    if not reads and not hmac.compare_digest(token, at.sessions.csrf(session).encode()):
        raise Forbidden("the header X-CSRF-Token does not fit this session: reload the page")
    return Actor(operator.name, operator.role, session.via, source_address(event))


def _require_own_page(at: Desk, event: Event, sent: Mapping[str, str]) -> None:
    """Refuse what a page of another site sent; programs send neither header."""
    site, origin = sent.get("sec-fetch-site"), sent.get("origin")
    if site is not None and site != "same-origin":
        raise Forbidden("this request comes from another site")
    if origin is not None and origin not in own_origins(at.public_url, event):
        raise Forbidden("this request comes from another origin")
