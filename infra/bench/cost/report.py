"""The bills as a table for people and as JSON for programs."""

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite
from typing import Any

from infra.bench.cost.answers import page_bytes, redirect_bytes
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
    notes = [f"Prices: {about()}.", f"{_pages(prices)}.", *missed]
    return "\n".join([head, *rows, total, bar, "", *notes])


def _pages(prices: Prices) -> str:
    small, large = redirect_bytes(), page_bytes()
    return (
        f"Answers are redirects of {small} bytes; a page with a QR code has {large}: "
        f"{more_for_pages(prices):.4f} more for data out, where that is paid"
    )


def more_for_pages(prices: Prices) -> float:
    """USD for a million pages with a QR code instead of redirects, by the HTTP API."""
    return (page_bytes() - redirect_bytes()) * prices.egress_gb / 1_000


def _missed(one: Bill, prices: Prices) -> list[str]:
    found = [f"  {usd:.4f}  {change}" for change, usd in what_if(one, prices)]
    return [f"MISSED: {one.title} is {one.total - one.bar:.4f} above its bar. With", *found]


def figures(bills: Mapping[str, Bill], prices: Prices) -> dict[str, Any]:
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
    pages = {"usd_per_million_more_for_qr_pages": round(more_for_pages(prices), 4)}
    return {**totals, **pages, "bills": details, "template": asdict(stack), "prices": about()}


def _bar(one: Bill) -> float | None:
    return one.bar if isfinite(one.bar) else None
