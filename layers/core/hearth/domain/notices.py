"""Notices: what the operators must know or do, each raised once.

A notice holds facts, never sentences: the console and the mail word them in the reader's language.
Facts whose names end in ``_at`` are moments in ms since 1970, 0 when unknown.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hearth.domain.errors import BadInput

EVERYWHERE = "-"
"""In the place of a community's key: a notice about the whole installation."""

LONGEST_FACT = 300

Fact = str | int | float | bool
Facts = Mapping[str, Fact]


class NoticeKind(StrEnum):
    """What a notice is about. The facts of each kind are in :data:`FACTS`."""

    LIVECODE_EXPIRING = "livecode-expiring"
    """A destination will soon expire."""
    LIVECODE_FILLING = "livecode-filling"
    """A live code has few seats left."""
    LIVECODE_FULL = "livecode-full"
    """No group of a live code has room."""
    LIVECODE_NEXT_GROUP = "livecode-next-group"
    """The next group must be made by hand: the platform lets no bot do it."""
    DOMAIN_BLOCKED = "domain-blocked"
    """A domain does not lead to the suite any more."""


class Urgency(StrEnum):
    """How soon somebody should look."""

    INFO = "info"
    WARNING = "warning"
    ALARM = "alarm"


FACTS: Mapping[NoticeKind, tuple[str, ...]] = {
    NoticeKind.LIVECODE_EXPIRING: ("code", "name", "destination", "hours", "expires_at"),
    NoticeKind.LIVECODE_FILLING: ("code", "name", "percent", "left", "seats", "full_at"),
    NoticeKind.LIVECODE_FULL: ("code", "name", "seats", "shown"),
    NoticeKind.LIVECODE_NEXT_GROUP: ("code", "name", "group", "left", "full_at"),
    NoticeKind.DOMAIN_BLOCKED: ("domain", "why", "instead"),
}
"""``destination`` and ``group`` are what operators call them; ``instead`` is empty for none;
``shown`` is ``person`` where one helps visitors meanwhile, else ``nobody``."""

URGENCY: Mapping[NoticeKind, Urgency] = {
    NoticeKind.LIVECODE_EXPIRING: Urgency.WARNING,
    NoticeKind.LIVECODE_FILLING: Urgency.WARNING,
    NoticeKind.LIVECODE_FULL: Urgency.ALARM,
    NoticeKind.LIVECODE_NEXT_GROUP: Urgency.WARNING,
    NoticeKind.DOMAIN_BLOCKED: Urgency.ALARM,
}
"""How urgent a kind is unless whoever raises it knows better."""

TASKS = frozenset([NoticeKind.LIVECODE_NEXT_GROUP])
"""Kinds that ask somebody to do what Hearth or a platform cannot."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know or do. Times are ms since 1970, 0 for not yet."""

    id: str
    """Made of kind, subject and occasion: raising the same again changes nothing."""
    community: str
    """Its key, or :data:`EVERYWHERE`."""
    kind: NoticeKind
    subject: str
    """What it is about, such as ``livecode:abcd``."""
    facts: Facts
    raised: int
    urgency: Urgency
    is_task: bool
    link: str
    """Where in the console something can be done about it, such as ``/domains``."""
    told: int = 0
    """When it was sent to the operators."""
    done: int = 0
    by: str = ""
    """Name of who has dealt with it; empty when that was Hearth itself."""


def notice(
    kind: NoticeKind,
    community: str,
    subject: str,
    occasion: str,
    facts: Facts,
    raised: int,
    link: str,
    urgency: Urgency | None = None,
) -> Notice:
    """A new notice. ``occasion`` tells this time from the next, such as ``95%`` or an expiry.

    Raises BadInput when the facts are not those of the kind or are too long to be shown.
    """
    if set(facts) != set(FACTS[kind]):
        raise BadInput(f"a notice {kind} has the facts {', '.join(FACTS[kind])}")
    if any(isinstance(fact, str) and len(fact) > LONGEST_FACT for fact in facts.values()):
        raise BadInput(f"a fact of a notice has {LONGEST_FACT} characters at most")
    if not link.startswith("/") or len(link) > LONGEST_FACT:
        raise BadInput("the link of a notice is a path in the console")
    return Notice(
        notice_id(kind, subject, occasion),
        community,
        kind,
        subject,
        facts,
        raised,
        urgency or URGENCY[kind],
        kind in TASKS,
        link,
    )


def notice_id(kind: NoticeKind, subject: str, occasion: str) -> str:
    """The id that a notice of this kind, about this, on this occasion has."""
    content = json.dumps([kind.value, subject, occasion])
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:24]
