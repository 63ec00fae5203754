"""Answers are remembered for a while, failures never, and never too many."""

import pytest

from hearth.domain.errors import Unavailable
from hearth.runtime.fresh import Fresh
from hearth.runtime.start import once


class Oracle:
    """Answers with the number of the question, and counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.down = False

    def __call__(self, key: str) -> int:
        self.asked.append(key)
        if self.down:
            raise Unavailable("try again")
        return len(self.asked)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    time = [1000.0]
    monkeypatch.setattr("hearth.runtime.fresh.time.monotonic", lambda: time[0])
    return time


def test_an_answer_is_given_again_until_its_time_is_over(now: list[float]) -> None:
    fresh = Fresh(Oracle(), seconds=30)
    answers = []
    for at in (1000.0, 1029.9, 1030.0, 1031.0):
        now[0] = at
        answers.append(fresh("a"))
    assert answers == [1, 1, 2, 2]


def test_keys_do_not_share_answers() -> None:
    fresh = Fresh(Oracle(), seconds=30)
    assert [fresh(key) for key in "abab"] == [1, 2, 1, 2]


def test_a_failure_is_not_remembered_and_does_not_hide_behind_an_old_answer(
    now: list[float],
) -> None:
    oracle = Oracle()
    fresh = Fresh(oracle, seconds=30)
    fresh("a")
    now[0] += 31
    oracle.down = True
    with pytest.raises(Unavailable):
        fresh("a")
    oracle.down = False
    assert fresh("a") == 3


def test_memory_is_bounded() -> None:
    oracle = Oracle()
    fresh = Fresh(oracle, seconds=30, most=10)
    for number in range(35):
        fresh(str(number))
        assert len(fresh._kept) <= 10
    assert fresh("34") == 35


def test_a_room_is_built_when_it_is_first_needed_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_LAMBDA_FUNCTION_NAME", raising=False)
    built: list[int] = []
    room = once(lambda: built.append(1))
    assert built == []
    room()
    room()
    assert built == [1]


def test_in_lambda_a_room_is_built_at_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "hearth-livecode")
    built: list[int] = []
    room = once(lambda: built.append(1))
    assert built == [1]
    room()
    assert built == [1]
