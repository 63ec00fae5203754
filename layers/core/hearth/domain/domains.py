"""Domains that live codes are given out under: which one is used, and what was found of each.

The list is one for the whole installation; its order is the order of preference. A domain that is
blocked is replaced everywhere at once, because addresses are made when they are asked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from hearth.domain.errors import BadInput, Conflict, NotFound
from hearth.domain.hosts import is_local

MOST_DOMAINS = 20
FAILURES_TO_BLOCK = 2
"""Probes that must fail one after the other: a single one may be the network's fault."""


class DomainState(StrEnum):
    """Whether live codes are given out under a domain."""

    OK = "ok"
    BLOCKED = "blocked"
    OFF = "off"
    """Switched off by an operator, or entered before it led here."""


class Trouble(StrEnum):
    """What is wrong with a domain."""

    REPORTED = "reported"
    """An operator has seen that people cannot open it."""
    UNRESOLVED = "unresolved"
    """Its name leads to no address."""
    PRIVATE = "private"
    """Its name leads to an address that is not on the public internet."""
    UNREACHABLE = "unreachable"
    INSECURE = "insecure"
    """No certificate that a browser would accept."""
    SILENT = "silent"
    """No answer within the time a probe has."""
    REDIRECTED = "redirected"
    STRANGER = "stranger"
    """Somebody answers, but not this suite."""


@dataclass(frozen=True, slots=True)
class Domain:
    """One domain. Times are ms since 1970, 0 for never."""

    host: str
    """ASCII, small letters; on this very machine perhaps with a port."""
    state: DomainState = DomainState.OK
    why: Trouble | None = None
    """What is wrong: why it is blocked, or what the last probe found."""
    since: int = 0
    """When it came into its state."""
    checked: int = 0
    """When it was probed last."""
    failures: int = 0
    """Probes that failed, one after the other, up to the last."""

    @property
    def origin(self) -> str:
        """What addresses begin with."""
        return f"{'http' if is_local(self.host) else 'https'}://{self.host}"


@dataclass(frozen=True, slots=True)
class DomainList:
    """All domains in the order of preference."""

    version: int = 0
    """Changes whenever the list is saved."""
    domains: tuple[Domain, ...] = ()

    def get(self, host: str) -> Domain:
        """One domain; raises NotFound."""
        for domain in self.domains:
            if domain.host == host:
                return domain
        raise NotFound("there is no such domain")


def chosen(domains: Iterable[Domain], preferred: Iterable[str] = ()) -> Domain | None:
    """The domain to give out: the first healthy one of ``preferred``, else of all; None for none.

    ``preferred`` are hosts, the best first.
    """
    healthy = {one.host: one for one in domains if one.state is DomainState.OK}
    wanted = (healthy[host] for host in preferred if host in healthy)
    return next(wanted, None) or next(iter(healthy.values()), None)


def added(domains: tuple[Domain, ...], new: Domain) -> tuple[Domain, ...]:
    """The list with ``new`` at its end. Raises Conflict, BadInput."""
    if any(one.host == new.host for one in domains):
        raise Conflict(f"{new.host} is in the list already")
    if len(domains) >= MOST_DOMAINS:
        raise BadInput(f"there can be {MOST_DOMAINS} domains at most")
    return (*domains, new)


def ordered(domains: tuple[Domain, ...], hosts: list[str]) -> tuple[Domain, ...]:
    """The same domains in the order of ``hosts``; raises BadInput unless each is named once."""
    known = {one.host: one for one in domains}
    if sorted(hosts) != sorted(known):
        raise BadInput("“order” must name each domain once")
    return tuple(known[host] for host in hosts)


def turned(domain: Domain, state: DomainState, now: int) -> Domain:
    """The domain as an operator wants it: in use, reported as blocked, or off."""
    why = Trouble.REPORTED if state is DomainState.BLOCKED else None
    return replace(domain, state=state, why=why, since=now, failures=0)


def probed(domain: Domain, trouble: Trouble | None, now: int) -> Domain:
    """The domain after a probe that met ``trouble``; None: the suite has answered.

    One that fails is blocked at the second failure in a row. One that answers again stays blocked
    until an operator restores it: who blocks domains often lets a probe through.
    """
    failures = domain.failures + 1 if trouble else 0
    after = replace(domain, checked=now, failures=failures)
    if domain.state is not DomainState.OK:
        return after
    if failures < FAILURES_TO_BLOCK:
        return replace(after, why=trouble)
    return replace(after, state=DomainState.BLOCKED, why=trouble, since=now)
