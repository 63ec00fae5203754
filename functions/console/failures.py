"""Every error becomes one form of answer. What was not foreseen is logged and not shown."""

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError

from hearth.domain.errors import BadInput, HearthError, Misconfigured, TooManyAttempts
from hearth.runtime.statuses import code_of, status_of

logger = Logger(child=True)


def failure(error: Exception, request: str) -> Response[Any]:
    """The answer to ``error``; ``request`` is the id to look for in the log."""
    if isinstance(error, RequestValidationError):
        return _answer(422, "bad_input", "some fields cannot be used", fields=_fields(error))
    if isinstance(error, HearthError):
        status = status_of(error)
        if status < 500 or status == 503:
            reason = error.reason if isinstance(error, BadInput) else ""
            return _answer(status, code_of(error), str(error), _extra(error), reason=reason)
    logger.exception("request failed", exc_info=error)
    hint = f": {error}" if isinstance(error, Misconfigured) else ""
    return _answer(500, "unexpected", f"an error in Hearth, noted as request {request}{hint}")


def _answer(
    status: int,
    code: str,
    message: str,
    headers: dict[str, Any] | None = None,
    fields: list[dict[str, str]] | None = None,
    reason: str = "",
) -> Response[Any]:
    error: dict[str, Any] = {"code": code, "message": message}
    if fields is not None:
        error["fields"] = fields
    if reason:
        error["reason"] = reason
    return Response(status, "application/json", {"error": error}, headers)


def _extra(error: HearthError) -> dict[str, Any]:
    if isinstance(error, TooManyAttempts):
        return {"Retry-After": str(error.retry_after)}
    return {}


def _fields(error: RequestValidationError) -> list[dict[str, str]]:
    """Names and reasons, never the values: one of them could be a password."""
    return [
        {
            "field": ".".join(str(part)[:60] for part in wrong["loc"][1:]) or "body",
            "message": str(wrong["msg"]).removeprefix("Value error, ")[:200],
        }
        for wrong in error.errors()[:20]
    ]
