"""Compare live codes' figures with their facts: ``python -m infra.reconcile [CODE …]``.

Without codes, those of the communities named with ``--community``; without these too, all. Works on
the console's own settings, so run it with the console's environment. It changes nothing. Ends with
1 when something differs, with 2 when nobody can tell.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from hearth.domain.errors import HearthError, Unavailable
from hearth.domain.reconciling import Difference
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.store.communities import Communities
from hearth.store.livecodes import LiveCodes
from hearth.store.scans import ScanStatistics
from hearth.store.seats import Seats
from hearth.usecases.reconcile import Compared, Reconcile
from hearth.usecases.reconcile_joins import ReconcileJoins

_BATCH_S = 2.0
_MOST_PAGES = 1_000
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is read."""

    scans_table: str
    livecodes_table: str
    communities_table: str


class Command:
    """The tables, and what has been compared of them."""

    def __init__(self, settings: Settings) -> None:
        self._codes = LiveCodes(settings.livecodes_table)
        self._communities = Communities(settings.communities_table)
        figures = ScanStatistics(settings.scans_table)
        self._reconcile = Reconcile(
            figures, self._codes, self._communities, now_ms, lambda: time.sleep(_BATCH_S)
        )
        self._joins = ReconcileJoins(
            figures,
            Seats(settings.scans_table),
            self._codes,
            self._communities,
            now_ms,
            lambda: time.sleep(_BATCH_S),
        )
        self.codes = self.hours = self.joins = self.found = 0

    def names(self, communities: list[str]) -> Iterator[str]:
        """Codes of the communities; of all when none is named. Raises Unavailable."""
        every = communities or (one.id for one in _paged(self._communities.page))
        for key in every:
            for code in _paged(partial(self._codes.of_community, key)):
                yield code.code

    def compare(self, code: str) -> Iterator[str]:
        """What is to be told of one code."""
        self.codes += 1
        try:
            compared, people = self._reconcile(code), self._joins(code)
        except HearthError as error:
            self.found += 1
            yield f"{code} cannot be compared: {error}"
            return
        self.hours += compared.hours
        self.joins += people.joins
        self.found += compared.count + len(people.differences)
        yield from lines(code, compared)
        for one in people.differences:
            yield _line(code, one, compared.zone, "people who came")


def lines(code: str, compared: Compared) -> Iterator[str]:
    """Findings of a code, one line each."""
    for gap in compared.missing:
        yield f"{code} writes {gap.first} to {gap.last}: no facts"
    for one in compared.differences:
        yield _line(code, one, compared.zone, "facts" if one.hour else "counter")
    if compared.waiting:
        yield f"{code} has {compared.waiting} writes that wait to be counted"


def _line(code: str, one: Difference, zone: ZoneInfo, by: str) -> str:
    where = "all hours"
    if one.hour:
        where = datetime.fromtimestamp(one.hour / 1000, zone).isoformat(" ", "minutes")
    return f"{code} {where} {one.figure}: {one.kept} in the figures, {one.made} by the {by}"


def main(words: list[str] | None = None) -> int:
    """Print what differs and how much that is, or to stderr why nobody can tell."""
    parser = argparse.ArgumentParser(description="Compare live codes' figures with their facts.")
    parser.add_argument("codes", nargs="*", metavar="CODE")
    parser.add_argument("--community", action="append", default=[], help="all codes of this one")
    wanted = parser.parse_args(words)
    try:
        command = Command(from_environment(Settings, os.environ))
        for code in wanted.codes or command.names(wanted.community):
            for line in command.compare(code):
                sys.stdout.write(f"{line}\n")
    except HearthError as error:
        sys.stderr.write(f"hearth: {error}\n")
        return 2
    compared = f"codes: {command.codes}, hours: {command.hours}, joins: {command.joins}"
    sys.stdout.write(f"{compared}, differences: {command.found}\n")
    return 1 if command.found else 0


def _paged(page: Callable[[str], tuple[list[_Item], str]]) -> Iterator[_Item]:
    cursor = ""
    for _ in range(_MOST_PAGES):
        items, cursor = page(cursor)
        yield from items
        if not cursor:
            return
    raise Unavailable("there are too many to look at all: name some with --community")


if __name__ == "__main__":
    sys.exit(main())
