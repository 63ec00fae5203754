"""What was changed by whom."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Limit, Listing, RoleName, View
from functions.console.api.resource import Resource
from hearth.domain.audit import AuditEntry, month_of
from hearth.domain.operators import OperatorRole

resource = Resource("audit")

Month = Annotated[
    str, Query(pattern=r"^(20\d\d-(0[1-9]|1[0-2]))?$", description="YYYY-MM in UTC; now if empty")
]


class AuditView(View):
    """One change."""

    id: str
    at: int = Field(description="ms since 1970")
    who: str
    role: RoleName
    via: str = Field(description="`password`, `link`, `token`, `command` or `refill`")
    address: str = Field(description="The client's IP address")
    what: str = Field(description="Such as `community.create`")
    on: str = Field(description="Key of what was changed")
    before: dict[str, Any]
    after: dict[str, Any]
    failed: str = Field(description="Why it was not made after all; empty when it was")


class AuditList(Listing):
    """Changes of a month, newest first."""

    items: list[AuditView]


@resource.get("/api/audit")
def list_audit(
    asking: Asking, at: At, month: Month = "", cursor: Cursor = "", limit: Limit = 50
) -> AuditList:
    """List changes. For operators and owners: it names people's addresses."""
    asking.require(OperatorRole.OPERATOR)
    items, following = at.audit.of_month(month or month_of(at.clock()), cursor, limit)
    return AuditList(items=[_view(item) for item in items], next=following or None)


def _view(entry: AuditEntry) -> AuditView:
    return AuditView(
        id=entry.id,
        at=entry.at,
        who=entry.actor.name,
        role=entry.actor.role.value,
        via=entry.actor.via,
        address=entry.actor.address,
        what=entry.what,
        on=entry.on,
        before=dict(entry.before),
        after=dict(entry.after),
        failed=entry.failed,
    )
