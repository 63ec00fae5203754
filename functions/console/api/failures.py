"""The one form of every error answer."""

from typing import Any

from pydantic import Field

from functions.console.api.fields import View


class WrongField(View):
    """A field of the request and what is wrong with it."""

    field: str
    message: str


class ErrorDetail(View):
    """What went wrong."""

    code: str = Field(description="A stable word for programs, such as `not_found`")
    message: str = Field(description="A sentence for people")
    fields: list[WrongField] | None = None
    reason: str | None = Field(None, description="A finer word where needed, such as `no_qr`")


class ErrorAnswer(View):
    """The body of every answer with a status of 400 or more."""

    error: ErrorDetail


MEANINGS = {
    400: "Not JSON, or not sent as application/json",
    401: "Not logged in",
    403: "Not allowed, or the CSRF token does not fit",
    404: "No such thing",
    409: "Exists already, or was changed by somebody else meanwhile",
    413: "Larger than 1 MB, or a picture than 4 MB",
    422: "A field cannot be used",
    429: "Too many attempts: see Retry-After",
    500: "An error in Hearth; the message names the request for the log",
    503: "A store did not answer: try again",
}

EVERYWHERE = (401, 403, 422, 500, 503)
"""Statuses that every operation may answer with."""


REFERENCE = {"$ref": "#/components/schemas/ErrorAnswer"}


def documented(statuses: tuple[int, ...]) -> dict[int, Any]:
    """OpenAPI responses of an operation's errors."""
    content = {"application/json": {"schema": REFERENCE}}
    wanted = sorted({*EVERYWHERE, *statuses})
    return {status: {"description": MEANINGS[status], "content": content} for status in wanted}
