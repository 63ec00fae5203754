"""Seats that wait for their visitors: known ticket by ticket where a platform tells who joins.

A destination whose group Hearth is in has a ledger from the first scan on. Its seats are held by
the members who came since and are still there, and by reservations: tickets drawn in the last ten
minutes whose visitors did not come yet. What else was handed out has expired and is given back,
which is an edit of the code: its tickets are then dealt anew (``domain.plans``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.overbooking import join_rate, most_tickets
from hearth.domain.plans import taken
from hearth.domain.scans import Who
from hearth.domain.statistics import OTHERS, Change, Written

RESERVED_MS = 600_000
"""How long a seat waits for its visitor."""
KEPT_MS = 2_400_000
"""Seats are told apart by minute and channel for that long; their outcome is known then."""
LARGEST = 2_000
"""Destinations with more seats keep counting strictly: too many people to remember."""
SILENT = 50
"""Seats handed out since somebody came, after which the platform is not believed to tell."""

_MOST_MINUTES = 1_000
"""Minutes and channels of one destination; anybody can make up a channel."""

MOST_KEYS = 1_500
"""Those of a whole book; with the longest channels it still fits one item."""

_MINUTE_MS = 60_000
_SLACK_MS = 5_000
"""A ticket is drawn some time before its holder is led, and clocks differ."""

Minutes = Mapping[tuple[int, str], int]
"""Minute since 1970 and channel → seats."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Seats of one destination that scans were told of, since its group is followed."""

    group: str
    way: str
    target: str
    since: int
    """ms since 1970."""
    first: int = 0
    """Tickets up to this one were drawn before."""
    base: int = 0
    """Seats of theirs: nobody knows who came, so they are held for good."""
    handed: int = 0
    matured: int = 0
    """Of the seats handed out, those so old that their outcome is known."""
    channels: tuple[str, ...] = ()
    """The first two channels that seats were handed out through."""
    minutes: Minutes = field(default_factory=dict)
    """Seats handed out lately."""


@dataclass(frozen=True, slots=True)
class SeatBook:
    """The ledgers of one code."""

    version: int = 0
    """How often it was saved."""
    step: int = 0
    """The last write by scans that is in it."""
    draws: tuple[tuple[int, int], ...] = ()
    """At which moment (ms) how many tickets were drawn: one for each minute, in order."""
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    """By destination."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the people whom a destination was shown to."""

    present: int = 0
    """Members who came since its group is followed and are still there."""
    joins: int = 0
    estimated: int = 0
    """Further joins, by time alone."""
    heard: int = 0
    """Seats that were handed out when somebody came last."""
    seats: tuple[int, ...] = ()
    """Minutes of the seats that joins have confirmed."""


def follows(one: Destination) -> bool:
    """Whether its joins may be told: Hearth is in its group, and it is not too large."""
    return bool(one.group) and one.kind is not Kind.PERSON and one.capacity <= LARGEST


def followed(code: LiveCode) -> dict[str, Destination]:
    """The destinations of a code that have a ledger, by id."""
    return {one.id: one for one in code.destinations if follows(one)}


def opened(book: SeatBook, code: LiveCode, first: Change) -> SeatBook:
    """The book with a ledger for each destination that should have one, and no others.

    ``first``: the first write that the new ledgers will be told of. Who came after its scans, and
    before the newest plan, came by its tickets.
    """
    since = min([code.planned, *(one.at for one in first.facts.seen)])
    ledgers = {
        name: _kept(book.ledgers.get(name), one) or _new(code, one, first.before, since)
        for name, one in followed(code).items()
    }
    return book if ledgers == book.ledgers else replace(book, ledgers=ledgers)


def noted(book: SeatBook, writes: Iterable[tuple[Change, Written]], now: int) -> SeatBook:
    """The book with the seats added that these writes handed out; each counts once."""
    for change, write in writes:
        if write.step > book.step:
            full = sum(len(one.minutes) for one in book.ledgers.values()) >= MOST_KEYS
            seats = {name: _told(one, name, write, full) for name, one in book.ledgers.items()}
            draws = _drawn(book.draws, change, write)
            book = replace(book, step=write.step, draws=draws, ledgers=seats)
    aged = {name: _aged(one, now) for name, one in book.ledgers.items()}
    return replace(book, draws=_recent(book.draws, now), ledgers=aged)


def waiting(
    code: LiveCode, counter: Counter, book: SeatBook, name: str, known: Standing, now: int
) -> int:
    """Reservations of a destination: seats whose visitors may still come."""
    one, ledger = code.find(name), book.ledgers[name]
    if one is None:
        return 0
    old = _at(counter, _drawn_by(book, ledger, now))
    young = taken(code, one, counter) - taken(code, one, old)
    confirmed = sum(minute * _MINUTE_MS >= now - RESERVED_MS for minute in known.seats)
    return max(0, young - confirmed)


def is_told(ledger: Ledger, known: Standing) -> bool:
    """Whether the platform tells who comes, as far as can be seen."""
    somebody = known.present or known.joins or known.estimated
    return bool(somebody) and ledger.handed - known.heard <= SILENT


def given_back(
    code: LiveCode, counter: Counter, book: SeatBook, name: str, known: Standing, now: int
) -> int:
    """Seats of a destination that are held by nobody; below 0 when members hold more.

    Never more than were handed out. None where joins are not told.
    """
    one, ledger = code.find(name), book.ledgers[name]
    if one is None:
        return 0
    held = ledger.base + known.present + waiting(code, counter, book, name, known, now)
    free = taken(code, one, counter) - held
    told = is_told(ledger, known) and _remembers(code, _drawn_by(book, ledger, now))
    return free if told else min(0, free)


def rate(book: SeatBook, known: Mapping[str, Standing]) -> float:
    """Upper bound of the share of a code's tickets that lead to a join; 1 while not learned.

    Learned where the platform tells by which way people come.
    """
    exact = [name for name, one in book.ledgers.items() if one.way and name in known]
    joins = sum(known[name].joins + known[name].estimated for name in exact)
    return join_rate(sum(book.ledgers[name].matured for name in exact), joins)


def extra(one: Destination, ledger: Ledger, known: Standing, rate: float) -> int:
    """Tickets beyond the capacity of a destination."""
    if not ledger.way or not is_told(ledger, known):
        return 0
    free = max(0, one.capacity - ledger.base - known.present)
    return most_tickets(free, rate) - free


def reseated(
    code: LiveCode, counter: Counter, book: SeatBook, known: Mapping[str, Standing], now: int
) -> LiveCode:
    """The code with expired reservations given back, and as many tickets as it may have out."""
    bound = rate(book, known) if code.overbooking else 1.0

    def edit(one: Destination) -> Destination:
        if one.id not in book.ledgers or one.id not in known:
            return replace(one, extra=0) if one.extra else one
        back = given_back(code, counter, book, one.id, known[one.id], now)
        more = extra(one, book.ledgers[one.id], known[one.id], bound)
        return replace(one, settled=one.settled - back, extra=more)

    return replace(code, destinations=tuple(map(edit, code.destinations)))


def _kept(ledger: Ledger | None, one: Destination) -> Ledger | None:
    """The ledger as it was, unless the destination leads into another group now."""
    if ledger is None or ledger.group != one.group:
        return None
    return replace(ledger, way=one.way, target=one.target)


def _new(code: LiveCode, one: Destination, before: Counter, since: int) -> Ledger:
    base = max(0, taken(code, one, _at(before, before.seq)))
    return Ledger(one.group, one.way, one.target, since, before.seq, base)


def _told(ledger: Ledger, name: str, write: Written, full: bool) -> Ledger:
    minutes, channels, handed = dict(ledger.minutes), ledger.channels, ledger.handed
    for one in write.facts.seen:
        if one.destination != name or one.ticket <= ledger.first:
            continue
        many_keys = full or len(minutes) >= _MOST_MINUTES
        key = (one.at // _MINUTE_MS, one.channel if not many_keys else OTHERS)
        many = -1 if one.who is Who.VOID else 1
        minutes[key] = minutes.get(key, 0) + many
        handed += many
        if one.channel not in channels and len(channels) < 2:
            channels = (*channels, one.channel)
    return replace(ledger, minutes=minutes, channels=channels, handed=handed)


def _aged(ledger: Ledger, now: int) -> Ledger:
    last = (now - KEPT_MS) // _MINUTE_MS
    old = sum(many for (minute, _), many in ledger.minutes.items() if minute < last)
    kept = {key: many for key, many in ledger.minutes.items() if key[0] >= last and many}
    return replace(ledger, minutes=kept, matured=ledger.matured + old)


def _drawn(
    draws: tuple[tuple[int, int], ...], change: Change, write: Written
) -> tuple[tuple[int, int], ...]:
    if change.after.seq <= change.before.seq:
        return draws  # what comes late from the log tells nothing of when tickets were drawn
    at = max((one.at for one in write.facts.seen), default=0)
    last = draws[-1][0] if draws else 0
    kept = draws[:-1] if draws and at // _MINUTE_MS <= last // _MINUTE_MS else draws
    return (*kept, (max(at, last), change.after.seq))


def _recent(draws: tuple[tuple[int, int], ...], now: int) -> tuple[tuple[int, int], ...]:
    old = [number for number, (at, _) in enumerate(draws) if at < now - KEPT_MS]
    return draws[old[-1] :] if old else draws


def _drawn_by(book: SeatBook, ledger: Ledger, now: int) -> int:
    """A ticket that was drawn before the reservations that still hold."""
    before = now - RESERVED_MS - _SLACK_MS
    return max([ledger.first, *(seq for at, seq in book.draws if at <= before)])


def _at(counter: Counter, seq: int) -> Counter:
    """The counter when ``seq`` tickets were drawn."""
    return replace(counter, seq=seq, lost=frozenset(t for t in counter.lost if t <= seq))


def _remembers(code: LiveCode, seq: int) -> bool:
    """Whether the plan still knows where every ticket after ``seq`` led."""
    return not code.plan or code.plan[0].first <= seq + 1
