"""Where a request comes from and where it was sent to."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from hearth.domain.domains import chosen
from hearth.domain.errors import BadInput
from hearth.domain.livecodes import is_channel
from hearth.runtime.http import headers

if TYPE_CHECKING:
    from functions.console.desk import Desk

_LOOPBACK = ("127.0.0.1", "localhost", "::1")

Event = Mapping[str, Any]


def is_secure(event: Event) -> bool:
    """Whether it came by https: always, but for plain http on this very machine."""
    sent = headers(event)
    return sent.get("x-forwarded-proto") == "https" or _host(sent) not in _LOOPBACK


def source_address(event: Event) -> str:
    """The client's address as the front saw it; headers could be made up."""
    return str(event["requestContext"]["http"].get("sourceIp") or "unknown")


def own_address(public_url: str, event: Event) -> str:
    """Origin under which the suite is reached: the setting, or what the request was sent to."""
    return public_url.rstrip("/") or _asked(event)


def code_address(at: "Desk", event: Event, code: str, preferred: Iterable[str] = ()) -> str:
    """Address of a live code, to be given out: under the first healthy domain, else our own.

    ``preferred`` are the code's own domains, the best first. Made anew each time it is asked for:
    a domain that is blocked disappears from all addresses at once.
    """
    return code_addresses(at, event)(code, preferred)


def channel_address(address: str, channel: str) -> str:
    """A live code's address for one channel, itself for none. Raises BadInput."""
    if not is_channel(channel) or channel in (".", ".."):
        raise BadInput(
            f"“channel” {channel[:40]} cannot be part of an address: use up to 40 letters, digits, "
            "“_”, “.” or “-”"
        )
    return f"{address}/{quote(channel)}" if channel else address


def code_addresses(at: "Desk", event: Event) -> Callable[[str, Iterable[str]], str]:
    """A maker of addresses for several codes (code, preferred domains); one read of the list."""
    known, own = at.domains.store.load(), own_address(at.public_url, event)

    def made(code: str, preferred: Iterable[str]) -> str:
        best = chosen(known.domains, preferred)
        return f"{best.origin if best else own}/c/{code}"

    return made


def code_origins(at: "Desk", event: Event) -> set[str]:
    """Every origin under which live codes may have been given out, those of blocked domains too."""
    known = at.domains.store.load()
    return own_origins(at.public_url, event) | {domain.origin for domain in known.domains}


def own_origins(public_url: str, event: Event) -> set[str]:
    """Origins whose pages may ask for changes."""
    return {_asked(event), public_url.rstrip("/")} - {""}


def _asked(event: Event) -> str:
    scheme = "https" if is_secure(event) else "http"
    host = headers(event).get("host", "")
    return f"{scheme}://{host}" if host else ""


def _host(sent: Mapping[str, str]) -> str:
    try:
        return urlsplit(f"//{sent.get('host', '')}").hostname or ""
    except ValueError:
        return ""
