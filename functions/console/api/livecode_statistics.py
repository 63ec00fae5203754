"""Statistics of a live code."""

from typing import Annotated, Any, Literal
from urllib.parse import quote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.console.api.context import At
from functions.console.api.resource import Resource
from functions.console.api.statistic_tables import Table, table_of
from functions.console.api.statistic_views import StatisticsView, statistics_view
from hearth.usecases.show_statistics import MOST_DAYS, By

resource = Resource("livecodes")

_LATEST = 4_102_444_800_000

Since = Annotated[
    int | None,
    Query(ge=0, le=_LATEST, description="ms since 1970; without it: six days before `until`"),
]
Until = Annotated[
    int | None,
    Query(
        ge=0,
        le=_LATEST,
        description=f"ms since 1970, at most {MOST_DAYS} days later; without it: now",
    ),
]
Spans = Annotated[Literal["hour", "day"], Query(description="How long a span is")]
Of = Annotated[Table, Query(description="What the lines are")]


@resource.get("/api/livecodes/<code>/statistics", 404)
def get_livecode_statistics(
    at: At, code: str, since: Since = None, until: Until = None, by: Spans = "day"
) -> StatisticsView:
    """Show what was counted of a live code.

    In whole hours on the community's clocks. Scans reach the figures within a minute, those of a
    busy code that an ended environment answered within two.
    """
    found = at.statistics.of(code, since, until, By(by))
    return statistics_view(found, at.clock())


@resource.file("GET", "/api/livecodes/<code>/statistics.csv", ("text/csv",), 404)
def get_livecode_statistics_table(
    at: At,
    code: str,
    since: Since = None,
    until: Until = None,
    by: Spans = "day",
    of: Of = "time",
) -> Response[Any]:
    """The same as a table for spreadsheets, in UTF-8 with a byte order mark.

    Joins that no platform tells of are empty.
    """
    found = at.statistics.of(code, since, until, By(by))
    name = quote(f"{found.code.code}-{of}.csv", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(200, "text/csv; charset=utf-8", table_of(found, of), headers)
