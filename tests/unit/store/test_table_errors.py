"""The library's errors become ours: who may repeat, who was too late, who asked nonsense."""

from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError
from pynamodb.exceptions import (
    CancellationReason,
    DoesNotExist,
    GetError,
    PutError,
    TransactWriteError,
    UpdateError,
    VerboseClientError,
)

from hearth.domain.errors import BadInput, Conflict, HearthError, NotFound, Unavailable
from hearth.store.base import translated


def _error(code: str, message: str = "") -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": message}}, "PutItem")


def _fail(error: Exception) -> Callable[[], None]:
    def failing() -> None:
        with translated("post"):
            raise error

    return failing


@pytest.mark.parametrize(
    ("error", "expected", "message"),
    [
        (DoesNotExist(), NotFound, "there is no such post"),
        (
            PutError(cause=_error("ConditionalCheckFailedException")),
            Conflict,
            "this post exists already or has changed meanwhile",
        ),
        (
            UpdateError(cause=_error("ValidationException", "Item size exceeded")),
            BadInput,
            "this post cannot be stored: Item size exceeded",
        ),
        (
            UpdateError(cause=_error("ProvisionedThroughputExceededException")),
            Unavailable,
            "post: ProvisionedThroughputExceededException",
        ),
        (GetError(cause=_error("AccessDeniedException")), Unavailable, "AccessDeniedException"),
        (GetError(cause=None), Unavailable, "post: GetError"),
    ],
)
def test_every_error_has_its_meaning(
    error: Exception, expected: type[HearthError], message: str
) -> None:
    with pytest.raises(expected, match=message) as translated_error:
        _fail(error)()
    assert type(translated_error.value) is expected
    assert translated_error.value.__cause__ is error


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["ConditionalCheckFailed", None], Conflict),
        ([None, "ConditionalCheckFailed"], Conflict),
        (["TransactionConflict"], Conflict),
        ([None, "ThrottlingError"], Unavailable),
        ([], Unavailable),
    ],
)
def test_a_cancelled_transaction_means_what_its_first_reason_means(
    codes: list[str | None], expected: type[HearthError]
) -> None:
    reasons = [CancellationReason(code) if code else None for code in codes]
    response = {"Error": {"Code": "TransactionCanceledException", "Message": ""}}
    cause = VerboseClientError(response, "TransactWriteItems", cancellation_reasons=reasons)
    with pytest.raises(expected):
        _fail(TransactWriteError("cancelled", cause))()


@pytest.mark.parametrize("error", [KeyError("group"), NotFound("no such"), ValueError("x")])
def test_errors_that_are_not_the_librarys_are_left_alone(error: Exception) -> None:
    with pytest.raises(type(error)) as same:
        _fail(error)()
    assert same.value is error
