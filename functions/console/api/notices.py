"""What the operators must know or do."""

from typing import Annotated, Literal

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Limit, Listing, View
from functions.console.api.resource import Resource
from hearth.domain.notices import EVERYWHERE, Fact, Notice

resource = Resource("notices")

Wanted = Annotated[Literal["open", "all"], Query(description="`open`: not yet dealt with")]


class NoticeView(View):
    """A notice. Its facts are to be put into words by whoever shows it."""

    id: str
    kind: str = Field(
        description="`livecode-expiring`, `livecode-filling`, `livecode-full`, "
        "`livecode-next-group` or `domain-blocked`; there may be more"
    )
    subject: str = Field(description="What it is about, such as `livecode:abcd`")
    facts: dict[str, Fact] = Field(
        description="Names ending in `_at` are ms since 1970, 0: unknown"
    )
    raised: int = Field(description="ms since 1970")
    urgency: Literal["info", "warning", "alarm"]
    is_task: bool = Field(description="Somebody must do what Hearth or a platform cannot")
    link: str = Field(description="Path in the console where something can be done about it")
    told: int = Field(description="When operators were told by mail, ms since 1970; 0 for not yet")
    done: int = Field(description="When it was dealt with, ms since 1970; 0 for not yet")
    by: str = Field(description="Who has dealt with it; empty when that was Hearth itself")


class NoticeList(Listing):
    """Notices, newest first."""

    items: list[NoticeView]


class NoticeCount(View):
    """How many notices wait to be dealt with."""

    open: int = Field(description="Counted up to 100")


@resource.get("/api/communities/<community>/notices", 404)
def list_notices(
    at: At, community: str, state: Wanted = "all", cursor: Cursor = "", limit: Limit = 50
) -> NoticeList:
    """List notices of a community."""
    return _list(at, community, state, cursor, limit)


@resource.get("/api/communities/<community>/notices/count", 404)
def count_notices(at: At, community: str) -> NoticeCount:
    """Count what waits to be dealt with in a community."""
    return NoticeCount(open=at.notices.count_open(community))


@resource.post("/api/communities/<community>/notices/<notice>/done", 404, 409, status=200)
def finish_notice(asking: Asking, at: At, community: str, notice: str) -> NoticeView:
    """Mark a notice of a community as dealt with."""
    return _view(at.notices.finish(asking, community, notice))


@resource.get("/api/notices")
def list_general_notices(
    at: At, state: Wanted = "all", cursor: Cursor = "", limit: Limit = 50
) -> NoticeList:
    """List notices about the whole installation."""
    return _list(at, EVERYWHERE, state, cursor, limit)


@resource.get("/api/notices/count")
def count_general_notices(at: At) -> NoticeCount:
    """Count what waits to be dealt with in the whole installation."""
    return NoticeCount(open=at.notices.count_open(EVERYWHERE))


@resource.post("/api/notices/<notice>/done", 404, 409, status=200)
def finish_general_notice(asking: Asking, at: At, notice: str) -> NoticeView:
    """Mark a notice about the whole installation as dealt with."""
    return _view(at.notices.finish(asking, EVERYWHERE, notice))


def _list(at: At, community: str, state: str, cursor: str, limit: int) -> NoticeList:
    items, following = at.notices.of_community(community, state == "open", cursor, limit)
    return NoticeList(items=[_view(item) for item in items], next=following or None)


def _view(notice: Notice) -> NoticeView:
    return NoticeView(
        id=notice.id,
        kind=notice.kind.value,
        subject=notice.subject,
        facts=dict(notice.facts),
        raised=notice.raised,
        urgency=notice.urgency.value,
        is_task=notice.is_task,
        link=notice.link,
        told=notice.told,
        done=notice.done,
        by=notice.by,
    )
