"""Which ticket leads where. Pure arithmetic, so it cannot oversell.

Every ticket of a code's counter is drawn once. A plan gives consecutive tickets to destinations,
never more than they have seats. It is changed only for tickets that nobody has drawn yet, so a
drawn ticket leads to the same destination for ever, whoever asks, with whatever version of the
plan. Seats that come back (tickets that led nowhere, reservations that expired) are dealt again
as new tickets; no ticket is drawn twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode, Order, Segment

SETTLED_MS = 30_000
"""Tickets drawn that long ago are in nobody's hand any more: those lost need no more noting."""

MOST_LOST = 32
"""Lost tickets noted on a counter before they are worth a new plan: more make its writes dear."""

MOST_NOTED = 200
"""Lost tickets noted on a counter while blocks are drawn: about 1 KB. Blocks returned unused add
to them faster than they can be settled; beyond this, tickets are drawn one by one."""

_MOST_KEPT = 200
"""Segments of drawn tickets; what is being answered or counted is among the last few."""


def owner(code: LiveCode, ticket: int) -> str:
    """Id of the destination that ``ticket`` leads to; empty when it leads nowhere."""
    return _owner(code.plan, ticket)


def seat(code: LiveCode, ticket: int, now: int) -> Destination | None:
    """The open destination that ``ticket`` leads to, if there is one; none of an archived code."""
    if code.archived:
        return None
    found = code.find(owner(code, ticket))
    return found if found and found.open_at(now) else None


def taken(code: LiveCode, destination: Destination, counter: Counter) -> int:
    """Seats handed out: tickets drawn that lead to it, less those that came back."""
    drawn = _dealt(code.plan, destination.id, counter.seq)
    return destination.settled + drawn - _own(code.plan, destination.id, _open(code, counter))


def free(code: LiveCode, destination: Destination, counter: Counter) -> int:
    """Tickets that may still be dealt for it; none for a person, nor of an archived code."""
    if code.archived or destination.kind is Kind.PERSON:
        return 0
    allowed = destination.capacity + destination.extra
    return max(0, allowed - taken(code, destination, counter))


def has_room(code: LiveCode, counter: Counter, now: int) -> bool:
    """Whether any open destination has a seat left."""
    return any(one.open_at(now) and free(code, one, counter) for one in code.destinations)


def ahead(code: LiveCode, seq: int) -> int:
    """Tickets after ``seq`` that the plan deals."""
    return sum(max(0, segment.last - max(seq, segment.first - 1)) for segment in code.plan)


def is_stale(code: LiveCode, counter: Counter, now: int) -> bool:
    """Whether a destination has become valid since the plan, or many tickets can be settled."""
    begun = any(code.planned < one.valid_from <= now for one in code.destinations if one.enabled)
    crowded = len(counter.lost) > MOST_LOST and now - code.planned >= SETTLED_MS
    return begun or crowded


@dataclass(frozen=True, slots=True)
class Replan:
    """A new plan, and what it needs to be saved."""

    code: LiveCode
    last: int
    """It holds as long as no ticket after this one was drawn."""
    settled: frozenset[int] = frozenset()
    """The counter's lost tickets that need no more noting."""
    lost: frozenset[int] = frozenset()
    """Tickets to be noted as lost with it; then those settled are forgotten with a later plan."""

    def noted(self, counter: Counter) -> Counter:
        """``counter`` as it is when this is saved, and no ticket is drawn with it."""
        lost = counter.lost | self.lost if self.lost else counter.lost - self.settled
        return replace(counter, version=self.code.version, lost=lost)


def replanned(code: LiveCode, counter: Counter, now: int, margin: int = 0) -> Replan:
    """The undrawn tickets of ``code`` dealt anew to the destinations open at ``now``.

    Tickets up to ``counter.seq + margin`` stay as they are. ``code`` and ``counter`` must be of
    the same version.
    """
    last = counter.seq + margin
    drawn = tuple(_until(segment, last) for segment in code.plan if segment.first <= last)
    forgotten, kept = drawn[:-_MOST_KEPT], drawn[-_MOST_KEPT:]
    limit = _limit(code, counter, forgotten, now)
    gone = frozenset(ticket for ticket in _open(code, counter) if ticket <= limit)
    settled = replace(
        code,
        version=code.version + 1,
        planned=now,
        planned_at=last,
        settled_to=limit,
        destinations=tuple(_settled(code, one, gone, forgotten) for one in code.destinations),
        plan=kept,
    )
    then = replace(counter, seq=last)
    rooms = [(one.id, free(settled, one, then)) for one in settled.destinations if one.open_at(now)]
    new = _deal(code.order, [(name, room) for name, room in rooms if room], last + 1)
    noted = frozenset(ticket for ticket in counter.lost if ticket <= limit)
    return Replan(replace(settled, plan=(*kept, *new)), last, noted)


def _limit(code: LiveCode, counter: Counter, forgotten: tuple[Segment, ...], now: int) -> int:
    """The last ticket that nobody can hold any more; what is noted of earlier ones is settled."""
    drawn = min(code.planned_at, counter.seq)
    base = drawn if now - code.planned >= SETTLED_MS else 0
    return max([code.settled_to, base, *(segment.last for segment in forgotten)])


def _open(code: LiveCode, counter: Counter) -> list[int]:
    """Lost tickets that are not settled; one noted after its time stays taken, to be safe."""
    return [ticket for ticket in counter.lost if ticket > code.settled_to]


def _settled(
    code: LiveCode, one: Destination, gone: frozenset[int], forgotten: tuple[Segment, ...]
) -> Destination:
    back = _own(code.plan, one.id, gone)
    return replace(one, settled=one.settled + _dealt(forgotten, one.id) - back)


def _own(plan: tuple[Segment, ...], name: str, tickets: Iterable[int]) -> int:
    """How many of ``tickets`` lead to ``name``."""
    own = [segment for segment in plan if name in segment.destinations]
    if not own:
        return 0
    return sum(_owner(tuple(own), ticket) == name for ticket in tickets)


def _deal(order: Order, rooms: list[tuple[str, int]], first: int) -> Iterable[Segment]:
    """New segments from ticket ``first`` on, as many tickets as there is room."""
    layers = _one_by_one(rooms) if order is Order.ORDERED else _emptiest_first(rooms)
    for depth, names in layers:
        yield Segment(first, first + depth * len(names) - 1, names)
        first += depth * len(names)


def _one_by_one(rooms: list[tuple[str, int]]) -> Iterable[tuple[int, tuple[str, ...]]]:
    for name, room in rooms:
        yield room, (name,)


def _emptiest_first(rooms: list[tuple[str, int]]) -> Iterable[tuple[int, tuple[str, ...]]]:
    """The emptiest alone until the next is as empty, then both in turn, and so on."""
    falling = sorted(rooms, key=lambda one: -one[1])
    for place, (_, room) in enumerate(falling, 1):
        below = falling[place][1] if place < len(falling) else 0
        if room > below:
            yield room - below, tuple(name for name, _ in falling[:place])


def _dealt(plan: tuple[Segment, ...], name: str, seq: int | None = None) -> int:
    """How many tickets up to ``seq`` (or all) lead to ``name``."""
    return sum(_share(segment, name, seq) for segment in plan if name in segment.destinations)


def _share(segment: Segment, name: str, seq: int | None) -> int:
    last = segment.last if seq is None else min(seq, segment.last)
    turn = segment.first + segment.destinations.index(name)
    return max(0, (last - turn) // len(segment.destinations) + 1)


def _until(segment: Segment, last: int) -> Segment:
    return replace(segment, last=min(last, segment.last))


def _owner(plan: tuple[Segment, ...], ticket: int) -> str:
    for segment in reversed(plan):
        if segment.first <= ticket <= segment.last:
            turn = (ticket - segment.first) % len(segment.destinations)
            return segment.destinations[turn]
    return ""
