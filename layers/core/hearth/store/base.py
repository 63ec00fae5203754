"""What all tables share: translating failures, pages and their cursors."""

import base64
import json
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
_WRONG = ("ValidationException", "ValidationError")
_NO_CURSOR = "the cursor is not one that a list returned"

M = TypeVar("M", bound=Model)
T = TypeVar("T")


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
        if code in _WRONG:
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
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode()


def decode_cursor(cursor: str) -> dict[str, Any] | None:
    """Read :func:`encode_cursor` back; raises BadInput."""
    if not cursor:
        return None
    try:
        key = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
    except (ValueError, RecursionError) as error:
        raise BadInput(_NO_CURSOR) from error
    if not isinstance(key, dict) or not key or not all(map(_is_value, key.values())):
        raise BadInput(_NO_CURSOR)
    return key


def _is_value(value: object) -> bool:
    pairs = list(value.items()) if isinstance(value, dict) else []
    return len(pairs) == 1 and pairs[0][0] in ("S", "N") and isinstance(pairs[0][1], str)


def bounded(limit: int) -> int:
    """``limit`` within 1…:data:`PAGE`."""
    return max(1, min(limit, PAGE))
