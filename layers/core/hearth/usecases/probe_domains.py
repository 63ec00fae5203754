"""Look at every domain, and raise a notice for each that does not lead to the suite any more."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from hearth.domain.domains import Domain, DomainList, DomainState, Trouble, chosen, probed
from hearth.domain.errors import Conflict
from hearth.domain.notices import EVERYWHERE, Notice, NoticeKind, notice
from hearth.ports import Clock

if TYPE_CHECKING:
    from hearth.console_ports import DomainProbe, DomainStore

_AT_ONCE = 10
_TRIES = 5
_log = logging.getLogger(__name__)

Found = dict[str, Trouble | None]


def probe_domains(
    store: "DomainStore",
    probe: "DomainProbe",
    raise_notice: Callable[[Notice], object],
    clock: Clock,
    own: str = "",
) -> int:
    """Probe all domains that are not off; how many are blocked now. For a schedule.

    ``own`` is another host that leads here, such as the API's own: when no domain answers and not
    even that, the trouble is ours, and no domain is blamed. Raises Unavailable, Conflict.
    """
    found = _look(store.load(), probe)
    if _is_ours(found, own, probe):
        _log.warning("neither a domain nor the suite's own address answers: no domain is blamed")
        return 0
    known = _keep(store, found, clock()) if found else store.load()
    blocked = [one for one in known.domains if one.state is DomainState.BLOCKED]
    for domain in blocked:
        if domain.why is not Trouble.REPORTED:
            raise_notice(_notice(domain, known, clock()))
    return len(blocked)


def _look(known: DomainList, probe: "DomainProbe") -> Found:
    wanted = [one for one in known.domains if one.state is not DomainState.OFF]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return dict(zip((one.host for one in wanted), pool.map(probe, wanted), strict=True))


def _is_ours(found: Found, own: str, probe: "DomainProbe") -> bool:
    """Whether it is the suite or its way out that fails; ``own`` in the list proves nothing."""
    alone = bool(found) and all(found.values())
    return alone and bool(own) and own not in found and probe(Domain(own)) is not None


def _keep(store: "DomainStore", found: Found, now: int) -> DomainList:
    """The list with what was found; an operator may be changing it at the same time."""
    for _ in range(_TRIES):
        before = store.load()
        after = tuple(
            probed(one, found[one.host], now) if one.host in found else one
            for one in before.domains
        )
        try:
            return store.save(before, after)
        except Conflict:
            continue
    raise Conflict("the list of domains is being changed too fast")


def _notice(domain: Domain, known: DomainList, now: int) -> Notice:
    """The same one each time, until the domain is restored and blocked again."""
    instead = chosen(known.domains)
    return notice(
        NoticeKind.DOMAIN_BLOCKED,
        EVERYWHERE,
        f"domain:{domain.host}",
        str(domain.since),
        {
            "domain": domain.host,
            "why": domain.why.value if domain.why else "",
            "instead": instead.host if instead else "",
        },
        now,
        "/domains",
    )
