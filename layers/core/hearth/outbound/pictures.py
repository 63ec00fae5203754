"""Reads the QR code on a picture that a platform's answer points to: bounded in size and time.

An address out of an answer may lead anywhere, so only the vendor's own hosts are asked, by https,
and the account's own ``api_base``, which its owner entered himself.
"""

import logging
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from hearth.domain.errors import HearthError
from hearth.domain.groups import GroupRef
from hearth.domain.payloads import choose
from hearth.outbound.connections import session
from hearth.pictures.reader import codes_on
from hearth.ports import Secrets

_HOSTS = {"wecom": (".qpic.cn", ".qq.com")}
_TIMEOUT_S = (3.05, 5)
_LARGEST = 500_000

_log = logging.getLogger(__name__)


class QrPictures:
    """Satisfies ``new_ways.NewWays.payload``."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._session = session()

    def __call__(self, group: GroupRef, address: str) -> str:
        """What the group's QR code says; empty when there is none to be had or to be read."""
        try:
            own = self._secrets.account(group.platform, group.account).get("api_base", "")
            if not is_allowed(group.platform, address, own):
                return ""
            found = choose(codes_on(self._fetch(address)), "qr")
            found.require("qr", "picture")
        except (requests.RequestException, HTTPError, HearthError) as error:
            _log.warning("a way's picture cannot be used: %s", type(error).__name__)
            return ""
        return found.text

    def _fetch(self, address: str) -> bytes:
        with self._session.get(
            address, timeout=_TIMEOUT_S, allow_redirects=False, stream=True
        ) as response:
            if response.status_code != 200:
                return b""
            raw: bytes = response.raw.read(_LARGEST + 1, decode_content=True)
            return raw if len(raw) <= _LARGEST else b""


def is_allowed(platform: str, address: str, api_base: str) -> bool:
    """Whether a picture may be fetched from ``address``."""
    try:
        place, own = urlsplit(address), urlsplit(api_base)
        if own.hostname and place[:2] == own[:2]:
            return True
        usual = place.scheme == "https" and place.port in (None, 443) and "@" not in place.netloc
    except ValueError:
        return False
    return usual and (place.hostname or "").endswith(_HOSTS.get(platform, ()))
