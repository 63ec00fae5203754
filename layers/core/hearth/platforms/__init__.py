"""The chat platforms, one translator each, imported only when asked for.

``<name>.py`` reads callbacks (``ports.Inbound``), ``<name>_api.py`` speaks the platform's API
(``ports.Outbound``). Which names exist and which of them can be spoken to is said once, in
``domain/capabilities.py``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from hearth.domain.capabilities import CAPABILITIES
from hearth.domain.errors import NotFound
from hearth.ports import Inbound, Outbound


def inbound(platform: str) -> Inbound:
    """The reader of ``platform``'s callbacks; raises NotFound for an unknown name."""
    if platform not in CAPABILITIES:
        raise NotFound(f"“{platform[:40]}” is not a platform Hearth knows: {_known()}")
    return cast(Inbound, import_module(f"hearth.platforms.{platform}"))


def outbound(platform: str) -> Outbound:
    """The speaker of ``platform``'s API; raises NotFound where there is none to speak."""
    if platform not in CAPABILITIES:
        raise NotFound(f"“{platform[:40]}” is not a platform Hearth knows: {_known()}")
    if not CAPABILITIES[platform]:
        raise NotFound(f"Hearth cannot act on {platform}: do it by hand in the platform's own app")
    return cast(Outbound, import_module(f"hearth.platforms.{platform}_api"))


def _known() -> str:
    return ", ".join(sorted(CAPABILITIES))


if TYPE_CHECKING:
    # Shapes of the modules, held by the type checker; nothing is imported at run time.
    from hearth.platforms import (
        dingtalk,
        discord,
        feishu,
        official,
        onebot,
        onebot_api,
        qq,
        slack,
        telegram,
        telegram_api,
        wecom,
    )

    _inbound: tuple[Inbound, ...] = (
        dingtalk,
        feishu,
        official,
        onebot,
        qq,
        slack,
        telegram,
        discord,
        wecom,
    )
    _outbound: tuple[Outbound, ...] = (onebot_api, telegram_api)
