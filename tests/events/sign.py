"""Samples and callbacks signed as the vendor signs them, for one invented account each.

``tests/events/<platform>/`` holds bodies, ``signed/<platform>.py`` the account's ``SECRETS`` and
``signed``, which makes a callback of a body. Every platform has both.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from hearth.domain.callbacks import Callback
from hearth.domain.capabilities import CAPABILITIES
from tests.events.signed.onebot import SECRETS as ONEBOT
from tests.events.signed.onebot import signed as onebot
from tests.events.signed.telegram import SECRETS as TELEGRAM
from tests.events.signed.telegram import signed as telegram
from tests.events.signed.wecom import SECRETS as WECOM
from tests.events.signed.wecom import signed as wecom
from tests.events.signed.wecom import verification as wecom_verification

__all__ = ["ONEBOT", "TELEGRAM", "WECOM", "onebot", "telegram", "wecom", "wecom_verification"]

_HERE = Path(__file__).parent


class Vendor(Protocol):
    """What every module of ``signed`` has."""

    SECRETS: Mapping[str, str]

    def signed(self, body: bytes) -> Callback:
        """``body`` as the vendor sends it to the account with ``SECRETS``."""
        ...


VENDORS = {
    platform: cast(Vendor, import_module(f"tests.events.signed.{platform}"))
    for platform in CAPABILITIES
}


def sample(name: str) -> bytes:
    """The body in ``tests/events/<name>``, for example ``onebot/leave.json``."""
    return (_HERE / name).read_bytes()


def samples(platform: str) -> list[str]:
    """Names of all samples of a platform, in order."""
    found = (_HERE / platform).iterdir()
    return sorted(f"{platform}/{path.name}" for path in found)
