"""Live codes for rooms with time: everything ``livecodes_http`` does, and the operator's part.

Item ``part=counter``: ``seq``, ``scans``, ``robots``, ``version``, ``last_scan``; no index
touches it, so that a scan is one write unit. Item ``part=code``: ``community``, ``name``,
``version``, ``destinations`` (JSON).
"""

from contextlib import suppress

from pynamodb.attributes import MapAttribute, NumberAttribute, NumberSetAttribute, UnicodeAttribute
from pynamodb.expressions.operand import Path
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.livecodes import Counter, Destination, LiveCode
from hearth.domain.scans import Scan
from hearth.store.base import bounded, decode_cursor, page, translated
from hearth.store.connection import bind, room_connection
from hearth.store.livecode_form import read_destinations, write_destinations


class ByCommunity(GlobalSecondaryIndex["CodeItem"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "by_community"
        projection = AllProjection()

    community = UnicodeAttribute(hash_key=True)
    code = UnicodeAttribute(range_key=True)


class CodeItem(Model):
    class Meta:
        table_name = ""

    code = UnicodeAttribute(hash_key=True)
    part = UnicodeAttribute(range_key=True, default="code")
    community = UnicodeAttribute()
    name = UnicodeAttribute()
    version = NumberAttribute()
    destinations = UnicodeAttribute()
    by_community = ByCommunity()


class CounterItem(Model):
    class Meta:
        table_name = ""

    code = UnicodeAttribute(hash_key=True)
    part = UnicodeAttribute(range_key=True, default="counter")
    seq = NumberAttribute(default=0)
    scans = NumberAttribute(default=0)
    robots = NumberAttribute(default=0)
    version = NumberAttribute(default=0)
    last_scan = UnicodeAttribute(null=True)
    jumps: MapAttribute[str, int] = MapAttribute(default=dict)  # type: ignore[no-untyped-call]
    lost = NumberSetAttribute(null=True)


class LiveCodes:
    """The table ``livecodes``."""

    def __init__(self, table_name: str) -> None:
        bind(CodeItem, table_name)
        bind(CounterItem, table_name)

    def draw(self, scan: Scan, counted: bool = True, lost: int = 0) -> Counter:
        """Take the next ticket; count the scan unless it was counted; note a lost ticket.

        Raises NotFound.
        """
        actions: list[Update] = [CounterItem.seq.add(1), CounterItem.scans.add(int(counted))]
        if lost:
            actions.append(CounterItem.lost.add({lost}))
        return self._add(scan, actions)

    def visit(self, scan: Scan) -> Counter:
        """Count a scan that needs no ticket, people and robots apart. NotFound."""
        column = CounterItem.robots if scan.robot else CounterItem.scans
        return self._add(scan, [column.add(1)])

    def skip(self, scan: Scan, to: int, lost: int) -> Counter | None:
        """Take ticket ``to + 1`` if no later one was drawn; None when one was.

        The leap and the ``lost`` ticket are noted, so that seats can be counted.
        """
        actions: list[Update] = [
            CounterItem.seq.set(to + 1),
            Path(["jumps", str(to)]).set(CounterItem.seq),
            CounterItem.lost.add({lost}),
        ]
        item = CounterItem(scan.code, "counter")
        try:
            with translated("live code"):
                item.update(actions, CounterItem.seq < to + 1)
        except Conflict:
            return None
        return _counter(item)

    def give_back(self, scan: Scan, ticket: int) -> None:
        """Undo a draw that led nowhere, unless another ticket was drawn since."""
        item = CounterItem(scan.code, "counter")
        with suppress(Conflict), translated("live code"):
            item.update([CounterItem.seq.set(ticket - 1)], CounterItem.seq == ticket)

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
            write.save(CounterItem(code.code, "counter"), CounterItem.code.does_not_exist())

    def change(
        self, code: LiveCode, destinations: tuple[Destination, ...], most_drawn: int | None = None
    ) -> LiveCode:
        """Replace the destinations of a code that was read at ``code.version``.

        Raises Conflict when it was changed since, or when more than ``most_drawn`` tickets
        were drawn: read and repeat.
        """
        version = code.version + 1
        changed = LiveCode(code.code, code.community, code.name, version, destinations)
        counter = CounterItem(code.code, "counter")
        drawn = CounterItem.seq <= most_drawn if most_drawn is not None else None
        with translated("live code"), TransactWrite(connection=room_connection()) as write:
            write.save(_item(changed), CodeItem.version == code.version)
            write.update(counter, [CounterItem.version.set(version)], drawn)
        return changed

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[LiveCode], str]:
        """Codes of a community and the next page's cursor."""
        with translated("live code"):
            found = CodeItem.by_community.query(
                community, limit=bounded(limit), last_evaluated_key=decode_cursor(cursor)
            )
            return page(found, _code)

    def counters(self, codes: list[str]) -> dict[str, Counter]:
        """Counters of up to 100 codes at once."""
        keys = [(code, "counter") for code in codes]
        with translated("live code"):
            return {item.code: _counter(item) for item in CounterItem.batch_get(keys)}

    def _add(self, scan: Scan, actions: list[Update]) -> Counter:
        item = CounterItem(scan.code, "counter")
        actions.append(CounterItem.last_scan.set(scan.facts))
        try:
            with translated("live code"):
                item.update(actions, CounterItem.code.exists())
        except Conflict as error:
            raise NotFound("there is no such live code") from error
        return _counter(item)


def _item(code: LiveCode) -> CodeItem:
    return CodeItem(
        code.code,
        "code",
        community=code.community,
        name=code.name,
        version=code.version,
        destinations=write_destinations(code.destinations),
    )


def _code(item: CodeItem) -> LiveCode:
    destinations = read_destinations(item.destinations)
    return LiveCode(item.code, item.community, item.name, int(item.version), destinations)


def _counter(item: CounterItem) -> Counter:
    return Counter(
        int(item.seq),
        int(item.version),
        int(item.scans),
        int(item.robots),
        tuple(
            (int(to), int(before))
            for to, before in item.jumps.as_dict().items()  # type: ignore[no-untyped-call]
        ),
        frozenset(int(ticket) for ticket in item.lost or ()),
    )
