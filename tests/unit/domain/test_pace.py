"""How fast a live code fills: right for idle ones, new ones, and for a rush."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.pace import full_at, seats_an_hour
from hearth.domain.statistics import Figures
from hearth.domain.watching import HOUR_MS

TEN = 1_763_816_400_000
"""An hour begins."""
MINUTE = 60_000


def hours(*seats: tuple[int, int]) -> list[tuple[int, Figures]]:
    """Hours before ten o'clock, and seats of each."""
    return [(TEN - back * HOUR_MS, Figures(1, {"seats": many})) for back, many in seats]


@pytest.mark.parametrize("known", [[], hours((1, 0)), [(TEN, Figures(1, {"new": 7}))]])
def test_no_seats_are_no_rate_and_no_forecast(known: list[tuple[int, Figures]]) -> None:
    rate = seats_an_hour(known, 100, TEN + MINUTE)
    assert rate == 0.0 and full_at(20, rate, TEN) == 0


def test_one_seat_after_hours_of_silence_is_a_low_rate() -> None:
    """The hours without seats are not in the table, but they have passed."""
    now = TEN + MINUTE // 2
    rate = seats_an_hour(hours((0, 1)), 161, now)
    assert 0.9 < rate <= 1.0
    assert full_at(40, rate, now) - now > 39 * HOUR_MS


def test_a_code_that_is_new_was_not_silent_before() -> None:
    assert seats_an_hour(hours((0, 8)), 8, TEN + 20 * MINUTE) == 24.0


def test_the_first_second_of_a_new_code_is_not_taken_for_an_hour() -> None:
    assert seats_an_hour(hours((0, 1)), 1, TEN + 1000) == 4.0


def test_a_rush_counts_though_the_hour_before_was_quiet() -> None:
    rate = seats_an_hour(hours((1, 1), (0, 80)), 500, TEN + 30 * MINUTE)
    assert rate == 160.0
    assert full_at(40, rate, TEN) - TEN == 15 * MINUTE


def test_a_rush_that_is_over_ebbs_away() -> None:
    rates = [seats_an_hour(hours((1, 80)), 500, TEN + past * MINUTE) for past in (0, 30, 59)]
    assert rates == sorted(rates, reverse=True) and rates[-1] < 41


def test_a_steady_code_has_the_mean_of_its_hours() -> None:
    assert seats_an_hour(hours((2, 10), (1, 10)), 500, TEN) == 10.0
    assert seats_an_hour(hours((1, 12), (0, 6)), 500, TEN + 30 * MINUTE) == 12.0


def test_what_is_full_is_full_now() -> None:
    assert full_at(0, 0.0, TEN) == full_at(0, 9.0, TEN) == TEN


@given(
    seats=st.lists(st.integers(0, 10_000), max_size=2),
    past=st.integers(1, HOUR_MS),
    before=st.integers(0, 1_000),
    left=st.integers(1, 20_000_000),
)
def test_a_forecast_is_to_come_and_finite(
    seats: list[int], past: int, before: int, left: int
) -> None:
    known = hours(*zip((1, 0), seats, strict=False))
    now = TEN + past
    rate = seats_an_hour(known, sum(seats) + before, now)
    assert (rate > 0) == (sum(seats) > 0) and rate <= 4 * sum(seats)
    assert full_at(left, rate, now) >= now or rate == 0
