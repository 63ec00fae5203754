"""Look at every domain; raise a notice for each that does not lead to the suite any more."""

import logging
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

from hearth.domain.blocked_domains import blocked, blocked_id
from hearth.domain.domains import Domain, DomainList, DomainState, Trouble, probed
from hearth.domain.errors import Conflict
from hearth.domain.notices import EVERYWHERE, Notice, NoticeKind
from hearth.ports import Clock
from hearth.usecases.one_by_one import one_by_one

if TYPE_CHECKING:
    from hearth.console_ports import DomainProbe, DomainStore

_AT_ONCE = 10
_TRIES = 5
_log = logging.getLogger(__name__)

Found = dict[str, Trouble | None]


class Voice(Protocol):
    """Tells the operators; see ``usecases.raise_notice``."""

    def __call__(self, notice: Notice) -> object: ...
    def withdraw_others(self, community: str, kind: NoticeKind, current: Collection[str]) -> int:
        """Close those of the kind that are not among ``current``; how many."""
        ...


def probe_domains(
    store: "DomainStore", probe: "DomainProbe", voice: Voice, clock: Clock, own: str = ""
) -> int:
    """Probe all domains that are not off; how many are blocked now. For a schedule.

    Notices of domains that were restored, switched off or removed are closed. ``own`` is another
    host that leads here, such as the API's own: when no domain answers and not even that, the
    trouble is ours, and no domain is blamed. Raises Unavailable, Conflict; ExceptionGroup, after
    all, when a domain could not be looked at or told of.
    """
    found, failed = _look(store.load(), probe)
    if _is_ours(found, own, probe):
        _log.warning("neither a domain nor the suite's own address answers: no domain is blamed")
        return 0
    known = _keep(store, found, clock()) if found else store.load()
    down = [one for one in known.domains if one.state is DomainState.BLOCKED]
    _tell(voice, known, [one for one in down if one.why is not Trouble.REPORTED], clock())
    if failed:
        raise ExceptionGroup(f"{len(failed)} domains could not be looked at", failed)
    return len(down)


def _tell(voice: Voice, known: DomainList, down: list[Domain], now: int) -> None:
    """Raise a notice for each of ``down``, and close those of domains that are not among them."""
    try:
        one_by_one(down, lambda one: voice(blocked(one, known, now)))
    finally:
        current = [blocked_id(one) for one in down]
        voice.withdraw_others(EVERYWHERE, NoticeKind.DOMAIN_BLOCKED, current)


def _look(known: DomainList, probe: "DomainProbe") -> tuple[Found, list[Exception]]:
    """What was found of each, and what kept us from looking at others."""
    found, failed = Found(), list[Exception]()
    wanted = [one for one in known.domains if one.state is not DomainState.OFF]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        looks = [(one.host, pool.submit(probe, one)) for one in wanted]
    for host, look in looks:
        try:
            found[host] = look.result()
        except Exception as error:  # whatever it is: the others must be looked at
            _log.error("the domain %s could not be looked at", host)
            failed.append(error)
    return found, failed


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
