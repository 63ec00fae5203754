"""The bills as a table for people and as JSON for programs."""

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite
from typing import Any

from infra.bench.cost.bars import Bill, what_if
from infra.bench.cost.prices import Prices, about


def table(bills: Mapping[str, Bill], prices: Prices) -> str:
    """Lines to print."""
    every = list(bills.values())
    head = f"{'USD for a million scans':<28}" + "".join(f"{one.title:>22}" for one in every)
    rows = [
        f"{position:<28}" + "".join(f"{one.positions[position]:>22.4f}" for one in every)
        for position in every[0].positions
    ]
    total = f"{'total':<28}" + "".join(f"{one.total:>22.4f}" for one in every)
    bar = f"{'bar':<28}" + "".join(f"{_bar(one) or '-':>22}" for one in every)
    missed = [line for one in every if not one.met for line in _missed(one, prices)]
    return "\n".join([head, *rows, total, bar, "", f"Prices: {about()}.", *missed])


def _missed(one: Bill, prices: Prices) -> list[str]:
    found = [f"  {usd:.4f}  {change}" for change, usd in what_if(one, prices)]
    return [f"MISSED: {one.title} is {one.total - one.bar:.4f} above its bar. With", *found]


def figures(bills: Mapping[str, Bill]) -> dict[str, Any]:
    """``{"usd_per_million_…": …, "bills": {name: {"positions", "bar", "met", "usage"}}, …}``."""
    details = {
        name: {
            "title": one.title,
            "positions": {position: round(usd, 4) for position, usd in one.positions.items()},
            "bar": _bar(one),
            "met": one.met,
            "usage": asdict(one.case.usage),
        }
        for name, one in bills.items()
    }
    totals = {name: round(one.total, 4) for name, one in bills.items()}
    stack = next(iter(bills.values())).case.stack
    return {**totals, "bills": details, "template": asdict(stack), "prices": about()}


def _bar(one: Bill) -> float | None:
    return one.bar if isfinite(one.bar) else None
