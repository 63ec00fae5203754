"""Why DynamoDB did not save a plan: somebody was quicker, it was busy, or the plan is no good."""

from collections.abc import Mapping
from typing import Any

import pytest

from hearth.domain.errors import HearthError, Unavailable
from hearth.domain.livecodes import Counter
from hearth.domain.plans import replanned
from hearth.runtime.aws_json import AwsError
from hearth.store.livecodes_http import LiveCodesHttp
from tests.unit.livecodes.drawn import code, destination

PLAN = replanned(code(destination("a", 5)), Counter(0, 0), 1)


class Cancelling:
    """Cancels every transaction, with these reasons."""

    def __init__(self, *codes: str) -> None:
        self._codes = codes

    def call(self, operation: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        reasons = [{"Code": code} for code in self._codes]
        raise AwsError(
            "TransactionCanceledException", "cancelled", {"CancellationReasons": reasons}
        )


def _replan(*codes: str) -> bool:
    return LiveCodesHttp("table", Cancelling(*codes)).replan(PLAN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "codes",
    [
        ("ConditionalCheckFailed", "None"),
        ("None", "ConditionalCheckFailed"),
        ("TransactionConflict", "ConditionalCheckFailed"),
    ],
)
def test_who_was_passed_may_try_again(codes: tuple[str, ...]) -> None:
    assert not _replan(*codes)


@pytest.mark.parametrize("busy", ["ThrottlingError", "ProvisionedThroughputExceeded"])
def test_a_busy_table_is_unavailable(busy: str) -> None:
    with pytest.raises(Unavailable, match=busy):
        _replan("None", busy)


@pytest.mark.parametrize("codes", [("ValidationError", "None"), ("None", "None"), ()])
def test_a_plan_that_cannot_be_saved_is_not_tried_again(codes: tuple[str, ...]) -> None:
    with pytest.raises(HearthError, match="cancelled"):
        _replan(*codes)
