"""Seats whose visitors a platform tells of: what vitality remembers of codes and of their groups.

Items of the table ``scans``. Of a code: ``part=seats`` holds its book (``version``, ``body``),
``part=joins#<ms>#<group>`` what people who came into a group add to the figures of an hour
(``counts``), and the ``version`` of the group's book that says so. Of a group, under
``code=~group#<group>``: ``part=#people`` for its book, which sorts before
``part=<code>#<destination>`` for each destination that leads there. Under ``code=~due`` lie the
codes to be looked at, ``part=<code>``, each from ``since`` on; ``failed`` if nobody can have it
looked at earlier.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from heapq import nsmallest

from pynamodb.attributes import BinaryAttribute, BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from hearth.domain.comings import MOST_LINKS, GroupBook, Link
from hearth.domain.errors import Conflict, NotFound, Unavailable
from hearth.domain.reservations import SeatBook
from hearth.domain.retention import MEMBER_DAYS, expires
from hearth.store.base import translated
from hearth.store.connection import bind
from hearth.store.seat_form import read_group, read_seats, write_group, write_seats

_DUE, _PEOPLE, _SEATS = "~due", "#people", "seats"


class SeatItem(Model):
    class Meta:
        table_name = ""

    code = UnicodeAttribute(hash_key=True)
    part = UnicodeAttribute(range_key=True)
    version = NumberAttribute(null=True)
    body = BinaryAttribute(null=True, legacy_encoding=False)
    counts = UnicodeAttribute(null=True)
    community = UnicodeAttribute(null=True)
    way = UnicodeAttribute(null=True)
    target = UnicodeAttribute(null=True)
    since = NumberAttribute(null=True)
    failed = BooleanAttribute(null=True)
    expires = NumberAttribute(null=True)


class Seats:
    """Books in the table ``scans``."""

    def __init__(self, table_name: str) -> None:
        bind(SeatItem, table_name)

    def book(self, code: str) -> SeatBook:
        """The ledgers of a code; an empty book when it has none."""
        try:
            with translated("book of seats"):
                return _book(SeatItem.get(code, _SEATS, consistent_read=True))
        except NotFound:
            return SeatBook()

    def books(self, codes: Iterable[str]) -> dict[str, SeatBook]:
        """The books of up to 100 codes that have one."""
        keys = [(code, _SEATS) for code in sorted(set(codes))[:100]]
        with translated("book of seats"):
            found = SeatItem.batch_get(keys, consistent_read=True) if keys else ()
            return {item.code: _book(item) for item in found}

    def save_book(self, code: str, book: SeatBook) -> None:
        """Replace the book read; raises Unavailable when it has changed meanwhile."""
        _save(SeatItem(code, _SEATS, body=write_seats(book)), book.version)

    def group(self, group: str) -> tuple[list[Link], GroupBook]:
        """The first :data:`MOST_LINKS` destinations that lead into a group, and who came there."""
        links, book = [], GroupBook()
        with translated("group"):
            for item in SeatItem.query(_group(group), consistent_read=True, limit=MOST_LINKS + 1):
                if item.part == _PEOPLE:
                    book = read_group(int(item.version or 0), item.body or b"")
                else:
                    links.append(_link(item))
        return links[:MOST_LINKS], book  # one more was read while nobody has come

    def save_group(self, group: str, book: GroupBook, now: int) -> None:
        """Replace the book read; raises Unavailable when it has changed meanwhile."""
        ends = expires(now, MEMBER_DAYS)
        item = SeatItem(_group(group), _PEOPLE, body=write_group(book), expires=ends)
        _save(item, book.version)

    def link(self, group: str, link: Link) -> None:
        """Let comings into the group be told of a destination."""
        item = SeatItem(_group(group), link.id, community=link.community, since=link.since)
        item.way, item.target = link.way or None, link.target
        with translated("group"):
            item.save()

    def unlink(self, group: str, link: str) -> None:
        """It leads there no more; harmless when it did not."""
        with translated("group"):
            SeatItem(_group(group), link).delete()

    def save_joins(
        self, code: str, start: int, group: str, counts: Mapping[str, int], version: int
    ) -> None:
        """What a group adds to the figures of a code's hour that begins at ``start`` (ms).

        ``version``: of the group's book that says so; what a later one says stays.
        """
        line = json.dumps(counts, ensure_ascii=False, separators=(",", ":"))
        item = SeatItem(code, f"joins#{start:013d}#{group}", counts=line, version=version)
        older = SeatItem.version.does_not_exist() | (SeatItem.version <= version)
        with suppress(Conflict), translated("hour"):
            item.save(older)

    def wait(self, code: str, at: int) -> None:
        """Have a code looked at by ``at`` (ms), or earlier if it is to be, unless put off."""
        later = (SeatItem.since > at) & SeatItem.failed.does_not_exist()
        sooner = SeatItem.since.does_not_exist() | later
        with suppress(Conflict), translated("code that is due"):
            SeatItem(_DUE, code, since=at).save(sooner)

    def due(self, now: int, limit: int = 50) -> list[str]:
        """Codes to be looked at by ``now``, those most overdue first."""
        # All that wait are read, with a request for each MB: one small item for each code at most.
        with translated("code that is due"):
            found = SeatItem.query(_DUE, filter_condition=SeatItem.since <= now)
            return [code for _, code in nsmallest(limit, map(_moment, found))]

    def hold(self, code: str, until: int) -> None:
        """Before it is looked at: due again at ``until`` unless :meth:`done` or waited for."""
        with translated("code that is due"):
            SeatItem(_DUE, code, since=until).save()

    def done(self, code: str, until: int) -> None:
        """It was looked at while held ``until``; it stays if it was waited for meanwhile."""
        with suppress(Conflict), translated("code that is due"):
            SeatItem(_DUE, code).delete(SeatItem.since == until)

    def put_off(self, code: str, until: int) -> None:
        """It failed: due again at ``until``, whoever waits for it."""
        with translated("code that is due"):
            SeatItem(_DUE, code, since=until, failed=True).save()


def _save(item: SeatItem, version: int) -> None:
    known = SeatItem.version == version if version else SeatItem.code.does_not_exist()
    item.version = version + 1
    try:
        with translated("book"):
            item.save(known)
    except Conflict as error:
        raise Unavailable("another wrote this book at the same time") from error


def _moment(item: SeatItem) -> tuple[int, str]:
    return int(item.since or 0), item.part


def _book(item: SeatItem) -> SeatBook:
    return read_seats(int(item.version or 0), item.body or b"")


def _link(item: SeatItem) -> Link:
    code, _, destination = item.part.partition("#")
    since = int(item.since or 0)
    return Link(code, destination, item.community or "", item.way or "", item.target or "", since)


def _group(group: str) -> str:
    return f"~group#{group}"
