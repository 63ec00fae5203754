"""One contract, held by the table and by its stand-in in memory."""

from collections.abc import Callable
from typing import TypeVar

import pytest

T = TypeVar("T")

BOTH = ("memory", "dynamodb")


def either(
    request: pytest.FixtureRequest, fake: Callable[[], T], real: Callable[[str], T], table: str
) -> T:
    """What the fixture's parameter says: the stand-in, or the store on the real table."""
    if request.param == "memory":
        return fake()
    return real(request.getfixturevalue("aws").names[table])
