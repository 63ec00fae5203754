"""Machines with access. For owners."""

from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Input, Limit, Line, Listing, RoleName, View
from functions.console.api.resource import Resource
from functions.console.api.session import Done
from hearth.domain.operators import ApiToken, OperatorRole

resource = Resource("tokens")


class NewToken(Input):
    """A machine to give access to."""

    name: Line
    role: RoleName


class TokenView(View):
    """A machine with access."""

    id: str
    name: str
    role: RoleName
    created: int = Field(description="ms since 1970")
    created_by: str


class IssuedToken(View):
    """A new token, shown only here."""

    token: TokenView
    secret: str = Field(description="Send it as `Authorization: Bearer …`; it is not kept")


class TokenList(Listing):
    """Tokens by id."""

    items: list[TokenView]


@resource.get("/api/tokens")
def list_tokens(asking: Asking, at: At, cursor: Cursor = "", limit: Limit = 50) -> TokenList:
    """List API tokens."""
    items, following = at.tokens.page(asking, cursor, limit)
    return TokenList(items=[_view(item) for item in items], next=following or None)


@resource.post("/api/tokens")
def create_token(asking: Asking, at: At, wanted: NewToken) -> IssuedToken:
    """Make an API token."""
    token, secret = at.tokens.create(asking, wanted.name, OperatorRole(wanted.role))
    return IssuedToken(token=_view(token), secret=secret)


@resource.delete("/api/tokens/<token>", 404)
def remove_token(asking: Asking, at: At, token: str) -> Done:
    """Revoke an API token."""
    at.tokens.remove(asking, token)
    return Done()


def _view(token: ApiToken) -> TokenView:
    return TokenView(
        id=token.id,
        name=token.name,
        role=token.role.value,
        created=token.created,
        created_by=token.created_by,
    )
