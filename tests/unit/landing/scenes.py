"""Live codes as visitors meet them, and what a page says in plain text."""

import base64
import re
from html import unescape

import segno

from hearth.domain.livecodes import Destination, Guide, Kind, LiveCode
from hearth.domain.scans import Led
from hearth.landing.welcome import Visitor

NOW = 1_700_000_000_000
HOUR_MS = 3_600_000
PICTURE = segno.make("https://weixin.qq.com/g/AwYAAHcQy1b0n9v8", error="m").png_data_uri(scale=5)
HOSTILE = "</title><script>alert(1)</script>\"'&{title}{0}"
_LARGEST = (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 36)[:8982]
LARGEST_LOGO = f"data:image/png;base64,{base64.b64encode(_LARGEST).decode()}"


def destination(platform: str = "wechat", kind: Kind = Kind.QR, until: int = 0) -> Destination:
    """A group's QR code, an invite link or a person's QR code."""
    picture = "" if kind is Kind.LINK else PICTURE
    seats = 0 if kind is Kind.PERSON else 200
    target = "https://t.example/+abc"
    return Destination("d1", kind, target, seats, until, picture=picture, platform=platform)


def led(one: Destination | None = None, guide: Guide | None = None, name: str = "Tea") -> Led:
    """A visitor is led to ``one``."""
    one = one or destination()
    return Led(LiveCode("tea1", "tea", name, 1, (one,), guide=guide or Guide()), one)


def visitor(language: str = "en", device: str = "wechat-ios", at: int = NOW) -> Visitor:
    """Somebody with a telephone."""
    return Visitor(language, device, at)


def text_of(html: str) -> str:
    """What is read on a page, below its heading."""
    return unescape(re.sub(r"<[^>]*>", "\n", html.partition("<main>")[2]))


def lines_of(html: str, kind: str) -> list[str]:
    """The items of its first list of that kind (``ol``, ``ul``)."""
    inside = re.search(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
    return [unescape(item) for item in re.findall(r"<li>(.*?)</li>", inside[1])] if inside else []
