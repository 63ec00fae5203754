"""Figures made again from facts, beside those that are kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hearth.domain.livecodes import Counter
from hearth.domain.statistics import Figures, Written, by_hour, counted


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that is not what it should be."""

    figure: str
    """Its name in ``statistics.counted``; ``scans`` and ``robots`` for sums of all hours."""
    kept: int
    made: int
    """By the facts; sums by the code's own counter."""
    hour: int = 0
    """When the hour began, ms since 1970; 0 for all hours."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Writes by scans of which there are no facts."""

    first: int
    last: int


class Remade:
    """Takes facts in the order of their writes, none twice."""

    def __init__(self, until: int, since: int, whole: bool) -> None:
        """``until``: the last write that is counted.

        Facts from before ``since`` (ms since 1970) may have expired; ``whole``: none has.
        """
        self._until = until
        self._since = since
        self._next = 1 if whole else 0
        self._figures: dict[int, Figures] = {}
        self._missing: list[Missing] = []

    def take(self, writes: Iterable[Written]) -> None:
        """Count some more writes."""
        own = [write for write in writes if write.step <= self._until]
        for write in own:
            self._follow(write)
        for start, those in by_hour(own).items():
            self._figures[start] = counted(self._figures.get(start, Figures()), those)

    def missing(self) -> list[Missing]:
        """Where the numbers of writes leap."""
        tail = Missing(self._next, self._until)
        return self._missing + ([tail] if 0 < tail.first <= tail.last else [])

    def differences(self, kept: Mapping[int, Figures]) -> Iterator[Difference]:
        """What differs in the hours from ``since`` on, in their order."""
        for start in sorted({*kept, *self._figures}):
            if start >= self._since:
                before, after = (
                    hours.get(start, Figures()).counts for hours in (kept, self._figures)
                )
                yield from differing(before, after, start)

    def _follow(self, write: Written) -> None:
        if any(one.at < self._since for one in write.facts.seen):
            self._next = 0
            return
        if 0 < self._next < write.step:
            self._missing.append(Missing(self._next, write.step - 1))
        self._next = write.step + 1


def without_joins(kept: Mapping[int, Figures]) -> dict[int, Figures]:
    """Hours as scans alone make them; those in which people only came are left out."""
    hours = {}
    for start, figures in kept.items():
        own = {name: many for name, many in figures.counts.items() if not _of_joins(name)}
        if own or figures.step:
            hours[start] = Figures(figures.step, own)
    return hours


def sums(kept: Iterable[Figures], counter: Counter) -> Iterator[Difference]:
    """Where all hours together are not what the code's own counter says."""
    every = list(kept)
    people = sum(one.counts.get(who, 0) for one in every for who in ("new", "again"))
    robots = sum(one.counts.get("robot", 0) for one in every)
    yield from differing(
        {"scans": people, "robots": robots}, {"scans": counter.scans, "robots": counter.robots}
    )


def differing(
    kept: Mapping[str, int], made: Mapping[str, int], hour: int = 0
) -> Iterator[Difference]:
    """Where two makings of the same figures differ, by name."""
    for name in sorted({*kept, *made}):
        if kept.get(name, 0) != made.get(name, 0):
            yield Difference(name, kept.get(name, 0), made.get(name, 0), hour)


def _of_joins(name: str) -> bool:
    return name.rpartition("|")[2] in ("joins", "joins-estimated")
