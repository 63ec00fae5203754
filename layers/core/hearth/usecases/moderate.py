"""Take an event from the log: keep members up to date, judge messages, order sanctions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from hearth.domain.deliveries import Order
from hearth.domain.events import Event, Membership, Message, RoleChange
from hearth.domain.groups import UNASSIGNED, Group, GroupRef
from hearth.domain.members import Member
from hearth.domain.rules.checks import Subject
from hearth.domain.rules.rule import RuleSet
from hearth.domain.rules.verdict import Verdict, judge
from hearth.ports import Clock, Outbox


class MemberBook(Protocol):
    """The table of members."""

    def spoke(self, event: Event, message: Message) -> Member: ...
    def apply(self, event: Event, change: Membership) -> Sequence[Member]: ...
    def apply_role(self, event: Event, change: RoleChange) -> Member: ...


class VerdictBook(Protocol):
    """The table of verdicts."""

    def record(self, group: GroupRef, key: str, verdict: Verdict, now: int) -> Verdict: ...


@dataclass(frozen=True, slots=True)
class Moderator:
    """Everything a judgement needs, built once a room."""

    members: MemberBook
    verdicts: VerdictBook
    group: Callable[[GroupRef], Group]
    """The group, entered as unassigned when it was never heard of; may be cached."""
    rules: Callable[[str], RuleSet]
    """The rules of a community; may be cached."""
    outbox: Outbox
    clock: Clock

    def take(self, event: Event) -> Verdict | None:
        """Process one event any number of times with the effect of once. Raises Unavailable."""
        if not event.group.is_group:
            return None
        group = self.group(event.group)
        if isinstance(event.fact, Membership):
            self.members.apply(event, event.fact)
        if isinstance(event.fact, RoleChange):
            self.members.apply_role(event, event.fact)
        if not isinstance(event.fact, Message):
            return None
        return self._judge(event, event.fact, group)

    def _judge(self, event: Event, message: Message, group: Group) -> Verdict | None:
        member = self.members.spoke(event, message)
        if group.community == UNASSIGNED:
            return None
        verdict = judge(self.rules(group.community), Subject(message, member, event.at))
        kept = self.verdicts.record(event.group, event.key, verdict, self.clock())
        self._act(event, kept)
        return kept

    def _act(self, event: Event, verdict: Verdict) -> None:
        # Also what the platform has no API for: its delivery then says “do it by hand”.
        source = source_of(event.group, event.key)
        if verdict.actions:
            self.outbox.send([Order(event.group, action, source) for action in verdict.actions])


def source_of(group: GroupRef, key: str) -> str:
    """Source of the orders that an event led to."""
    return f"event:{group.id}#{key}"
