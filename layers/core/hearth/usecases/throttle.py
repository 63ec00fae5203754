"""Only so many attempts for a name, from an address, and with the links that need no login."""

from dataclasses import dataclass

from hearth.console_ports import LoginStore
from hearth.domain.errors import TooManyAttempts
from hearth.domain.networks import network_of
from hearth.ports import Clock

WINDOW_S = 900
ATTEMPTS_PER_NAME = 10
ATTEMPTS_PER_ADDRESS = 50
ATTEMPTS_PER_LINK = 60
ATTEMPTS_OF_ALL_LINKS = 600


@dataclass(frozen=True, slots=True)
class Throttle:
    """Counts attempts before they are looked at, exactly, in windows of a quarter of an hour."""

    logins: LoginStore
    clock: Clock

    def address(self, address: str) -> None:
        """Count an attempt from ``address``; raises TooManyAttempts."""
        self._count(f"address {network_of(address)}", ATTEMPTS_PER_ADDRESS)

    def name(self, name: str) -> None:
        """Count an attempt for ``name``; raises TooManyAttempts."""
        self._count(_of(name), ATTEMPTS_PER_NAME)

    def link(self, link: str) -> None:
        """Count a use of ``link`` and of all links together; raises TooManyAttempts."""
        self._count(f"link {link}", ATTEMPTS_PER_LINK)
        self._count("links", ATTEMPTS_OF_ALL_LINKS)

    def forgive(self, name: str) -> None:
        """Forget the attempts for ``name``: whoever it was knew the password."""
        self.logins.forget(self._window(_of(name)))

    def _count(self, what: str, limit: int) -> None:
        now = self.clock() // 1000
        end = (now // WINDOW_S + 1) * WINDOW_S
        if not self.logins.count(self._window(what), limit, end):
            raise TooManyAttempts("too many attempts: wait a while", retry_after=end - now)

    def _window(self, what: str) -> str:
        return f"{what} {self.clock() // 1000 // WINDOW_S}"


def _of(name: str) -> str:
    return f"name {name}"
