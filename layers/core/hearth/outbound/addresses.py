"""Names to addresses, within a time; and which addresses are on the public internet."""

import ipaddress
import queue
import socket
import threading

_UNICAST = ipaddress.ip_network("2000::/3")


def resolve(host: str, seconds: float) -> list[str]:
    """Addresses of ``host``; raises OSError when there are none, TimeoutError when it takes longer.

    The system's resolver knows no time limit: one that hangs is left behind in its thread.
    """
    found: queue.Queue[list[str] | OSError] = queue.Queue()
    threading.Thread(target=lambda: found.put(_ask(host)), daemon=True).start()
    try:
        answer = found.get(timeout=max(0.0, seconds))
    except queue.Empty as error:
        raise TimeoutError(f"{host} was not resolved in time") from error
    if isinstance(answer, OSError):
        raise answer
    return answer


def is_public(address: str) -> bool:
    """Whether ``address`` is one of a single machine on the public internet.

    Of IPv6 only what is given out for use, and nothing that carries an IPv4 address inside, which
    a relay might send on into a private network.
    """
    known = ipaddress.ip_address(address.partition("%")[0])
    if known.is_multicast or not known.is_global:
        return False
    if isinstance(known, ipaddress.IPv4Address):
        return True
    return known in _UNICAST and known.sixtofour is None and known.teredo is None


def is_loopback(address: str) -> bool:
    """Whether ``address`` is this very machine."""
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def _ask(host: str) -> list[str] | OSError:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        return OSError(str(error))
    except OSError as error:
        return error
    return [str(one[4][0]) for one in found]
