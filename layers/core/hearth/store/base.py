"""What all tables share: binding a model to its table and translating failures."""

import base64
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from pynamodb.exceptions import DoesNotExist, PynamoDBException, TransactWriteError
from pynamodb.models import Model
from pynamodb.pagination import ResultIterator

from hearth.domain.errors import BadInput, Conflict, NotFound, Unavailable

PAGE = 100
"""Most items any list returns at once."""

_CONFLICTS = ("ConditionalCheckFailedException", "ConditionalCheckFailed", "TransactionConflict")

M = TypeVar("M", bound=Model)
T = TypeVar("T")


def bind(model: type[Model], table_name: str) -> None:
    """Point ``model`` at its table; called once when a room starts."""
    model.Meta.table_name = table_name


@contextmanager
def translated(what: str) -> Iterator[None]:
    """Turn the library's errors into ours.

    Raises Conflict when a condition failed, NotFound when the item is missing, BadInput when
    DynamoDB finds the request itself wrong, Unavailable for everything else (throttled, down,
    no permission yet): a repeat is safe.
    """
    try:
        yield
    except DoesNotExist as error:
        raise NotFound(f"there is no such {what}") from error
    except PynamoDBException as error:
        code = _code(error)
        if code in _CONFLICTS:
            raise Conflict(f"this {what} exists already or has changed meanwhile") from error
        if code == "ValidationException":
            raise BadInput(
                f"this {what} cannot be stored: {error.cause_response_message}"
            ) from error
        raise Unavailable(f"{what}: {code or type(error).__name__}") from error


def _code(error: PynamoDBException) -> str | None:
    """The error's name; of a cancelled transaction the first reason's."""
    reasons = error.cancellation_reasons if isinstance(error, TransactWriteError) else []
    codes = [reason.code for reason in reasons if reason]
    return codes[0] if codes else error.cause_response_code


def page(found: ResultIterator[M], read: Callable[[M], T]) -> tuple[list[T], str]:
    """Domain objects of one page and the cursor of the next, empty at the end."""
    items = [read(item) for item in found]
    return items, encode_cursor(found.last_evaluated_key)


def encode_cursor(key: Mapping[str, Any] | None) -> str:
    """DynamoDB's last key as a word for a URL; all our keys are strings or numbers."""
    if not key:
        return ""
    parts = [f"{name}={kind}={value}" for name, item in key.items() for kind, value in item.items()]
    return base64.urlsafe_b64encode("\n".join(parts).encode()).decode()


def decode_cursor(cursor: str) -> dict[str, Any] | None:
    """Read :func:`encode_cursor` back; raises BadInput."""
    if not cursor:
        return None
    try:
        lines = base64.urlsafe_b64decode(cursor.encode()).decode().split("\n")
        split = [line.split("=", 2) for line in lines]
        return {name: {kind: value} for name, kind, value in split if kind in ("S", "N")}
    except ValueError as error:
        raise BadInput("the cursor is not one that a list returned") from error


def bounded(limit: int) -> int:
    """``limit`` within 1…:data:`PAGE`."""
    return max(1, min(limit, PAGE))
