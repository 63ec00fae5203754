"""Work on many things: none stops another, and none takes the time of the next step."""

import pytest

from hearth.usecases.one_by_one import in_time, one_by_one


def _halves(number: int) -> int:
    return 6 // number


def test_what_was_done_is_counted() -> None:
    assert one_by_one([1, 6, 7, 12], _halves) == 2


def test_all_have_their_turn_before_failures_are_told() -> None:
    done: list[int] = []

    def act(number: int) -> int:
        done.append(number)
        return _halves(number)

    with pytest.raises(ExceptionGroup, match="2 failed, 2 done") as failed:
        one_by_one([1, 0, 2, 0], act)
    assert done == [1, 0, 2, 0]
    assert [type(error) for error in failed.value.exceptions] == [ZeroDivisionError] * 2


def test_nothing_new_is_begun_when_the_time_is_over() -> None:
    now = [0]

    def act(step: int) -> int:
        now[0] += step
        return 1

    assert one_by_one(in_time([400, 500, 200, 1, 1], lambda: now[0], 1_000), act) == 3
    assert now[0] == 1_100
