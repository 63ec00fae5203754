"""One table turns errors into statuses; every class of error is in it or below it."""

import pytest

from hearth.domain import errors
from hearth.runtime.aws_json import AwsError
from hearth.runtime.statuses import STATUSES, code_of, status_of

CLASSES = [cls for cls in vars(errors).values() if isinstance(cls, type)]


def _made(cls: type[errors.HearthError]) -> errors.HearthError:
    return cls("why", 7) if cls is errors.TooManyAttempts else cls("why")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_error_is_in_the_table_and_in_the_drawn_tree(cls: type[errors.HearthError]) -> None:
    assert issubclass(cls, errors.HearthError)
    assert status_of(_made(cls)) == STATUSES[cls]
    assert cls.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("cls", "status"),
    [
        (errors.Malformed, 400),
        (errors.Unverified, 401),
        (errors.Unauthenticated, 401),
        (errors.Forbidden, 403),
        (errors.NotFound, 404),
        (errors.Conflict, 409),
        (errors.Oversized, 413),
        (errors.BadInput, 422),
        (errors.TooManyAttempts, 429),
        (errors.Misconfigured, 500),
        (errors.Unavailable, 503),
    ],
)
def test_statuses_platforms_rely_on(cls: type[errors.HearthError], status: int) -> None:
    assert status_of(_made(cls)) == status


def test_an_error_outside_the_table_takes_the_status_of_its_nearest_class() -> None:
    assert status_of(AwsError("AccessDenied", "no")) == 500
    assert status_of(type("Late", (errors.Unavailable,), {})()) == 503


def test_codes_are_words_for_programs() -> None:
    assert code_of(errors.NotFound("x")) == "not_found"
    assert code_of(_made(errors.TooManyAttempts)) == "too_many_attempts"
