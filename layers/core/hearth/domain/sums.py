"""Figures of many hours added up: by time, and by what scans are told apart by."""

from collections import Counter as Tally
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hearth.domain.errors import BadInput
from hearth.domain.statistics import OTHERS, Figures

MOST_LINES = 200
"""Names with a line of their own; what is left of them is one line more."""

MOST_FIGURES = 400_000
"""Read for one answer: 92 days of 85 channels that are scanned in every single hour."""

_TOO_MUCH = (
    f"these are more than {MOST_FIGURES} figures, by hour and channel: “since” and “until” must "
    "span fewer days"
)


class Facet(StrEnum):
    """What scans are told apart by."""

    CHANNEL = "channel"
    DEVICE = "device"
    DESTINATION = "destination"


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one name."""

    name: str
    counts: Mapping[str, int]
    """Figure → number: ``scans``, ``seats``, ``joins``, ``joins-estimated``."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Figures by span of time, and by facet and name; a figure that is missing is 0."""

    spans: Mapping[int, Mapping[str, int]]
    """When a span began → ``new``, ``again``, ``robot``, ``seats``, ``joins`` …"""
    facets: Mapping[Facet, Mapping[str, Mapping[str, int]]]

    @property
    def total(self) -> Mapping[str, int]:
        """All spans together."""
        total: Tally[str] = Tally()
        for counts in self.spans.values():
            total.update(counts)
        return total


def summed(hours: Iterable[tuple[int, Figures]], span: Callable[[int], int]) -> Sums:
    """The figures of ``hours``; ``span`` gives the beginning of the span that an hour is part of.

    Raises BadInput when there are more than :data:`MOST_FIGURES`.
    """
    adder, read = _Adder(), 0
    for start, figures in hours:
        read += len(figures.counts)
        if read > MOST_FIGURES:
            raise BadInput(_TOO_MUCH)
        adder.add(span(start), figures)
    return Sums(adder.spans, adder.facets)


def lines(names: Mapping[str, Mapping[str, int]], figure: str) -> tuple[Line, ...]:
    """A line for each name, those with most of ``figure`` first, all further ones together."""
    own = [Line(name, counts) for name, counts in names.items() if name != OTHERS]
    own.sort(key=lambda line: (-line.counts.get(figure, 0), line.name))
    rest = Tally(names.get(OTHERS, {}))
    for line in own[MOST_LINES:]:
        rest.update(line.counts)
    return (*own[:MOST_LINES], *([Line(OTHERS, rest)] if rest else []))


@dataclass(slots=True)
class _Adder:
    spans: dict[int, Tally[str]] = field(default_factory=dict)
    facets: dict[Facet, dict[str, Tally[str]]] = field(
        default_factory=lambda: {facet: {} for facet in Facet}
    )

    def add(self, span: int, figures: Figures) -> None:
        whole = self.spans.setdefault(span, Tally())
        for name, many in figures.counts.items():
            facet, _, rest = name.partition("|")
            of, _, figure = rest.rpartition("|")
            if not rest:
                whole[name] += many
            elif facet in self.facets:
                self.facets[Facet(facet)].setdefault(of, Tally())[figure] += many
