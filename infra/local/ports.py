"""Is a port free?"""

import socket

from infra.local.place import Place
from infra.local.problems import LocalRunError, PortTakenError

LOOPBACK = "127.0.0.1"
LOWEST_PORT = 1024
HIGHEST_PORT = 65534  # the simulator takes the next one


def check_port(text: str) -> int:
    """Return the port written in `text`; raise LocalRunError if it cannot be one."""
    if not text.isdecimal() or not LOWEST_PORT <= int(text) <= HIGHEST_PORT:
        raise LocalRunError(
            f"PORT is {text!r}; it must be a number from {LOWEST_PORT} to {HIGHEST_PORT}"
        )
    return int(text)


def is_free(port: int) -> bool:
    """Tell whether a server could listen on `port` of the loopback interface now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def require_free_ports(place: Place) -> None:
    """Raise PortTakenError if one of the two ports of `place` is in use."""
    for port in (place.port, place.simulator_port):
        if not is_free(port):
            raise PortTakenError(
                f"port {port} is taken by another program; "
                f"stop it or choose another port: make run PORT={place.port + 1000}"
            )


def free_pair() -> int:
    """Return a port that is free together with the next one."""
    for _ in range(100):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.bind((LOOPBACK, 0))
            port: int = probe.getsockname()[1]
        if port <= HIGHEST_PORT and is_free(port) and is_free(port + 1):
            return port
    raise PortTakenError("no two neighbouring ports are free on this machine")
