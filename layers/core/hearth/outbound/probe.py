"""Looks whether a domain leads to this suite: one GET, bounded in time and size, never redirected.

The domain's name is what somebody has typed, so it may lead anywhere: only addresses on the public
internet are called, and the very address that was looked at is the one that is called.
"""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from functools import cache

from hearth.domain.domains import Domain, Trouble
from hearth.domain.hosts import is_local
from hearth.outbound.addresses import is_loopback, is_public, resolve

PROBE_PATH = "/c/0probe0"
"""No live code by default; if an operator makes one, probes are robots and take no seat."""

SIGN = ("x-hearth", "livecode")
"""The header by which the suite is recognised, whatever else it answers."""

SECONDS = 5.0
_LARGEST_HEAD = 16_384
_MOST_ADDRESSES = 3

Resolve = Callable[[str, float], list[str]]


class _Wrong(Exception):
    """Ends a probe with what is wrong."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class Probe:
    """Satisfies ``console_ports.DomainProbe``."""

    def __init__(
        self,
        local: bool = False,
        *,
        resolver: Resolve = resolve,
        allowed: Callable[[str], bool] = is_public,
        port: int = 443,
        trust: Callable[[], ssl.SSLContext] | None = None,
    ) -> None:
        """``local``: domains on this very machine may be called. The rest is for tests."""
        self._local = local
        self._resolver = resolver
        self._allowed = allowed
        self._port = port
        self._trust = trust or _usual_trust

    def __call__(self, domain: Domain) -> Trouble | None:
        """What is wrong with the domain, found within about :data:`SECONDS`; None for nothing."""
        try:
            _require_own_answer(self._head(domain.host, time.monotonic() + SECONDS))
        except _Wrong as wrong:
            return wrong.trouble
        except TimeoutError:
            return Trouble.SILENT
        except OSError:
            return Trouble.UNREACHABLE
        return None

    def _head(self, host: str, end: float) -> bytes:
        """Status line and headers, as far as they came."""
        with self._connected(host, end) as connection:
            connection.sendall(_request(host))
            head = b""
            while b"\r\n\r\n" not in head and len(head) < _LARGEST_HEAD:
                connection.settimeout(_left(end))
                more = connection.recv(_LARGEST_HEAD - len(head))
                if not more:
                    break
                head += more
        return head

    def _connected(self, host: str, end: float) -> socket.socket:
        name, _, port = host.partition(":")
        plain = _connect(self._addresses(host, name, end), int(port or self._port), end)
        if is_local(host):
            return plain
        try:
            plain.settimeout(_left(end))
            return self._trust().wrap_socket(plain, server_hostname=name)
        except TimeoutError:
            plain.close()
            raise
        except (OSError, ValueError) as error:
            plain.close()
            raise _Wrong(Trouble.INSECURE) from error

    def _addresses(self, host: str, name: str, end: float) -> list[str]:
        """Where the name leads; not one of them may be elsewhere than allowed."""
        try:
            found = self._resolver(name, _left(end))
        except TimeoutError:
            raise
        except OSError as error:
            raise _Wrong(Trouble.UNRESOLVED) from error
        allowed = is_loopback if self._local and is_local(host) else self._allowed
        if not found or not all(map(allowed, found)):
            raise _Wrong(Trouble.PRIVATE if found else Trouble.UNRESOLVED)
        return list(dict.fromkeys(found))[:_MOST_ADDRESSES]


def _connect(addresses: list[str], port: int, end: float) -> socket.socket:
    """The first address that takes the call; raises the last one's OSError."""
    failure = OSError("no address")
    for place, address in enumerate(addresses):
        try:
            share = _left(end) / (len(addresses) - place)
            return socket.create_connection((address, port), timeout=share)
        except OSError as error:
            failure = error
    raise failure


def _request(host: str) -> bytes:
    lines = (
        f"GET {PROBE_PATH} HTTP/1.1",
        f"Host: {host}",
        "User-Agent: Hearth-Probe/1 (bot)",
        "Accept: */*",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode()


def _require_own_answer(head: bytes) -> None:
    start, _, rest = head.partition(b"\r\n")
    try:
        headers = http.client.parse_headers(io.BytesIO(rest))
    except http.client.HTTPException as error:
        raise _Wrong(Trouble.STRANGER) from error
    name, value = SIGN
    if start.startswith(b"HTTP/1.") and headers.get(name) == value:
        return
    moved = start[9:10] == b"3"
    raise _Wrong(Trouble.REDIRECTED if moved else Trouble.STRANGER)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError("the probe's time is over")
    return left


@cache
def _usual_trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context
