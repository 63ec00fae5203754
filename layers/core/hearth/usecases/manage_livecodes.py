"""Live codes: created, given destinations, watched."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hearth.console_ports import CommunityStore, LiveCodeStore, VisitorKeys
from hearth.domain.destinations import check_target
from hearth.domain.errors import Conflict, NotFound
from hearth.domain.livecodes import (
    Counter,
    Destination,
    Kind,
    LiveCode,
    appended,
    changed,
    require_code,
)
from hearth.domain.operators import Actor, OperatorRole
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor

_TRIES = 5
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without signs that are mistaken for others on paper."""

Shown = tuple[LiveCode, Counter]


@dataclass(frozen=True, slots=True)
class ManageLiveCodes:
    """What operators do with live codes."""

    store: LiveCodeStore
    communities: CommunityStore
    keys: VisitorKeys
    audit: Auditor
    clock: Clock

    def of_community(self, community: str, cursor: str, limit: int) -> tuple[list[Shown], str]:
        """Codes with their counters. Raises NotFound for an unknown community."""
        self.communities.get(community)
        codes, following = self.store.of_community(community, cursor, limit)
        counters = self.store.counters([code.code for code in codes]) if codes else {}
        return [(code, counters.get(code.code, Counter(0, 0))) for code in codes], following

    def get(self, code: str) -> Shown:
        """One code with its counter; raises NotFound."""
        return self.store.load(code), self.store.counter(code)

    def create(self, actor: Actor, community: str, name: str, code: str | None) -> LiveCode:
        """A new code without destinations. Raises BadInput, NotFound, Conflict, Forbidden."""
        actor.require(OperatorRole.OPERATOR)
        self.communities.get(community)
        self.keys.ensure_visitor_key()
        chosen = require_code(code) if code else "".join(secrets.choice(_SIGNS) for _ in range(8))
        new = LiveCode(chosen, community, name, 0)
        shown = {"community": community, "name": name}
        with self.audit.change(actor, "livecode.create", chosen, after=shown):
            self.store.add(new)
        return new

    def add_destination(
        self, actor: Actor, code: str, wanted: Mapping[str, Any], picture: str
    ) -> Shown:
        """Append a destination behind all others and behind every ticket drawn.

        ``wanted``: kind, target, capacity, valid_until, note. Raises BadInput, NotFound,
        Conflict, Forbidden.
        """
        actor.require(OperatorRole.OPERATOR)
        content = {**wanted, "kind": Kind(wanted["kind"]), "picture": picture}
        new = Destination(id=secrets.token_hex(4), first=0, **content)
        check_target(new.kind, new.target)
        self.store.load(code)
        with self.audit.change(actor, "destination.create", f"{code}/{new.id}", after=_shown(new)):
            grown = self._append(code, new)
        return grown, self.store.counter(code)

    def change_destination(
        self, actor: Actor, code: str, destination: str, changes: Mapping[str, Any]
    ) -> Shown:
        """The code with ``changes`` (enabled, valid_until, note) of one destination made."""
        actor.require(OperatorRole.OPERATOR)
        known = self.store.load(code)
        before = next((one for one in known.destinations if one.id == destination), None)
        if before is None:
            raise NotFound("this live code has no such destination")
        after = replace(before, **changes)
        every = changed(known, after, self.store.counter(code), self.clock())
        last = every[-1]
        moved = last.first if last.id == destination and last.first != before.first else None
        place = f"{code}/{destination}"
        with self.audit.change(actor, "destination.change", place, _shown(before), _shown(after)):
            kept = self.store.change(known, every, most_drawn=moved)
        return kept, self.store.counter(code)

    def _append(self, code: str, new: Destination) -> LiveCode:
        for _ in range(_TRIES):
            known = self.store.load(code)
            every = appended(known, new, self.store.counter(code).seq)
            try:
                return self.store.change(known, every, most_drawn=every[-1].first)
            except Conflict:
                continue
        raise Conflict("the live code is being changed or scanned too fast: try again")


def _shown(destination: Destination) -> Mapping[str, object]:
    return {
        "kind": destination.kind,
        "target": destination.target,
        "capacity": destination.capacity,
        "valid_until": destination.valid_until,
        "enabled": destination.enabled,
        "note": destination.note,
    }
