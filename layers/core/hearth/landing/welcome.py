"""The page of a visitor who is led somewhere: a QR code or a button, and how to go on."""

from dataclasses import dataclass
from html import escape

from hearth.domain.livecodes import Destination, Kind
from hearth.domain.scans import Led
from hearth.landing.frame import framed, paragraph, said
from hearth.landing.steps import app_of, is_read_by, steps_of
from hearth.landing.words import words_of

_HOUR_MS = 3_600_000
_NEAR_MS = 48 * _HOUR_MS
_QR = '<figure><img class="qr" src="{picture}" alt="{alt}"><figcaption>{hint}</figcaption></figure>'
_BUTTON = '<a class="go" rel="noreferrer" href="{address}">{go}</a>'


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks at a page."""

    language: str
    """``zh`` or ``en``."""
    device: str
    """As ``domain.visitors.device`` names it."""
    at: int
    """ms since 1970."""


def welcome(led: Led, visitor: Visitor, address: str = "") -> str:
    """The page as HTML; ``address`` is where a link leads if not to its target as it is."""
    words = words_of(visitor.language)
    one, guide = led.destination, led.code.guide
    parts = [
        paragraph(words["person"]) if one.kind is Kind.PERSON else "",
        _way(one, visitor, address or one.target),
        _ending(one, visitor),
        _listed("ol", words["how"], guide.steps or _steps(one, visitor)),
        _listed("ul", words["rules"], guide.rules),
    ]
    return framed(visitor.language, led.code.name, "".join(parts), guide)


def _way(one: Destination, visitor: Visitor, address: str) -> str:
    words = words_of(visitor.language)
    if one.kind is Kind.LINK:
        return _BUTTON.format(address=escape(address), go=said(words["go"]))
    alt = words["qr.person" if one.kind is Kind.PERSON else "qr"]
    hint = said(words[_hint(one.platform, visitor.device)])
    return _QR.format(picture=escape(one.picture), alt=escape(alt), hint=hint)


def _hint(platform: str, device: str) -> str:
    if is_read_by(platform, device):
        return "hint.inside"
    return "hint.phone" if device.endswith("-desktop") else "hint.save"


def _steps(one: Destination, visitor: Visitor) -> tuple[str, ...]:
    words = words_of(visitor.language)
    app = words[app_of(one.platform)]
    return tuple(words[step].format(app=app) for step in steps_of(one, visitor.device))


def _ending(one: Destination, visitor: Visitor) -> str:
    """How long it works, if that is not long."""
    left = one.valid_until - visitor.at
    if not one.valid_until or one.kind is Kind.LINK or left > _NEAR_MS:
        return ""
    words, hours = words_of(visitor.language), left // _HOUR_MS
    text = words["hours" if hours > 1 else "hours.few"].format(hours=hours)
    return paragraph(text, "soft")


def _listed(kind: str, title: str, lines: tuple[str, ...]) -> str:
    items = "".join(f"<li>{said(line)}</li>" for line in lines)
    return f"<h2>{said(title)}</h2><{kind}>{items}</{kind}>" if lines else ""
