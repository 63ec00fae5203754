"""The list of domains in memory."""

from collections.abc import Iterable

from hearth.domain.domains import Domain, DomainList
from hearth.domain.errors import Conflict


class FakeDomains:
    """The contract of ``store.domains.Domains``."""

    def __init__(self, domains: Iterable[Domain] = ()) -> None:
        self._kept = DomainList(0, tuple(domains))

    def __contains__(self, host: str) -> bool:
        return any(domain.host == host for domain in self._kept.domains)

    def __len__(self) -> int:
        return len(self._kept.domains)

    def load(self) -> DomainList:
        return self._kept

    def save(self, before: DomainList, domains: tuple[Domain, ...]) -> DomainList:
        if before.version != self._kept.version:
            raise Conflict("this list of domains exists already or has changed meanwhile")
        self._kept = DomainList(before.version + 1, domains)
        return self._kept
