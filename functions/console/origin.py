"""Where a request comes from and where it was sent to."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from hearth.runtime.http import headers

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
