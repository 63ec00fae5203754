"""Domains of live codes: entered, put in order, reported as blocked, restored."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from hearth.console_ports import DomainProbe, DomainStore, NoticeShelf
from hearth.domain.blocked_domains import blocked_id
from hearth.domain.domains import (
    Domain,
    DomainList,
    DomainState,
    added,
    chosen,
    ordered,
    turned,
)
from hearth.domain.errors import BadInput, HearthError
from hearth.domain.hosts import host_of
from hearth.domain.notices import EVERYWHERE
from hearth.domain.operators import Actor, OperatorRole
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor


@dataclass(frozen=True, slots=True)
class ManageDomains:
    """What operators do with domains. Entering, ordering and removing them is for owners."""

    store: DomainStore
    probe: DomainProbe
    notices: NoticeShelf
    audit: Auditor
    clock: Clock
    local: bool = False
    """Whether this very machine may be a domain."""

    def origin(self, preferred: Iterable[str] = ()) -> str:
        """What addresses of live codes begin with; empty when no domain is healthy."""
        found = chosen(self.store.load().domains, preferred)
        return found.origin if found else ""

    def require_known(self, hosts: Iterable[str]) -> None:
        """Raise BadInput when one of ``hosts`` is not in the list."""
        known = {domain.host for domain in self.store.load().domains}
        for host in hosts:
            if host not in known:
                raise BadInput(f"“domains”: {host[:60]} is not in the list of domains")

    def add(self, actor: Actor, text: str) -> DomainList:
        """Enter a domain behind all others; off, with the reason, when it does not lead here.

        Raises BadInput, Conflict, Forbidden.
        """
        actor.require(OperatorRole.OWNER)
        now, host = self.clock(), host_of(text, self.local)
        before = self.store.load()
        added(before.domains, Domain(host))  # refused before anything is asked for
        trouble = self.probe(Domain(host))
        state = DomainState.OFF if trouble else DomainState.OK
        new = Domain(host, state, trouble, since=now, checked=now)
        with self.audit.change(actor, "domain.create", host, after=_shown(new)):
            return self.store.save(before, added(before.domains, new))

    def turn(self, actor: Actor, host: str, state: DomainState) -> DomainList:
        """Report a domain as blocked, restore it or switch it off; its notice is closed.

        Raises NotFound, Conflict, Forbidden.
        """
        actor.require(OperatorRole.OPERATOR)
        before = self.store.load()
        known = before.get(host)
        after = turned(known, state, self.clock())
        every = tuple(after if one is known else one for one in before.domains)
        with self.audit.change(actor, "domain.change", host, _shown(known), _shown(after)):
            saved = self.store.save(before, every)
        self._settled(actor, known)
        return saved

    def order(self, actor: Actor, hosts: list[str]) -> DomainList:
        """Put the domains in the order of ``hosts``. Raises BadInput, Conflict, Forbidden."""
        actor.require(OperatorRole.OWNER)
        before = self.store.load()
        every = ordered(before.domains, hosts)
        places = {"order": [one.host for one in before.domains]}, {"order": hosts}
        with self.audit.change(actor, "domain.order", "all", *places):
            return self.store.save(before, every)

    def remove(self, actor: Actor, host: str) -> DomainList:
        """Take a domain out of the list. Raises NotFound, Conflict, Forbidden."""
        actor.require(OperatorRole.OWNER)
        before = self.store.load()
        known = before.get(host)
        every = tuple(one for one in before.domains if one is not known)
        with self.audit.change(actor, "domain.remove", host, before=_shown(known)):
            saved = self.store.save(before, every)
        self._settled(actor, known)
        return saved

    def _settled(self, actor: Actor, domain: Domain) -> None:
        """What cannot be closed now, or was just raised, is closed with the next probes."""
        if domain.state is DomainState.BLOCKED:
            with suppress(HearthError):
                self.notices.finish(EVERYWHERE, blocked_id(domain), self.clock(), actor.name)


def _shown(domain: Domain) -> Mapping[str, object]:
    return {"state": domain.state, "why": domain.why}
