"""What Hearth can do on each platform, so that nothing is promised that cannot be kept.

A platform's own limits are in the capability matrix of ``docs/platforms/``.
"""

from hearth.domain.errors import BadInput, NotFound

CAPABILITIES: dict[str, frozenset[str]] = {
    "onebot": frozenset({"post", "delete", "mute", "kick"}),
    "telegram": frozenset({"post", "delete", "mute", "kick", "open-way"}),
    "wecom": frozenset({"open-way", "show-way", "fetch-joins"}),
    "official": frozenset(),
    "qq": frozenset(),
    "feishu": frozenset(),
    "dingtalk": frozenset(),
    "slack": frozenset(),
    "discord": frozenset(),
}
"""Platform → names of actions (see ``actions.KINDS``) that can be carried out by API.

Platforms are offered in this order.
"""


def can(platform: str, kind: str) -> bool:
    """Whether ``platform`` carries out actions of ``kind``."""
    return kind in CAPABILITIES.get(platform, frozenset())


def require_able(platform: str, kind: str) -> None:
    """Raise NotFound, which says what to do instead, unless :func:`can`."""
    if not can(platform, kind):
        raise NotFound(
            f"Hearth has no way to {kind} on {platform}: do it by hand in the platform's own app"
        )


def require_platform(platform: str) -> None:
    """Raise BadInput with the known names when ``platform`` is none of them."""
    if platform not in CAPABILITIES:
        known = ", ".join(sorted(CAPABILITIES))
        raise BadInput(f"“{platform[:40]}” is not a platform Hearth knows: use one of {known}")
