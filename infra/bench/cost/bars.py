"""The three bills, their bars, and which settings would lower them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import inf

from infra.bench.cost.answers import redirect_bytes
from infra.bench.cost.bill import Case, Entrance, bill
from infra.bench.cost.prices import Prices
from infra.bench.cost.stack import Function, Stack
from infra.bench.cost.usage import Count, Usage
from infra.bench.cost.work import Work

SHORT_LINE = 45
"""Bytes in which the fact of one scan could be said."""

Used = tuple[Usage, Count]


def _free() -> int:
    """Nothing: 100 GB a month leave AWS free of charge, which is what 300 million scans take."""
    return 0


@dataclass(frozen=True)
class Bill:
    """One bill of a million scans."""

    title: str
    case: Case
    positions: dict[str, float]
    bar: float = inf
    """What it may come to."""

    @property
    def total(self) -> float:
        """USD for a million scans."""
        return sum(self.positions.values())

    @property
    def met(self) -> bool:
        """Whether it stays below its bar."""
        return self.total <= self.bar


def bills(stack: Stack, slow: Used, fast: Used, work: Work, prices: Prices) -> dict[str, Bill]:
    """By the name that programs know them by."""
    api, url, beyond = Entrance
    wanted = {
        "usd_per_million_http_api": ("HTTP API, n = 1", slow, api, _free, 1.90),
        "usd_per_million_http_api_blocks": ("HTTP API, blocks", fast, api, _free, 1.30),
        "usd_per_million_http_api_beyond_free_tier": (
            "beyond free out",
            slow,
            api,
            redirect_bytes,
            inf,
        ),
        "usd_per_million_function_url": ("Function URL, blocks", fast, url, _free, 0.30),
        "usd_per_million_function_url_beyond_free_tier": (
            "beyond free tier",
            fast,
            beyond,
            redirect_bytes,
            inf,
        ),
    }
    return {
        name: _bill(title, Case(stack, *used, work, entrance, sent()), bar, prices)
        for name, (title, used, entrance, sent, bar) in wanted.items()
    }


def what_if(found: Bill, prices: Prices) -> Iterator[tuple[str, float]]:
    """The same bill with what would lower it: what, and USD for a million scans."""
    changed = found.case
    for words, change in _CHANGES.items():
        usd = _total(change(found.case), prices)
        if usd < found.total:
            yield words, usd
            changed = change(changed)
    yield "all of these", _total(changed, prices)


def _with_memory(case: Case) -> Case:
    return _with_room(case, replace(case.stack.room, memory=256))


def _quiet(case: Case) -> Case:
    return _with_room(case, replace(case.stack.room, platform_bytes=0))


def _unlogged(case: Case) -> Case:
    return replace(case, stack=replace(case.stack, access_bytes=0))


def _terse(case: Case) -> Case:
    shorter = min(case.usage.line_bytes, SHORT_LINE * case.usage.lines)
    return replace(case, usage=replace(case.usage, line_bytes=shorter))


_CHANGES: dict[str, Callable[[Case], Case]] = {
    "MemorySize: 256": _with_memory,
    "LogFormat: JSON, SystemLogLevel: WARN": _quiet,
    f"lines of {SHORT_LINE} bytes in the room's log": _terse,
    "no access log of the API": _unlogged,
}


def _with_room(case: Case, room: Function) -> Case:
    return replace(case, stack=replace(case.stack, room=room))


def _bill(title: str, case: Case, bar: float, prices: Prices) -> Bill:
    return Bill(title, case, bill(case, prices), bar)


def _total(case: Case, prices: Prices) -> float:
    return sum(bill(case, prices).values())
