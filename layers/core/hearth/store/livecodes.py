"""Live codes for rooms with time: everything ``livecodes_http`` does, and the operator's part.

Item ``part=counter``: ``seq``, ``scans``, ``robots``, ``step``, ``lost``, ``version``,
``last_scan``; no index touches it, so that a scan is one write unit. Item ``part=code``:
``community``, ``name``, ``version`` and the content (``livecode_form``).
"""

from collections.abc import Collection
from contextlib import suppress

from pynamodb.attributes import NumberAttribute, NumberSetAttribute, UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from hearth.domain.errors import Conflict
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts, write_facts
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind, room_connection
from hearth.store.livecode_form import CONTENT, WATCHED, read_content, write_content


class ByCommunity(GlobalSecondaryIndex["CodeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_community"
        projection = AllProjection()

    community = UnicodeAttribute(hash_key=True)
    code = UnicodeAttribute(range_key=True)


class Due(GlobalSecondaryIndex["CodeItem"]):  # type: ignore[no-untyped-call]
    """Codes that were changed, or of which a destination begins or comes nearer to its end."""

    class Meta:
        index_name = "due"
        projection = KeysOnlyProjection()

    watched = UnicodeAttribute(hash_key=True)
    due = NumberAttribute(range_key=True)


class CodeItem(Model):
    class Meta:
        table_name = ""

    code = UnicodeAttribute(hash_key=True)
    part = UnicodeAttribute(range_key=True, default="code")
    community = UnicodeAttribute()
    name = UnicodeAttribute()
    version = NumberAttribute()
    destinations = UnicodeAttribute()
    plan = UnicodeAttribute()
    settings = UnicodeAttribute()
    watched = UnicodeAttribute(null=True)
    due = NumberAttribute(null=True)
    by_due = Due()
    by_community = ByCommunity()


class CounterItem(Model):
    class Meta:
        table_name = ""

    code = UnicodeAttribute(hash_key=True)
    part = UnicodeAttribute(range_key=True, default="counter")
    seq = NumberAttribute(default=0)
    scans = NumberAttribute(default=0)
    robots = NumberAttribute(default=0)
    step = NumberAttribute(default=0)
    version = NumberAttribute(default=0)
    last_scan = UnicodeAttribute(null=True)
    lost = NumberSetAttribute(null=True)


class LiveCodes:
    """The table ``livecodes``."""

    def __init__(self, table_name: str) -> None:
        bind(CodeItem, table_name)
        bind(CounterItem, table_name)

    def take(self, code: str, tickets: int, facts: Facts, lost: Collection[int] = ()) -> Counter:
        """Draw the next ``tickets``, count the scans of ``facts``, note ``lost`` tickets.

        Facts that tell nothing are no step that anybody waits to be counted.
        Sent again under the same ``facts.id``, it changes nothing if no other write came between.
        Raises NotFound.
        """
        item = CounterItem(code, "counter")
        actions: list[Update] = [
            CounterItem.seq.add(tickets),
            CounterItem.scans.add(facts.people),
            CounterItem.robots.add(facts.robots),
        ]
        if facts.tell:
            told = write_facts(facts)
            actions += [CounterItem.step.add(1), CounterItem.last_scan.set(told)]
        try:
            with translated("live code"):
                item.update([*actions, *_noted(lost)], _new(facts))
        except Conflict:
            return self.counter(code)
        return _counter(item)

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        """Save a plan; with ``drawn`` also draw its first ticket, for a scan with these facts.

        The code is due at once: an end that was changed may need a warning now, or one less.
        False when the code was changed or the plan's ``last`` was passed meanwhile: nothing is
        saved then.
        """
        after, counter = plan.code, CounterItem(plan.code.code, "counter")
        try:
            with translated("live code"), TransactWrite(connection=room_connection()) as write:
                write.save(_item(after), CodeItem.version == after.version - 1)
                write.update(counter, _replanned(plan, drawn), CounterItem.seq <= plan.last)
        except Conflict:
            return False
        return True

    def load(self, code: str) -> LiveCode:
        """The code with its destinations; raises NotFound."""
        with translated("live code"):
            return _code(CodeItem.get(code, "code", consistent_read=True))

    def counter(self, code: str) -> Counter:
        """Tickets drawn and scans counted so far; raises NotFound."""
        with translated("live code"):
            return _counter(CounterItem.get(code, "counter", consistent_read=True))

    def add(self, code: LiveCode) -> None:
        """Enter a new code; raises Conflict when it is taken."""
        with translated("live code"), TransactWrite(connection=room_connection()) as write:
            write.save(_item(code), CodeItem.code.does_not_exist())
            write.save(
                CounterItem(code.code, "counter", version=code.version),
                CounterItem.code.does_not_exist(),
            )

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[LiveCode], str]:
        """Codes of a community and the next page's cursor."""
        with translated("live code"):
            found = CodeItem.by_community.query(
                community, limit=bounded(limit), last_evaluated_key=decode_cursor(cursor)
            )
            return page(found, _code)

    def due(self, now: int, limit: int = 50) -> list[str]:
        """Codes that should be looked at by ``now``, those most overdue first."""
        with translated("live code"):
            found = CodeItem.by_due.query(WATCHED, CodeItem.due <= now, limit=bounded(limit))
            return [item.code for item in found]

    def warned(self, code: LiveCode, next_at: int) -> None:
        """Look at ``code`` again at ``next_at`` (ms), never for 0; nothing if it has changed."""
        actions: list[Update] = [CodeItem.watched.remove(), CodeItem.due.remove()]
        if next_at:
            actions = [CodeItem.watched.set(WATCHED), CodeItem.due.set(next_at)]
        with suppress(Conflict), translated("live code"):
            item = CodeItem(code.code, "code")
            item.update(actions, CodeItem.version == code.version)

    def put_off(self, code: str, begun: int, until: int) -> None:
        """Have a code that fails looked at ``until`` (ms); nothing if it was saved since ``begun``.

        Asks for nothing of its content: that may be what is damaged.
        """
        with suppress(Conflict), translated("live code"):
            CodeItem(code, "code").update([CodeItem.due.set(until)], CodeItem.due <= begun)

    def counters(self, codes: list[str]) -> dict[str, Counter]:
        """Counters of up to 100 codes at once."""
        keys = [(code, "counter") for code in codes]
        with translated("live code"):
            return {item.code: _counter(item) for item in CounterItem.batch_get(keys)}


def _replanned(plan: Replan, drawn: Facts | None) -> list[Update]:
    actions: list[Update] = [CounterItem.version.set(plan.code.version)]
    if plan.lost:
        actions.append(CounterItem.lost.add(set(plan.lost)))
    elif plan.settled:
        actions.append(CounterItem.lost.delete(set(plan.settled)))
    if drawn:
        actions += [
            CounterItem.seq.set(plan.last + 1),
            CounterItem.step.add(1),
            CounterItem.last_scan.set(write_facts(drawn)),
        ]
    return actions


def _new(facts: Facts) -> Condition:
    there: Condition = CounterItem.code.exists()
    told = CounterItem.last_scan
    again = told.does_not_exist() | (told != write_facts(facts))
    return there & again if facts.id else there


def _noted(lost: Collection[int]) -> list[Update]:
    return [CounterItem.lost.add(set(lost))] if lost else []


def _item(code: LiveCode) -> CodeItem:
    item = CodeItem(code.code, "code", community=code.community, name=code.name)
    item.version = code.version
    for name, line in write_content(code).items():
        setattr(item, name, line)
    if code.planned:
        item.watched, item.due = WATCHED, code.planned
    return item


def _code(item: CodeItem) -> LiveCode:
    known = LiveCode(item.code, item.community, item.name, int(item.version))
    return read_content(known, {name: getattr(item, name) for name in CONTENT})


def _counter(item: CounterItem) -> Counter:
    return Counter(
        int(item.seq),
        int(item.version),
        int(item.scans),
        int(item.robots),
        frozenset(int(ticket) for ticket in item.lost or ()),
        int(item.step),
    )
