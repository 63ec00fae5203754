"""Figures of a live code: made from the facts of its scans, and made again from them alone."""

from collections import Counter as Tally
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from hearth.domain.hours import hour_of
from hearth.domain.livecodes import Counter
from hearth.domain.scans import DRAWN, Facts, Seen, Who

MOST_CHANNELS = 200
"""Channels with figures of their own in one hour; more are counted together."""

OTHERS = "…"
"""Name under which further channels are counted: anybody can make up a channel."""

Owner = Callable[[int], str]
"""Ticket → id of the destination that it leads to; empty when it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Change:
    """One write by scans, as the table's stream tells it."""

    code: str
    before: Counter
    after: Counter
    facts: Facts


@dataclass(frozen=True, slots=True)
class Written:
    """One write by scans as it is archived: nothing in it needs a plan to be understood."""

    step: int
    """Number of the write among all of its code."""
    facts: Facts
    """With every ticket and destination filled in."""
    zone: str = "UTC"
    """Whose clocks say when its hours begin; an IANA name."""


Counts = Mapping[str, int]
"""Name of a figure → number; see :func:`counted`."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted in one hour."""

    step: int = 0
    """The last write that is counted."""
    counts: Counts = field(default_factory=dict)


def resolved(step: int, seq: int, facts: Facts, owner: Owner, zone: str = "UTC") -> Written:
    """A write as it is archived; ``seq`` is the counter before it."""
    seen = tuple(_led(one, seq, owner) for one in facts.seen)
    return Written(step, replace(facts, seen=seen, id=""), zone)


def by_hour(writes: Iterable[Written]) -> dict[int, list[Written]]:
    """Beginning of an hour, in ms since 1970 → its writes.

    A write that spans two hours is in both, each with its own scans.
    """
    hours: dict[int, list[Written]] = {}
    for write in writes:
        zone = ZoneInfo(write.zone)
        for start in sorted({hour_of(one.at, zone) for one in write.facts.seen}):
            own = tuple(one for one in write.facts.seen if hour_of(one.at, zone) == start)
            hours.setdefault(start, []).append(replace(write, facts=replace(write.facts, seen=own)))
    return hours


def counted(figures: Figures, writes: Iterable[Written]) -> Figures:
    """``figures`` with the writes added that are not in them yet.

    Names: ``new``, ``again``, ``robot``, ``seats``; ``channel|<name>|scans`` and ``|seats``;
    ``device|<name>|scans``; ``destination|<id>|seats``.
    """
    counts, step = Tally(figures.counts), figures.step
    for write in writes:
        if write.step <= figures.step:
            continue
        for one in write.facts.seen:
            _count(counts, one)
        step = max(step, write.step)
    return Figures(step, {name: many for name, many in counts.items() if many})


def with_joins(figures: Figures, joins: Iterable[Counts]) -> Figures:
    """``figures`` with those of joins added, as ``comings.counts`` names them."""
    counts = Tally(figures.counts)
    for own in joins:
        counts.update(own)
    return Figures(figures.step, dict(counts))


def _led(one: Seen, seq: int, owner: Owner) -> Seen:
    ticket = seq + 1 if one.ticket == DRAWN else one.ticket
    return replace(one, ticket=ticket, destination=owner(ticket) or one.destination)


def _count(counts: Tally[str], one: Seen) -> None:
    channel = f"channel|{_channel(counts, one.channel)}"
    if one.who in (Who.NEW, Who.AGAIN, Who.ROBOT):
        counts[one.who] += 1
    if one.who in (Who.NEW, Who.AGAIN):
        counts[f"{channel}|scans"] += 1
        counts[f"device|{one.device}|scans"] += 1
    if one.ticket and one.destination:
        for name in ("seats", f"{channel}|seats", f"destination|{one.destination}|seats"):
            counts[name] += -1 if one.who is Who.VOID else 1


def _channel(counts: Tally[str], channel: str) -> str:
    known = f"channel|{channel}|scans"
    if known in counts or not channel:
        return channel
    many = sum(name.startswith("channel|") and name.endswith("|scans") for name in counts)
    return channel if many < MOST_CHANNELS else OTHERS
