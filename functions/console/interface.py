"""Everything below /api/: admits, parses, hands over to the operations."""

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError

from functions.console.api import RESOURCES
from functions.console.desk import Desk
from functions.console.door import admit
from functions.console.failures import failure
from functions.console.parsing import parsed
from hearth.domain.errors import NotFound

_written = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))

app = APIGatewayHttpResolver(
    enable_validation=True, response_validation_error_http_code=500, serializer=_written
)
for _resource in RESOURCES:
    app.include_router(_resource.router)


@app.exception_handler(Exception)  # type: ignore[untyped-decorator]
def _failed(error: Exception) -> Response[Any]:
    return failure(error, str(app.lambda_context.aws_request_id))


@app.not_found
def _unknown(_error: NotFoundError) -> Response[Any]:
    unknown = NotFound("there is no such operation: see /api/openapi.json")
    return failure(unknown, str(app.lambda_context.aws_request_id))


@app.get("/api/openapi.json", include_in_schema=False, enable_validation=False)
def _document() -> Response[str]:
    return Response(200, "application/json", document())


@cache
def document() -> str:
    """The OpenAPI document of all operations."""
    # Seldom asked for, and what it is made with would be a tenth of every cold start.
    from functions.console.document import describe

    return describe(app)


def answer(event: Mapping[str, Any], context: Any, desk: Callable[[], Desk]) -> dict[str, Any]:
    """The answer to a request below /api/, whatever happens."""
    try:
        at = desk()
        app.append_context(actor=admit(at, event), desk=at)  # type: ignore[no-untyped-call]
        return app.resolve(parsed(event), context)
    except Exception as error:
        refused = failure(error, str(context.aws_request_id))
        headers = {"content-type": "application/json", **refused.headers}
        body = _written(refused.body)
        return {"statusCode": refused.status_code, "headers": headers, "body": body}
