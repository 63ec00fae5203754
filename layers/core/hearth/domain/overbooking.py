"""How many tickets may be out for the seats that are free, when not everybody who gets one joins.

Exact binomial sums in logarithms, standard library only.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p

OVERFLOW = 1e-4
"""How likely more join than there are free seats, at most, each time tickets are dealt."""
LEAST_TICKETS = 200
"""Tickets whose outcome is known, before anything is learned from them."""
LEAST_JOINS = 20
"""Joins before anything is learned: with fewer it may be that they are only not told."""
LOWEST_RATE = 0.1
"""No code is believed to fill slower, so there are never more than about ten tickets a seat."""

_DOUBT = 1e-3
"""How likely the true rate is above the bound that is learned."""
_HALVINGS = 40
_NEGLIGIBLE = 1e-18


def join_rate(tickets: int, joins: int) -> float:
    """Upper bound of the share of tickets that lead to a join; 1 while too little is known.

    Clopper and Pearson's, at 99.9 %.
    """
    if tickets < LEAST_TICKETS or joins < LEAST_JOINS or joins >= tickets:
        return 1.0
    low, high = joins / tickets, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _at_most(joins, tickets, middle) > _DOUBT:
            low = middle
        else:
            high = middle
    return max(LOWEST_RATE, high)


@lru_cache(maxsize=256)
def most_tickets(free: int, rate: float) -> int:
    """Most tickets of which more than ``free`` join with a probability below OVERFLOW.

    Each joins with probability ``rate``, whatever the others do. Never fewer than ``free``.
    """
    if free <= 0 or rate >= 1:
        return max(0, free)
    low, high = free, int(free / rate) + 1  # with that many, every second time too many join
    while high - low > 1:
        middle = (low + high) // 2
        if overflow(middle, free, rate) < OVERFLOW:
            low = middle
        else:
            high = middle
    return low


def overflow(tickets: int, free: int, rate: float) -> float:
    """Probability that of ``tickets`` more than ``free`` join; ``rate`` is above 0 and below 1."""
    return _sum(tickets, rate, range(free + 1, tickets + 1))


def _at_most(joins: int, tickets: int, rate: float) -> float:
    """Probability of no more than ``joins``, which are fewer than expected."""
    return _sum(tickets, rate, range(joins, -1, -1))


def _sum(tickets: int, rate: float, joins: range) -> float:
    """Probability of these numbers of joins; they must go away from the expected one."""
    total = 0.0
    for many in joins:
        term = _exactly(many, tickets, rate)
        total += term
        if term < total * _NEGLIGIBLE:
            break
    return total


def _exactly(joins: int, tickets: int, rate: float) -> float:
    ways = lgamma(tickets + 1) - lgamma(joins + 1) - lgamma(tickets - joins + 1)
    return exp(ways + joins * log(rate) + (tickets - joins) * log1p(-rate))
