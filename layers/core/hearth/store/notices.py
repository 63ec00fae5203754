"""Notices; the index ``open`` holds those to be dealt with, ``untold`` those not sent out yet.

Item: ``community`` (hash), ``notice`` (range), ``kind``, ``subject``, ``facts`` (JSON), ``raised``
(ms), ``urgency``, ``is_task``, ``link``, ``told`` (ms), ``done`` (ms), ``by``, ``open`` (the
community's key or absent), ``untold`` (``yes`` or absent), ``expires`` (s).
"""

import json
import logging
from itertools import islice

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from hearth.domain import plain_json
from hearth.domain.errors import Conflict
from hearth.domain.notices import Notice, NoticeKind, Urgency
from hearth.domain.retention import NOTICE_DAYS, expires
from hearth.store.base import PAGE, bounded, decode_cursor, page, translated
from hearth.store.connection import bind

_UNTOLD = "yes"
_log = logging.getLogger(__name__)


class ByTime(GlobalSecondaryIndex["NoticeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_time"
        projection = AllProjection()

    community = UnicodeAttribute(hash_key=True)
    raised = NumberAttribute(range_key=True)


class Open(GlobalSecondaryIndex["NoticeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "open"
        projection = AllProjection()

    open = UnicodeAttribute(hash_key=True)
    raised = NumberAttribute(range_key=True)


class Untold(GlobalSecondaryIndex["NoticeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "untold"
        projection = AllProjection()

    untold = UnicodeAttribute(hash_key=True)
    raised = NumberAttribute(range_key=True)


class NoticeItem(Model):
    class Meta:
        table_name = ""

    community = UnicodeAttribute(hash_key=True)
    notice = UnicodeAttribute(range_key=True)
    kind = UnicodeAttribute()
    subject = UnicodeAttribute()
    facts = UnicodeAttribute()
    raised = NumberAttribute()
    urgency = UnicodeAttribute()
    is_task = BooleanAttribute()
    link = UnicodeAttribute()
    told = NumberAttribute(default=0)
    done = NumberAttribute(default=0)
    by = UnicodeAttribute(default="")
    open = UnicodeAttribute(null=True)
    untold = UnicodeAttribute(null=True)
    expires = NumberAttribute()
    by_time = ByTime()
    of_open = Open()
    of_untold = Untold()


_CLOSED_BY_HEARTH = (NoticeItem.done > 0) & (NoticeItem.by == "")


class Notices:
    """The table ``notices``."""

    def __init__(self, table_name: str) -> None:
        bind(NoticeItem, table_name)

    def add(self, notice: Notice) -> bool:
        """Keep a new notice, open and untold; False when it was raised before."""
        try:
            with translated("notice"):
                _write(notice).save(NoticeItem.notice.does_not_exist())
        except Conflict:
            return False
        return True

    def get(self, community: str, notice: str) -> Notice:
        """One notice; raises NotFound."""
        with translated("notice"):
            return _read(NoticeItem.get(community, notice, consistent_read=True))

    def mark_told(self, community: str, notice: str, now: int) -> None:
        """Remember that it was sent out; harmless when somebody has dealt with it meanwhile."""
        actions: list[Update] = [NoticeItem.told.set(now), NoticeItem.untold.remove()]
        with translated("notice"):
            NoticeItem(community, notice).update(actions, NoticeItem.notice.exists())

    def finish(self, community: str, notice: str, now: int, by: str) -> Notice:
        """Open → done, and nobody is told any more; raises Conflict when it was not open."""
        item = NoticeItem(community, notice)
        actions: list[Update] = [
            NoticeItem.done.set(now),
            NoticeItem.by.set(by),
            NoticeItem.open.remove(),
            NoticeItem.untold.remove(),
        ]
        with translated("notice"):
            item.update(actions, NoticeItem.open.exists())
        return _read(item)

    def reopen(self, notice: Notice, untold: bool) -> bool:
        """Done → open, with newer facts; False unless it was Hearth that had closed it.

        With ``untold`` it waits to be sent out once more.
        """
        fresh = _write(notice)
        actions: list[Update] = [
            NoticeItem.done.set(0),
            NoticeItem.open.set(fresh.open),
            NoticeItem.facts.set(fresh.facts),
            NoticeItem.raised.set(fresh.raised),
            NoticeItem.expires.set(fresh.expires),
        ]
        if untold:
            actions.append(NoticeItem.untold.set(_UNTOLD))
        try:
            with translated("notice"):
                NoticeItem(notice.community, notice.id).update(actions, _CLOSED_BY_HEARTH)
        except Conflict:
            return False
        return True

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Notice], str]:
        """All notices of a community, newest first, and the next page's cursor."""
        return self._newest(NoticeItem.by_time, community, cursor, limit)

    def open_of(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Notice], str]:
        """Those that nobody has dealt with."""
        return self._newest(NoticeItem.of_open, community, cursor, limit)

    def count_open(self, community: str) -> int:
        """How many of them can be shown, counted up to 100, of the last thousand."""
        with translated("notice"):
            found = NoticeItem.of_open.query(
                community, scan_index_forward=False, limit=10 * PAGE, page_size=PAGE
            )
            return sum(1 for _ in islice(filter(_is_readable, found), PAGE))

    def untold(self, before: int, limit: int = 50) -> list[Notice]:
        """Notices raised before ``before`` (ms) and not sent out yet, oldest first."""
        with translated("notice"):
            found = NoticeItem.of_untold.query(
                _UNTOLD, NoticeItem.raised < before, limit=bounded(limit)
            )
            return [notice for notice in map(_read_or_none, found) if notice]

    def _newest(
        self, index: ByTime | Open, community: str, cursor: str, limit: int
    ) -> tuple[list[Notice], str]:
        with translated("notice"):
            found = index.query(
                community,
                scan_index_forward=False,
                limit=bounded(limit),
                last_evaluated_key=decode_cursor(cursor),
            )
            read, following = page(found, _read_or_none)
            return [notice for notice in read if notice], following


def _write(notice: Notice) -> NoticeItem:
    return NoticeItem(
        notice.community,
        notice.id,
        kind=notice.kind.value,
        subject=notice.subject,
        facts=plain_json.dumps(dict(notice.facts)),
        raised=notice.raised,
        urgency=notice.urgency.value,
        is_task=notice.is_task,
        link=notice.link,
        open=notice.community,
        untold=_UNTOLD,
        expires=expires(notice.raised, NOTICE_DAYS),
    )


def _read_or_none(item: NoticeItem) -> Notice | None:
    """None for one that is damaged, or of a kind that a later version has made: others count."""
    try:
        return _read(item)
    except (ValueError, TypeError):
        _log.exception("the notice %s of %s cannot be read", item.notice, item.community)
        return None


def _is_readable(item: NoticeItem) -> bool:
    """Says nothing of one that is damaged: it is counted all the time, and told of when listed."""
    try:
        _read(item)
    except (ValueError, TypeError):
        return False
    return True


def _read(item: NoticeItem) -> Notice:
    return Notice(
        item.notice,
        item.community,
        NoticeKind(item.kind),
        item.subject,
        json.loads(item.facts),
        int(item.raised),
        Urgency(item.urgency),
        bool(item.is_task),
        item.link,
        int(item.told),
        int(item.done),
        item.by,
    )
