"""Some callbacks tell that people came, not by which way: the platform is asked afterwards."""

from collections.abc import Callable
from dataclasses import dataclass

from hearth.domain.accounts import Account, acts
from hearth.domain.actions import FetchJoins
from hearth.domain.capabilities import can
from hearth.domain.deliveries import Order
from hearth.domain.errors import Malformed, NotFound
from hearth.domain.events import Change, Event, Membership, Other
from hearth.domain.joins import UNNAMED
from hearth.ports import Clock, EventLog, Outbox

GATHER_MS = 10_000
"""Who comes within this time is asked for at once."""
_MARGIN_MS = 60_000
"""Clocks differ, and somebody may be listed as of before the callback."""

Read = Callable[[str, str, bytes], Event]


@dataclass(frozen=True, slots=True)
class JoinAsker:
    """Orders questions; built once a room."""

    account: Callable[[tuple[str, str]], Account]
    """By platform and name; raises NotFound. May be cached."""
    outbox: Outbox
    clock: Clock

    def take(self, event: Event) -> None:
        """Order the question that ``event`` raises, if any. Raises Unavailable.

        A repeat leads to the same question or, at another time, to one more: it does no harm.
        """
        if event.reader or not can(event.group.platform, "fetch-joins") or not _is_coming(event):
            return
        if self._may_ask(event):
            source = f"joins:{event.group.id}"
            self.outbox.send([Order(event.group, _question(event.at, self.clock()), source)])

    def _may_ask(self, event: Event) -> bool:
        try:
            return acts(self.account((event.group.platform, event.group.account)))
        except NotFound:
            return False


def _is_coming(event: Event) -> bool:
    fact = event.fact
    if isinstance(fact, Membership):
        return fact.change is Change.JOINED
    return isinstance(fact, Other) and fact.type == UNNAMED


def _question(at: int, now: int) -> FetchJoins:
    since = at - at % GATHER_MS - _MARGIN_MS
    return FetchJoins(since, now - now % GATHER_MS + GATHER_MS)


@dataclass(frozen=True, slots=True)
class JoinKeeper:
    """Stores what the platform answered as events, as if a callback had told it."""

    log: EventLog
    read: Read
    """(reader, account, body) → event."""
    clock: Clock

    def keep(self, order: Order, facts: tuple[bytes, ...]) -> int:
        """Store each coming once; how many were new. Raises Malformed, Unavailable."""
        place = order.group
        events = [self.read(f"{place.platform}-joins", place.account, body) for body in facts]
        if any(event.group != place for event in events):
            raise Malformed("it is about another group than the one asked about")
        return sum(self.log.append(event, self.clock()) for event in events)
