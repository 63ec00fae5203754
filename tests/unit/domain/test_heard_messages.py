"""Marks of counted messages are let go without missing or doubling any."""

from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.heard import MOST, mark_of, shortened

moments = st.lists(st.integers(min_value=0, max_value=40), max_size=120)


def test_a_mark_is_the_time_and_the_start_of_the_hash() -> None:
    assert mark_of("0000000000005#0123456789abcdef") == "0000000000005#01234567"


@given(moments)
def test_a_moment_is_kept_or_let_go_as_a_whole(times: list[int]) -> None:
    marks = frozenset(f"{at:013d}#{number:08x}" for number, at in enumerate(times))
    kept, deaf_until = shortened(marks)
    gone = {int(mark.partition("#")[0]) for mark in marks - kept}
    assert all(at <= deaf_until for at in gone)
    assert all(int(mark.partition("#")[0]) > deaf_until for mark in kept if gone)


@given(moments)
def test_few_marks_and_marks_of_one_moment_stay(times: list[int]) -> None:
    marks = frozenset(f"{at:013d}#{number:08x}" for number, at in enumerate(times))
    kept, deaf_until = shortened(marks)
    if len(marks) <= MOST or len(set(times)) == 1:
        assert (kept, deaf_until) == (marks, 0)
    assert kept or not marks
