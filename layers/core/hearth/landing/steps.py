"""What somebody has to do who looks at a destination on his device."""

from hearth.domain.livecodes import Destination, Kind

_READS = {
    "wechat": ("wechat", "wecom", "other", ""),
    "wecom": ("wecom",),
    "qq": ("qq", "other", ""),
}
"""An app → platforms whose codes it recognises when they are pressed long."""

_SCANS = ("wechat", "wecom", "qq", "")
"""Platforms whose apps scan their own groups' codes. An unknown one is most likely of them."""

_FAR = ("telegram", "discord", "whatsapp")
"""Platforms whose links do not open inside other chat apps."""


def steps_of(destination: Destination, device: str) -> tuple[str, ...]:
    """Keys of words, in order."""
    if destination.kind is Kind.LINK:
        return _by_link(destination.platform, device)
    joining = ("add", "say") if destination.kind is Kind.PERSON else ("join",)
    return (*_scanning(destination.platform, device), *joining)


def app_of(platform: str) -> str:
    """Key of the word for what scans a platform's codes, or opens its links."""
    return f"app.{platform}" if platform in (*_SCANS[:3], *_FAR) else "app.other"


def is_read_by(platform: str, device: str) -> bool:
    """Whether a code of ``platform`` is recognised where it is seen."""
    app, _, system = device.partition("-")
    return system != "desktop" and platform in _READS.get(app, ())


def _scanning(platform: str, device: str) -> tuple[str, ...]:
    if is_read_by(platform, device):
        return ("press", "recognise")
    scan = "open" if platform in _SCANS else "scanner"
    if device.endswith("-desktop"):
        return (f"{scan}.phone", "aim")
    return ("save", scan, "album")


def _by_link(platform: str, device: str) -> tuple[str, ...]:
    blocked = platform in _FAR and not device.startswith(("browser-", platform))
    return ("leave", "tap", "accept") if blocked else ("tap", "accept")
