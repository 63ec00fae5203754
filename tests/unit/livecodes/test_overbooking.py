"""How many tickets may be out for the free seats: checked against exact fractions."""

import random
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.overbooking import (
    LEAST_JOINS,
    LEAST_TICKETS,
    LOWEST_RATE,
    OVERFLOW,
    join_rate,
    most_tickets,
    overflow,
)

rates = st.floats(LOWEST_RATE, 0.999)


def _exactly(tickets: int, free: int, rate: Fraction) -> Fraction:
    """The probability of more than ``free`` joins, without rounding."""
    return sum(
        (
            comb(tickets, many) * rate**many * (1 - rate) ** (tickets - many)
            for many in range(free + 1, tickets + 1)
        ),
        Fraction(0),
    )


def test_the_figure_of_the_design() -> None:
    assert most_tickets(200, 0.3) == 534


@pytest.mark.parametrize("free", [1, 3, 20, 60])
@pytest.mark.parametrize("tenths", [2, 3, 5, 9])
def test_one_ticket_more_would_be_too_many(free: int, tenths: int) -> None:
    rate = Fraction(tenths, 10)
    most = most_tickets(free, tenths / 10)
    assert most == free or _exactly(most, free, rate) < OVERFLOW
    assert _exactly(most + 1, free, rate) >= OVERFLOW


@given(st.integers(1, 40), st.integers(0, 60), st.integers(1, 19))
def test_sums_of_logarithms_agree_with_fractions(free: int, more: int, twentieths: int) -> None:
    exact = float(_exactly(free + more, free, Fraction(twentieths, 20)))
    assert overflow(free + more, free, twentieths / 20) == pytest.approx(exact, rel=1e-9)


@given(st.integers(-5, 2_000), st.integers(0, 50), rates, rates)
def test_more_seats_and_fewer_joins_allow_more_tickets(
    free: int, more: int, one: float, other: float
) -> None:
    often, seldom = max(one, other), min(one, other)
    assert max(0, free) <= most_tickets(free, often) <= most_tickets(free, seldom)
    assert most_tickets(free, often) <= most_tickets(free + more, often)
    assert most_tickets(free, 1.0) == max(0, free)


@given(st.integers(0, 3_000), st.integers(0, 3_000))
def test_the_rate_that_is_learned_is_above_the_one_that_was_seen(tickets: int, joins: int) -> None:
    learned = join_rate(tickets, joins)
    if tickets < LEAST_TICKETS or joins < LEAST_JOINS:
        assert learned == 1.0
    else:
        assert min(1.0, joins / tickets) <= learned <= 1.0 and learned >= LOWEST_RATE


@pytest.mark.parametrize(
    ("tickets", "joins", "bound"),
    # The 99.9 % quantile of Beta(joins + 1, tickets - joins), by its continued fraction.
    [(200, 60, 0.4082), (500, 50, 0.1479), (1_000, 300, 0.3465)],
)
def test_the_bound_is_that_of_clopper_and_pearson(tickets: int, joins: int, bound: float) -> None:
    assert join_rate(tickets, joins) == pytest.approx(bound, abs=2e-4)


def test_with_a_learned_rate_groups_do_not_overflow() -> None:
    """What is true is drawn first, then learned from 400 tickets, then dealt for 200 seats."""
    dice, groups, over, filled = random.Random(7), 300, 0, 0
    for _ in range(groups):
        truth = dice.uniform(0.2, 0.8)
        learned = join_rate(400, _come(dice, 400, truth))
        came = _come(dice, most_tickets(200, learned), truth)
        over += came > 200
        filled += min(came, 200)
    assert over == 0
    assert filled / groups > 140  # strictly counted it would be 100


def _come(dice: random.Random, tickets: int, rate: float) -> int:
    return sum(dice.random() < rate for _ in range(tickets))
