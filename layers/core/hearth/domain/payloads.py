"""What the text inside a QR code is: a way into a group, a person's card, or nothing to show."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hearth.domain.errors import BadInput
from hearth.domain.payload_forms import FORMS, TEXT, WEB_PAGE, Form, Means

LONGEST_PAYLOAD = 500
"""Bytes in UTF-8: more of them would fill a live code's item with pictures."""

_DAY_MS = 24 * 3600 * 1000
_WEB = re.compile(r"\Ahttps?://(www\.)?(?P<host>[^/?#]*)", re.IGNORECASE)

_IS = {
    Means.GROUP: "is a group's code",
    Means.PERSON: "is a person's code",
    Means.OFFICIAL: "is the code of an official account",
    Means.PROGRAM: "opens a mini program",
    Means.PAYMENT: "is a payment code: whoever scans it pays money",
    Means.LOGIN: "is a login code: whoever scans it lets somebody in",
    Means.PICTURE: "is the address of a picture: send the picture itself",
}
_ADVICE = {
    "qr": "use the group's own QR code",
    "link": "use an invite link, or choose another kind",
    "person": "use a person's QR code, or choose another kind",
}


@dataclass(frozen=True, slots=True)
class Payload:
    """A text and what it was recognised as."""

    text: str
    form: Form

    @property
    def kind(self) -> str:
        """The usual kind of a destination with it; empty when it cannot be one."""
        return next(iter(self.form.kinds), "")

    def valid_until(self, now: int) -> int:
        """When it ends if it was shown at ``now``, ms since 1970; 0 when it does not."""
        return now + self.form.days * _DAY_MS if self.form.days else 0

    def require(self, kind: str, field: str) -> None:
        """Raise BadInput naming ``field`` unless it can be a destination of ``kind``.

        An empty kind stands for any.
        """
        if not (kind in self.form.kinds if kind else self.form.kinds):
            means = self.form.means
            what, advice = _IS.get(means, "is no web address"), _ADVICE[kind or "qr"]
            raise BadInput(f"“{field}” {what}; {advice}", means.value)


def recognise(text: str) -> Payload:
    """What ``text`` is; any text is something."""
    place = _place(text)
    fallback = WEB_PAGE if place.startswith("//") else TEXT
    return Payload(text, next((form for form in FORMS if form.pattern.match(place)), fallback))


def is_payload(text: str) -> bool:
    """Whether a destination's QR code may say it."""
    return text.isprintable() and 0 < len(text.encode()) <= LONGEST_PAYLOAD


def choose(texts: Iterable[str], kind: str) -> Payload:
    """The one of a picture's codes that is meant by somebody who looks for ``kind``.

    Raises BadInput when there is none, or when several may be meant.
    """
    found = [recognise(text) for text in dict.fromkeys(texts)]
    if not found:
        raise BadInput(
            "no QR code was found on the picture: send it larger, sharper or cropped to the code",
            "no_qr",
        )
    wanted = Means.PERSON if kind == "person" else Means.GROUP
    meant = [one for one in found if one.form.means is wanted] if len(found) > 1 else found
    if len(meant) != 1:
        raise BadInput(
            f"there are {len(found)} QR codes on the picture: crop it to the one that is meant",
            "several_qrs",
        )
    return meant[0]


def same(one: str, other: str) -> bool:
    """Whether two texts lead to the same place."""
    return _place(one) == _place(other)


def _place(text: str) -> str:
    """The text without what does not change where it leads."""
    return _WEB.sub(_host, text.strip(), count=1).removesuffix("/")


def _host(found: re.Match[str]) -> str:
    return f"//{found['host'].lower()}"
