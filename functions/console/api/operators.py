"""People with access. For owners."""

from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Input, Limit, Listing, RoleName, View
from functions.console.api.resource import Resource
from hearth.domain.operators import Operator, OperatorRole

resource = Resource("operators")


class NewOperator(Input):
    """Somebody to give access to."""

    name: str = Field(min_length=1, max_length=100)
    role: RoleName


class OperatorChanges(Input):
    """What to change; what is left out stays."""

    role: RoleName | None = None
    disabled: bool | None = Field(None, description="true shuts out and ends all sessions")


class OperatorView(View):
    """A person with access."""

    name: str
    role: RoleName
    disabled: bool
    has_password: bool
    created: int = Field(description="ms since 1970")


class OperatorList(Listing):
    """Operators by name."""

    items: list[OperatorView]


class LoginLinkView(View):
    """A way in that works once, within 15 minutes. It is shown only here."""

    login_path: str = Field(description="Path of the page, with the token behind the #")


class InvitedOperator(View):
    """A new operator and his first way in."""

    operator: OperatorView
    login_path: str = Field(description="Works once, within 15 minutes; shown only here")


@resource.get("/api/operators")
def list_operators(asking: Asking, at: At, cursor: Cursor = "", limit: Limit = 50) -> OperatorList:
    """List operators."""
    items, following = at.operators.page(asking, cursor, limit)
    return OperatorList(items=[_view(item) for item in items], next=following or None)


@resource.post("/api/operators", 409)
def create_operator(asking: Asking, at: At, wanted: NewOperator) -> InvitedOperator:
    """Give somebody access."""
    operator, token = at.operators.create(asking, wanted.name, OperatorRole(wanted.role))
    return InvitedOperator(operator=_view(operator), login_path=login_path(token))


@resource.patch("/api/operators/<name>", 404, 409)
def change_operator(asking: Asking, at: At, name: str, changes: OperatorChanges) -> OperatorView:
    """Change somebody's role, shut him out or let him in again."""
    role = OperatorRole(changes.role) if changes.role else None
    return _view(at.operators.change(asking, name, role, changes.disabled))


@resource.post("/api/operators/<name>/link", 404, 409)
def create_login_link(asking: Asking, at: At, name: str) -> LoginLinkView:
    """Make a new login link for somebody."""
    return LoginLinkView(login_path=login_path(at.operators.new_link(asking, name)))


def login_path(token: str) -> str:
    """Where a one-time link leads: what is behind the # never reaches a server's log."""
    return f"/console/login#{token}"


def _view(operator: Operator) -> OperatorView:
    return OperatorView(
        name=operator.name,
        role=operator.role.value,
        disabled=operator.disabled,
        has_password=bool(operator.password_hash),
        created=operator.created,
    )
