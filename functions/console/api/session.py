"""The session of whoever sits at the page."""

from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from pydantic import Field

from functions.console.api.context import Asking, At, Raw
from functions.console.api.fields import Input, RoleName, View
from functions.console.api.resource import Resource
from functions.console.cookies import closing_cookies, opening_cookies, session_of
from functions.console.origin import source_address
from hearth.domain.errors import Forbidden
from hearth.domain.operators import Operator
from hearth.runtime.sessions import Session

resource = Resource("session")

Password = Annotated[str, Field(min_length=1, max_length=200)]


class Credentials(Input):
    """Name and password. Blanks around a password belong to it."""

    model_config = {"str_strip_whitespace": False}

    name: str = Field(min_length=1, max_length=100)
    password: Password


class LinkToken(Input):
    """What stands behind the # of a login link."""

    token: str = Field(min_length=1, max_length=100)


class NewPassword(Input):
    """A new password; the current one too, unless the session was opened by a link."""

    model_config = {"str_strip_whitespace": False}

    password: Password
    current: Password | None = None


class SessionView(View):
    """Who is logged in."""

    name: str
    role: RoleName
    via: str = Field(description="`password`, `link` or `token`")
    has_password: bool
    expires: int | None = Field(description="ms since 1970; null for a token")
    csrf: str | None = Field(
        description="Send it as the header X-CSRF-Token with every change; null for a token"
    )


class Done(View):
    """Nothing more to say."""

    done: bool = True


@resource.post("/api/session", 429)
def open_session(at: At, raw: Raw, wanted: Credentials) -> Response[SessionView]:
    """Log in by name and password.

    Answers with the session's cookies. Too many attempts for a name or from an address are
    refused for a while.
    """
    operator = at.login.by_password(wanted.name, wanted.password, source_address(raw))
    return _opened(at, raw, operator, "password")


@resource.post("/api/session/link", 429)
def open_session_by_link(at: At, raw: Raw, wanted: LinkToken) -> Response[SessionView]:
    """Log in by a one-time link, which is spent by this."""
    operator = at.login.by_link(wanted.token, source_address(raw))
    return _opened(at, raw, operator, "link")


@resource.get("/api/session")
def get_session(asking: Asking, at: At, raw: Raw) -> SessionView:
    """Show who is logged in."""
    if asking.via == "token":
        return SessionView(
            name=asking.name,
            role=asking.role.value,
            via="token",
            has_password=False,
            expires=None,
            csrf=None,
        )
    return _view(at, session_of(at, raw), at.login.operators.get(asking.name))


@resource.delete("/api/session")
def close_session(asking: Asking, at: At, raw: Raw) -> Response[Done]:
    """Log out: ends all sessions of the operator, on every device."""
    _require_person(asking.via)
    at.login.end(asking)
    return Response(200, "application/json", Done(), cookies=closing_cookies(raw))


@resource.post("/api/session/password", 409, 429, status=200)
def set_password(asking: Asking, at: At, raw: Raw, wanted: NewPassword) -> Response[SessionView]:
    """Choose a new password: ends all other sessions of the operator."""
    _require_person(asking.via)
    operator = at.login.set_password(asking, wanted.password, wanted.current)
    return _opened(at, raw, operator, "password", status=200)


def _require_person(via: str) -> None:
    if via == "token":
        raise Forbidden("a token has neither session nor password")


def _opened(
    at: At, raw: Raw, operator: Operator, via: str, status: int = 201
) -> Response[SessionView]:
    session = at.sessions.open(operator.name, operator.epoch, via, at.clock())
    cookies = opening_cookies(at, raw, session)
    return Response(status, "application/json", _view(at, session, operator), cookies=cookies)


def _view(at: At, session: Session, operator: Operator) -> SessionView:
    return SessionView(
        name=operator.name,
        role=operator.role.value,
        via=session.via,
        has_password=bool(operator.password_hash),
        expires=session.expires,
        csrf=at.sessions.csrf(session),
    )
