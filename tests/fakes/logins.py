"""Login links and counted attempts in memory."""

from hearth.domain.errors import Conflict, NotFound
from hearth.domain.operators import LoginLink


class FakeLogins:
    """The contract of ``store.logins.Logins``. Expired counts stay, as they may in a table."""

    def __init__(self) -> None:
        self._links: dict[str, LoginLink] = {}
        self._counts: dict[str, int] = {}

    def __contains__(self, digest: str) -> bool:
        return digest in self._links

    def __len__(self) -> int:
        return len(self._links)

    def add_link(self, link: LoginLink) -> None:
        if link.digest in self._links:
            raise Conflict("this login link exists already or has changed meanwhile")
        self._links[link.digest] = link

    def consume_link(self, digest: str, now: int) -> LoginLink:
        link = self._links.get(digest)
        if link is None or link.expires <= now:
            raise NotFound("there is no such login link")
        return self._links.pop(digest)

    def count(self, what: str, limit: int, until: int) -> bool:
        if self._counts.get(what, 0) >= limit:
            return False
        self._counts[what] = self._counts.get(what, 0) + 1
        return True

    def forget(self, what: str) -> None:
        self._counts.pop(what, None)
