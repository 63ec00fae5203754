"""Connections that tell apart what failed before a request was sent and what failed after."""

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPSConnectionPool
from urllib3.connection import HTTPSConnection
from urllib3.exceptions import NewConnectionError


class _Connection(HTTPSConnection):
    """urllib3 reports a failed handshake like a failure in the middle of an answer."""

    def connect(self) -> None:
        try:
            super().connect()
        except OSError as error:  # of TLS, and what interrupts a handshake
            raise NewConnectionError(self, "no secure connection") from error


class _Pool(HTTPSConnectionPool):
    ConnectionCls = _Connection


def session() -> requests.Session:
    """A session whose failures before the request is sent have a NewConnectionError as cause."""
    adapter = HTTPAdapter()
    pools = adapter.poolmanager.pool_classes_by_scheme
    adapter.poolmanager.pool_classes_by_scheme = {**pools, "https": _Pool}
    made = requests.Session()
    made.mount("https://", adapter)
    return made
