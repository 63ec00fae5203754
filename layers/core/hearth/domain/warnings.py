"""What the operators should hear of a live code before its visitors notice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hearth.domain.capabilities import can
from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.notices import (
    LONGEST_FACT,
    Notice,
    NoticeKind,
    Urgency,
    notice,
    notice_id,
)
from hearth.domain.pace import full_at
from hearth.domain.plans import has_room, taken
from hearth.domain.watching import EXPIRY_HOURS, HOUR_MS
from hearth.domain.ways import following

EXPIRY_URGENCY = dict(
    zip(EXPIRY_HOURS, (Urgency.INFO, Urgency.WARNING, Urgency.ALARM), strict=True)
)
FULL_PERCENT = {80: Urgency.WARNING, 95: Urgency.ALARM}
"""Share of the seats that are taken, and how urgent that is."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A live code as it is now."""

    code: LiveCode
    counter: Counter
    now: int
    """ms since 1970."""
    rate: float = 0.0
    """Seats handed out an hour, lately; 0 when not known."""


def expiring(watched: Watched) -> Iterator[Notice]:
    """The nearest warning of each destination that will expire within two days.

    Nothing of an archived code.
    """
    if watched.code.archived:
        return
    for one in watched.code.destinations:
        left = one.valid_until - watched.now
        due = [hours for hours in EXPIRY_HOURS if 0 < left <= hours * HOUR_MS]
        if due and one.open_at(watched.now):
            yield _expiring(watched, one, min(due))


def filling(watched: Watched) -> Iterator[Notice]:
    """That few seats are left, or none; and whose the next group is to make.

    Nothing of a code that is archived or still being set up.
    """
    if watched.code.archived or not _in_use(watched):
        return
    held, seats = level(watched.code, watched.counter, watched.now)
    passed = [percent for percent in FULL_PERCENT if held * 100 >= seats * percent]
    full = not has_room(watched.code, watched.counter, watched.now)
    if full:
        yield _full(watched, seats)
    elif passed:
        yield _filling(watched, max(passed), seats, seats - held)
    if full or passed:
        yield from _next_group(watched, seats - held)


def level(code: LiveCode, counter: Counter, now: int) -> tuple[int, int]:
    """Seats taken and seats in all, of the groups that are open at ``now``."""
    groups = [one for one in _groups(code) if one.open_at(now)]
    held = sum(min(one.capacity, taken(code, one, counter)) for one in groups)
    return held, sum(one.capacity for one in groups)


def _in_use(watched: Watched) -> bool:
    """Whether somebody came, or a group has ended that somebody might have come for."""
    ended = any(0 < one.valid_until <= watched.now for one in _groups(watched.code) if one.enabled)
    return ended or bool(watched.counter.seq or watched.counter.scans)


def _groups_open(watched: Watched) -> str:
    """Which groups there are: next week's have as many seats, and are another occasion."""
    return " ".join(one.id for one in _groups(watched.code) if one.open_at(watched.now))


def own_tasks(code: LiveCode) -> frozenset[str]:
    """Ids of every task that :func:`filling` may have raised for the groups that there are."""
    kind, subject = NoticeKind.LIVECODE_NEXT_GROUP, _subject(code)
    return frozenset(notice_id(kind, subject, _after(one)) for one in _groups(code))


def _expiring(watched: Watched, one: Destination, hours: int) -> Notice:
    facts: dict[str, str | int] = {
        "destination": (one.note or one.target)[:LONGEST_FACT],
        "hours": hours,
        "expires_at": one.valid_until,
    }
    occasion = f"{one.id} {one.valid_until} {hours}"
    return _notice(watched, NoticeKind.LIVECODE_EXPIRING, occasion, facts, EXPIRY_URGENCY[hours])


def _filling(watched: Watched, percent: int, seats: int, left: int) -> Notice:
    facts = {
        "percent": percent,
        "left": left,
        "seats": seats,
        "full_at": full_at(left, watched.rate, watched.now),
    }
    occasion = f"{seats} {percent} {_groups_open(watched)}"
    return _notice(watched, NoticeKind.LIVECODE_FILLING, occasion, facts, FULL_PERCENT[percent])


def _full(watched: Watched, seats: int) -> Notice:
    """Another occasion with a person who helps than without: visitors fare otherwise."""
    open_now = [one for one in watched.code.destinations if one.open_at(watched.now)]
    helped = any(one.kind is Kind.PERSON for one in open_now)
    occasion = f"{seats} {_groups_open(watched)}{' person' if helped else ''}"
    facts: dict[str, str | int] = {"seats": seats, "shown": "person" if helped else "nobody"}
    return _notice(watched, NoticeKind.LIVECODE_FULL, occasion, facts)


def _next_group(watched: Watched, left: int) -> Iterator[Notice]:
    """The task to make it by hand, where the platform of the last group lets no bot do it."""
    last = next((one for one in reversed(_groups(watched.code)) if one.enabled), None)
    if last is None or can(last.platform, "open-way"):
        return
    base, number = following(last.note or watched.code.name)
    facts: dict[str, str | int] = {
        "group": f"{base}{number}",
        "left": left,
        "full_at": full_at(left, watched.rate, watched.now),
    }
    yield _notice(watched, NoticeKind.LIVECODE_NEXT_GROUP, _after(last), facts)


def _groups(code: LiveCode) -> list[Destination]:
    return [one for one in code.destinations if one.kind is not Kind.PERSON]


def _after(last: Destination) -> str:
    """The occasion of the task to make the group after ``last``: once, however it fills."""
    return f"after {last.id}"


def _subject(code: LiveCode) -> str:
    return f"livecode:{code.code}"


def _notice(
    watched: Watched,
    kind: NoticeKind,
    occasion: str,
    facts: Mapping[str, str | int],
    urgency: Urgency | None = None,
) -> Notice:
    code = watched.code
    return notice(
        kind,
        code.community,
        _subject(code),
        occasion,
        {"code": code.code, "name": code.name[:LONGEST_FACT], **facts},
        watched.now,
        f"/communities/{code.community}/livecodes/{code.code}",
        urgency,
    )
