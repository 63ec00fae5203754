"""The figures as a Markdown table for people and as JSON for programs."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from statistics import fmean
from typing import Any

from infra.bench.simulation.figures import Figures

Runs = Mapping[str, list[Figures]]
"""By design: every rate, every seed."""

HEAD = (
    "design",
    "scans/s",
    "writes",
    "write units",
    "ms p50",
    "ms p99",
    "over capacity",
    "stranded",
    "turned away early",
    "throttled",
    "no answer",
)


def table(runs: Runs) -> str:
    """Lines of Markdown: the mean over the seeds for each rate and design; “over” is the most."""
    lines = [_line(HEAD), _line(["---"] * len(HEAD))]
    for rate in sorted({one.rate for every in runs.values() for one in every}):
        for design, every in runs.items():
            lines.append(_line(_row(design, [one for one in every if one.rate == rate])))
    return "\n".join(lines)


def figures(runs: Runs, seeds: Iterable[int]) -> dict[str, Any]:
    """``{"designs": {name: {"1000": {"writes_per_scan", …}}}, "seeds": […]}``; means."""
    return {
        "designs": {design: _by_rate(every) for design, every in runs.items()},
        "seeds": list(seeds),
    }


def _by_rate(every: list[Figures]) -> dict[str, dict[str, float | bool]]:
    rates = sorted({one.rate for one in every})
    return {f"{rate:g}": _means([one for one in every if one.rate == rate]) for rate in rates}


def _means(every: list[Figures]) -> dict[str, float | bool]:
    names = [field.name for field in fields(Figures)]
    found = {name: round(fmean(getattr(one, name) for one in every), 4) for name in names}
    most = max(one.over_capacity for one in every)
    return {**found, "over_capacity": most, "collapses": any(one.collapses for one in every)}


def _row(design: str, every: list[Figures]) -> list[str]:
    mean = _means(every)
    return [
        design,
        f"{mean['rate']:,.0f}",
        f"{mean['writes_per_scan']:.2f}",
        f"{mean['units_per_scan']:.2f}",
        f"{mean['added_ms_p50']:.1f}",
        f"{mean['added_ms_p99']:.0f}",
        f"{mean['over_capacity']:.0f}",
        f"{mean['stranded']:,.0f} of {mean['capacity']:,.0f}",
        f"{mean['turned_away_early']:,.0f}",
        f"{mean['throttled_per_scan']:.2f}",
        f"{mean['unanswered']:.1%}" + (", **collapses**" if mean["collapses"] else ""),
    ]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
