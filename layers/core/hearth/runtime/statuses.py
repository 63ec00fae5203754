"""The one table from error class to HTTP status. Standard library only."""

import re

from hearth.domain import errors

STATUSES: dict[type[errors.HearthError], int] = {
    errors.BadInput: 422,
    errors.Malformed: 400,
    errors.Oversized: 413,
    errors.Unverified: 401,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.TooManyAttempts: 429,
    errors.Unavailable: 503,
    errors.Misconfigured: 500,
    errors.HearthError: 500,
}


def status_of(error: errors.HearthError) -> int:
    """The HTTP status of ``error``: that of its nearest class in :data:`STATUSES`."""
    return next(STATUSES[cls] for cls in type(error).__mro__ if cls in STATUSES)


def code_of(error: errors.HearthError) -> str:
    """A stable word for programs: ``NotFound`` → ``not_found``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(error).__name__).lower()
