"""Live codes: created, given destinations, watched."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from hearth.console_ports import CommunityStore, LiveCodeStore, VisitorKeys
from hearth.domain.destinations import check_end, check_target, check_way, in_order
from hearth.domain.errors import BadInput, Conflict, NotFound
from hearth.domain.livecodes import (
    Counter,
    Destination,
    Kind,
    LiveCode,
    Order,
    require_capacity,
    require_code,
    require_in_use,
)
from hearth.domain.operators import Actor, OperatorRole
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor
from hearth.usecases.redealing import Edit, redealt, with_destination

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without signs that are mistaken for others on paper."""

_MOST_PAGES = 20
"""Read for one answer while archived codes are passed over; the next page goes on."""

_SEATED = attrgetter("capacity", "group", "way")

Shown = tuple[LiveCode, Counter]


@dataclass(frozen=True, slots=True)
class ManageLiveCodes:
    """What operators do with live codes."""

    store: LiveCodeStore
    communities: CommunityStore
    keys: VisitorKeys
    audit: Auditor
    clock: Clock

    def of_community(
        self, community: str, cursor: str, limit: int, archived: bool = False
    ) -> tuple[list[Shown], str]:
        """Codes with their counters, those in the archive only with ``archived``.

        A page may be short although others follow. Raises NotFound for an unknown community.
        """
        self.communities.get(community)
        codes, following = self._listed(community, cursor, limit, archived)
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

    def change(self, actor: Actor, code: str, changes: Mapping[str, Any]) -> Shown:
        """The code with another name, order, guide, domains, with or without overbooking.

        ``destinations``: the ids of all of them, in the order to fill them. ``archived``: whether
        it is in the archive from now on. Raises BadInput, NotFound, Conflict, Forbidden.
        """
        actor.require(OperatorRole.OPERATOR)
        before, now = self.store.load(code), self.clock()
        after = _edited(before, changes, now)
        shown = [_told(one, changes) for one in (before, after)]
        with self.audit.change(actor, "livecode.change", code, *shown):
            return self._changed(code, lambda known: _kept_to(_edited(known, changes, now)))

    def add_destination(
        self,
        actor: Actor,
        code: str,
        wanted: Mapping[str, Any],
        picture: str,
        require: Callable[[LiveCode], LiveCode] = lambda known: known,
    ) -> Shown:
        """Append a destination behind all others.

        ``wanted``: kind, target, capacity and any other of a destination's own fields. Raises
        BadInput, also for a group of an archived code, NotFound, Conflict, Forbidden, and what
        ``require`` raises, which is asked of the very code that is changed, and returns it.
        """
        actor.require(OperatorRole.OPERATOR)
        content = {**wanted, "kind": Kind(wanted["kind"]), "picture": picture}
        new = _checked(Destination(id=secrets.token_hex(4), **content))
        check_end(new, self.clock())
        check_target(new.kind, new.target)
        _with(self.store.load(code), new)
        with self.audit.change(actor, "destination.create", f"{code}/{new.id}", after=_shown(new)):
            return self._changed(code, lambda known: _with(require(known), new))

    def change_destination(
        self, actor: Actor, code: str, destination: str, changes: Mapping[str, Any]
    ) -> Shown:
        """The code with ``changes`` of one destination: capacity, times, note, group, enabled.

        Raises BadInput, NotFound, Conflict, Forbidden.
        """
        actor.require(OperatorRole.OPERATOR)
        before = _found(self.store.load(code), destination)
        after = _checked(replace(before, **changes))
        check_end(after, self.clock(), before.valid_until)
        place = f"{code}/{destination}"
        with self.audit.change(actor, "destination.change", place, _shown(before), _shown(after)):
            return self._changed(code, lambda known: _replaced(known, destination, changes))

    def remove_destination(self, actor: Actor, code: str, destination: str) -> Shown:
        """The code without a destination that is switched off.

        Raises Conflict while visitors may still be led to it, NotFound, Forbidden.
        """
        actor.require(OperatorRole.OPERATOR)
        before = _found(self.store.load(code), destination)
        if before.enabled:
            raise Conflict("switch the destination off before it is removed")
        place = f"{code}/{destination}"
        with self.audit.change(actor, "destination.remove", place, _shown(before)):
            return self._changed(code, lambda known: _without(known, destination))

    def _listed(
        self, community: str, cursor: str, limit: int, archived: bool
    ) -> tuple[list[LiveCode], str]:
        found: list[LiveCode] = []
        for _ in range(_MOST_PAGES):
            codes, cursor = self.store.of_community(community, cursor, limit - len(found))
            found += [code for code in codes if archived or not code.archived]
            if not cursor or len(found) >= limit:
                break
        return found, cursor

    def _changed(self, code: str, edit: Edit) -> Shown:
        return redealt(self.store, code, edit, self.clock)


def _checked(destination: Destination) -> Destination:
    if destination.valid_until and destination.valid_until <= destination.valid_from:
        raise BadInput("“valid_until” must be after “valid_from”")
    check_way(destination)
    return require_capacity(destination)


def _found(code: LiveCode, destination: str) -> Destination:
    found = code.find(destination)
    if found is None:
        raise NotFound("this live code has no such destination")
    return found


def _replaced(code: LiveCode, destination: str, changes: Mapping[str, Any]) -> LiveCode:
    before = _found(code, destination)
    after = replace(before, **changes)
    if _SEATED(after) != _SEATED(before):
        after = replace(after, extra=0)  # how many more may be out was worked out for what it was
    every = tuple(after if one.id == destination else one for one in code.destinations)
    return replace(code, destinations=every)


def _edited(code: LiveCode, changes: Mapping[str, Any], now: int) -> LiveCode:
    new = dict(changes)
    if "archived" in new:
        new["archived"] = (code.archived or now) if new["archived"] else 0
    if "order" in new:
        new["order"] = Order(new["order"])
    if "destinations" in new:
        new["destinations"] = in_order(code.destinations, new["destinations"])
    return replace(code, **new)


def _told(code: LiveCode, names: Iterable[str]) -> Mapping[str, object]:
    """What the audit says of those fields; of destinations, their order."""
    order = ", ".join(one.id for one in code.destinations)
    return {name: order if name == "destinations" else str(getattr(code, name)) for name in names}


def _kept_to(code: LiveCode) -> LiveCode:
    """Without overbooking, no more tickets than seats from now on."""
    if code.overbooking:
        return code
    strict = tuple(replace(one, extra=0) for one in code.destinations)
    return replace(code, destinations=strict)


def _with(code: LiveCode, new: Destination) -> LiveCode:
    """A person who helps may be added to an archived code too."""
    known = code if new.kind is Kind.PERSON else require_in_use(code)
    return with_destination(known, new)


def _without(code: LiveCode, destination: str) -> LiveCode:
    return replace(
        code, destinations=tuple(one for one in code.destinations if one.id != destination)
    )


def _shown(destination: Destination) -> Mapping[str, object]:
    hidden = ("id", "picture", "settled", "extra")
    fields = [name for name in destination.__dataclass_fields__ if name not in hidden]
    return {name: getattr(destination, name) for name in fields}
