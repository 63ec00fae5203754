"""Personal data is forgotten after whole days, counted from when it came."""

import pytest

from hearth.domain.retention import AUDIT_DAYS, DELIVERY_DAYS, EVENT_DAYS, expires

AT_MS = 1_700_000_000_000


@pytest.mark.parametrize("days", [EVENT_DAYS, DELIVERY_DAYS, AUDIT_DAYS, 10_000])
def test_the_end_is_in_seconds_as_dynamodb_wants_it(days: int) -> None:
    assert expires(AT_MS, days) == 1_700_000_000 + days * 24 * 60 * 60


def test_a_part_of_a_second_does_not_make_it_a_fraction() -> None:
    assert expires(1_999, 0) == 1
