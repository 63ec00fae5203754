"""Who came into a group that live codes lead to: by which destination, for certain or by time.

Everything here is worked out anew from what was told, so that facts may come late, twice, or in
another order: a coming is placed again and again until it is old.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hearth.domain.events import Change, Event, Membership
from hearth.domain.joins import INVITE, LATE_MS, is_named
from hearth.domain.reservations import RESERVED_MS, Ledger, Standing

FRESH_MS = 1_200_000
"""A coming is placed anew for that long: its scan, or its way, may be told later than itself."""
MOST_PEOPLE = 4_000
"""Remembered of one group; those beyond are counted as present for good."""
MOST_LINKS = 50
"""Destinations that lead into one group."""

OTHERWISE, BROUGHT = "-", "~"
"""Told of somebody who came by a way of his own, or with a member: by no scan."""

_MINUTE_MS = 60_000
_SHORTEST_LINK = len("https://t.me/+")
_AHEAD_MS = 5_000
"""Platforms tell whole seconds, and clocks differ."""

Seat = tuple[int, str]
"""Minute and channel that it was handed out at."""

Hour = tuple[str, int]
"""Code, and when one of its hours began (ms)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A destination that leads into the group."""

    code: str
    destination: str
    community: str
    way: str
    target: str
    since: int
    """ms since 1970."""

    @property
    def id(self) -> str:
        """``code#destination``."""
        return f"{self.code}#{self.destination}"


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody who came by a destination."""

    link: str
    at: int
    """ms since 1970, as the platform says."""
    exact: bool
    """Told by the platform; else somebody was led there just before."""
    minute: int = 0
    """Of the seat that it confirms; 0 when none was handed out lately."""
    channel: str | None = None
    """None when not known."""
    sure: bool = False
    """Whether no seat was ever handed out through another channel."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member since somebody is led to the group."""

    came: int = 0
    """The last coming, ms since 1970."""
    present: bool = False
    changed: int = 0
    by: str = ""
    """Time and mark of the newest coming or going."""
    told: str = ""
    """How he came: the id of a link, OTHERWISE, BROUGHT, or nothing."""
    settled: bool = False
    """Whether his coming is placed for good."""
    back: int = 0
    """Until when he was heard of before he came; what is told of earlier is of another coming."""
    joins: tuple[Join, ...] = ()
    """One at most for each destination, however often he comes."""


@dataclass(frozen=True, slots=True)
class GroupBook:
    """Who came into one group."""

    version: int = 0
    """How often it was saved."""
    people: Mapping[str, Person] = field(default_factory=dict)
    """By a short hash of the member."""
    heard: Mapping[str, int] = field(default_factory=dict)
    """Link → seats that were handed out when somebody came last."""
    crowd: int = 0
    """People present who are not remembered."""
    unsaved: frozenset[Hour] = frozenset()
    """Hours whose figures were still to be saved when the book was."""


def heard(
    book: GroupBook, event: Event, links: Sequence[Link], ledgers: Mapping[str, Ledger]
) -> GroupBook:
    """The book after an event of its group; told twice it counts once."""
    fact = event.fact
    if not isinstance(fact, Membership) or event.at < _earliest(links):
        return book
    people, mark = dict(book.people), event.key[-8:]
    told = _told(links, fact)
    for member in fact.members:
        name = short(event.group.id, member)
        known = people.get(name, Person())
        if fact.change is Change.JOINED:
            people[name] = _came(known, event.at, mark, told)
        else:
            people[name] = _left(known, event.at, mark)
    if people == book.people or fact.change is Change.LEFT:
        return replace(book, people=people)
    handed = {link.id: ledgers[link.id].handed for link in links if link.id in ledgers}
    return replace(book, people=people, heard={**book.heard, **handed})


def placed(
    book: GroupBook, links: Sequence[Link], ledgers: Mapping[str, Ledger], now: int
) -> GroupBook:
    """The book with every fresh coming placed anew, the earliest first.

    Each confirms the oldest seat that may be his, so nobody is counted for another's scan.
    """
    people = dict(book.people)
    seats = _seats(links, ledgers, people.values())
    fresh = [name for name, one in people.items() if one.came and not one.settled]
    for name in sorted(fresh, key=lambda name: (people[name].came, name)):
        one = people[name]
        earlier = tuple(join for join in one.joins if join.at != one.came)
        join = _place(one, ledgers, seats)
        new = join is not None and all(join.link != known.link for known in earlier)
        joins = (*earlier, join) if join and new else earlier
        people[name] = replace(one, joins=joins, settled=one.came < now - FRESH_MS)
    return _bounded(replace(book, people=people))


def standing(book: GroupBook, link: Link) -> Standing:
    """What is known of one destination.

    Whoever came by another destination is counted there.
    """
    joins = [join for one in book.people.values() for join in one.joins if join.link == link.id]
    exact = sum(join.exact for join in joins)
    return Standing(
        present=book.crowd + sum(_holds(one, link) for one in book.people.values()),
        joins=exact,
        estimated=len(joins) - exact,
        heard=book.heard.get(link.id, 0),
        seats=tuple(join.minute for join in joins if join.minute),
    )


def counts(joins: Iterable[Join]) -> dict[str, int]:
    """Figures of one code's joins; names as in ``statistics.counted``.

    ``joins``, ``destination|<id>|joins`` and ``channel|<name>|joins``, and the same with
    ``-estimated``. No platform tells the channel: it is certain when there was only one.
    """
    figures: Tally[str] = Tally()
    for join in joins:
        figure = "joins" if join.exact else "joins-estimated"
        figures[figure] += 1
        figures[f"destination|{join.link.partition('#')[2]}|{figure}"] += 1
        if join.channel is not None:
            certain = join.exact and join.sure
            figures[f"channel|{join.channel}|{'joins' if certain else 'joins-estimated'}"] += 1
    return dict(figures)


def short(group: str, member: str) -> str:
    """A name for a member that tells nobody who he is."""
    digest = hashlib.blake2s(f"{group}\n{member}".encode(), digest_size=6).digest()
    return urlsafe_b64encode(digest).decode()


def _earliest(links: Sequence[Link]) -> int:
    """Platforms tell whole seconds."""
    return min((link.since for link in links), default=0) // 1000 * 1000


def _told(links: Sequence[Link], fact: Membership) -> str:
    told = {fact.via, fact.inviter} - {""}
    for link in sorted(links, key=lambda link: -link.since):
        if link.way in told or _is_target(fact.via, link.target):
            return link.id
    return OTHERWISE if is_named(fact.via) else BROUGHT if fact.via == INVITE else ""


def _is_target(via: str, target: str) -> bool:
    """Of links that others have made, Telegram tells only the beginning."""
    beginning = via.rstrip(".…")
    cut = beginning != via and len(beginning) > _SHORTEST_LINK and target.startswith(beginning)
    return bool(via) and (via == target or cut)


def _came(known: Person, at: int, mark: str, told: str) -> Person:
    if not _is_newer(known, at, mark):
        again = mark != known.by and at > known.back and abs(known.came - at) <= LATE_MS
        return _explained(known, told) if again else known
    if known.present and at - known.came <= LATE_MS:  # the same coming, told once more
        return replace(_explained(known, told), changed=at, by=mark)
    back = known.came if known.present else known.changed
    return Person(at, True, at, mark, told, back=back, joins=known.joins)


def _left(known: Person, at: int, mark: str) -> Person:
    if not _is_newer(known, at, mark):
        return known
    return replace(known, present=False, changed=at, by=mark)


def _is_newer(known: Person, at: int, mark: str) -> bool:
    """Of one moment the last to arrive counts, but not one that came before."""
    return at > known.changed or (at == known.changed and mark != known.by)


def _explained(known: Person, told: str) -> Person:
    weight = ("", BROUGHT)
    said, says = ((weight.index(t) if t in weight else 2) for t in (known.told, told))
    return replace(known, told=told, settled=False) if says > said else known


def _seats(
    links: Sequence[Link], ledgers: Mapping[str, Ledger], people: Iterable[Person]
) -> dict[str, Tally[Seat]]:
    """Seats of each link that no coming placed for good has confirmed."""
    seats = {link.id: Tally(ledgers[link.id].minutes) for link in links if link.id in ledgers}
    for one in people:
        for join in one.joins:
            kept = one.settled or join.at != one.came
            if kept and join.link in seats and join.channel is not None:
                seats[join.link][join.minute, join.channel] -= 1
    return seats


def _place(
    one: Person, ledgers: Mapping[str, Ledger], seats: dict[str, Tally[Seat]]
) -> Join | None:
    if one.told in (OTHERWISE, BROUGHT):
        return None
    if one.told:
        return _confirm(one, one.told, ledgers, seats)
    offers = [(seat, link) for link in seats if (seat := _oldest(seats[link], one.came))]
    return _confirm(one, min(offers)[1], ledgers, seats) if offers else None


def _confirm(
    one: Person, link: str, ledgers: Mapping[str, Ledger], seats: dict[str, Tally[Seat]]
) -> Join:
    channels = ledgers[link].channels if link in ledgers else ()
    seat = _oldest(seats.get(link, Tally()), one.came)
    if seat:
        seats[link][seat] -= 1
    exact, sure = bool(one.told), len(channels) == 1
    channel = seat[1] if seat else channels[0] if sure else None
    return Join(link, one.came, exact, seat[0] if seat else 0, channel, sure)


def _oldest(seats: Tally[Seat], at: int) -> Seat | None:
    """The oldest seat that somebody who comes at ``at`` may have."""
    first, last = (at - RESERVED_MS) // _MINUTE_MS, (at + _AHEAD_MS) // _MINUTE_MS
    return min((s for s, many in seats.items() if many > 0 and first <= s[0] <= last), default=None)


def _holds(one: Person, link: Link) -> bool:
    """Whether somebody holds a seat of this destination, or at least none of another."""
    if not one.present or one.came < link.since // 1000 * 1000:
        return False
    by = one.told if "#" in one.told else _joined(one)
    return by in ("", link.id)


def _joined(one: Person) -> str:
    return next((join.link for join in one.joins if join.at == one.came), "")


def _bounded(book: GroupBook) -> GroupBook:
    """Without those who left longest ago, then those who came first, beyond MOST_PEOPLE."""
    over = len(book.people) - MOST_PEOPLE
    if over <= 0:
        return book
    order = sorted(book.people, key=lambda n: (book.people[n].present, book.people[n].changed))
    gone, people = order[:over], dict(book.people)
    crowd = sum(people.pop(name).present for name in gone)
    return replace(book, people=people, crowd=book.crowd + crowd)
