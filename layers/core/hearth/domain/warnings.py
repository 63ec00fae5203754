"""What the operators should hear of a live code before its visitors notice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hearth.domain.livecodes import Counter, Destination, Kind, LiveCode
from hearth.domain.notices import LONGEST_FACT, Notice, NoticeKind, Urgency, notice
from hearth.domain.plans import has_room, taken
from hearth.domain.watching import EXPIRY_HOURS, HOUR_MS

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
    """The nearest warning of each destination that will expire within two days."""
    for one in watched.code.destinations:
        left = one.valid_until - watched.now
        due = [hours for hours in EXPIRY_HOURS if 0 < left <= hours * HOUR_MS]
        if due and one.open_at(watched.now):
            yield _expiring(watched, one, min(due))


def filling(watched: Watched) -> Iterator[Notice]:
    """That few seats are left, or none."""
    code, now = watched.code, watched.now
    open_ones = [d for d in code.destinations if d.open_at(now) and d.kind is not Kind.PERSON]
    seats = sum(one.capacity for one in open_ones)
    held = sum(min(one.capacity, taken(code, one, watched.counter)) for one in open_ones)
    passed = [percent for percent in FULL_PERCENT if held * 100 >= seats * percent]
    if not has_room(code, watched.counter, now):
        yield _notice(watched, NoticeKind.LIVECODE_FULL, str(seats), {"seats": seats})
    elif passed:
        yield _filling(watched, max(passed), seats, seats - held)


def full_at(left: int, rate: float, now: int) -> int:
    """When ``left`` seats will be gone at ``rate`` an hour, ms since 1970; 0 when not known."""
    return now + round(left / rate * HOUR_MS) if rate > 0 else 0


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
    occasion = f"{seats} {percent}"
    return _notice(watched, NoticeKind.LIVECODE_FILLING, occasion, facts, FULL_PERCENT[percent])


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
        f"livecode:{code.code}",
        occasion,
        {"code": code.code, "name": code.name[:LONGEST_FACT], **facts},
        watched.now,
        f"/communities/{code.community}/livecodes/{code.code}",
        urgency,
    )
