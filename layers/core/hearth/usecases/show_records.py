"""What happened in a group, and handing in facts by hand."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hearth.console_ports import (
    DeliveryShelf,
    EventShelf,
    GroupStore,
    MemberShelf,
    StoredEvent,
    VerdictShelf,
)
from hearth.domain.errors import BadInput, HearthError
from hearth.domain.events import Event
from hearth.domain.groups import GroupRef
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.records import Judged
from hearth.domain.rules.verdict import Verdict
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor

NEUTRAL = "neutral"
"""The reader of bodies in Hearth's own form."""

_NEEDED = {"message": ("id", "member", "text"), "joined": ("members",), "left": ("members",)}


@dataclass(frozen=True, slots=True)
class Records:
    """The records of groups."""

    events: EventShelf
    verdicts: VerdictShelf
    members: MemberShelf
    deliveries: DeliveryShelf
    groups: GroupStore
    read: Callable[[str, str, bytes], Event]
    audit: Auditor
    clock: Clock

    def newest(self, group: GroupRef, before: str, limit: int) -> tuple[list[Judged], str]:
        """Events with their verdicts, newest first, and ``before`` of the next page.

        Only events have verdicts, so the newest verdicts cover the newest events.
        """
        stored = self.events.newest(group, before, limit)
        verdicts = self.verdicts.newest(group, before, limit)
        judged = [self.judged(one, verdicts.get(one.key)) for one in stored]
        return judged, judged[-1].key if len(judged) == limit else ""

    def one(self, group: GroupRef, key: str) -> Judged:
        """One event; raises NotFound."""
        return self.judged(self.events.get(group, key), None)

    def judged(self, stored: StoredEvent, verdict: Verdict | None) -> Judged:
        """A stored event, read if it can be."""
        try:
            fact, problem = stored.read(self.read).fact, ""
        except HearthError as error:
            fact, problem = None, str(error)
        return Judged(stored.group, stored.key, stored.received, fact, problem, verdict)

    def hand_in(
        self, actor: Actor, group: GroupRef, content: Mapping[str, object]
    ) -> tuple[str, bool]:
        """Store a fact in Hearth's own form; its key and whether it was new.

        ``content``: kind, perhaps at, and what the kind needs. Raises BadInput, NotFound.
        """
        actor.require(OperatorRole.OPERATOR)
        self.groups.get(group)
        event = self._event(group, content)
        noted = {"key": event.key, "kind": content["kind"]}
        with self.audit.change(actor, "event.create", group.id, after=noted):
            return event.key, self.events.append(event, self.clock())

    def _event(self, group: GroupRef, content: Mapping[str, object]) -> Event:
        missing = [name for name in _NEEDED[str(content["kind"])] if name not in content]
        if missing:
            raise BadInput(f"this kind of event needs: {', '.join(missing)}")
        whole = {"at": self.clock(), **content, "group": group.id}
        body = json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()
        return self.read(NEUTRAL, group.account, body)
