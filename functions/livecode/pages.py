"""Answers of the room. What they say is written by ``hearth.landing``, loaded when it is shown."""

import os
from collections.abc import Mapping
from typing import Any

from hearth.domain.livecodes import Kind
from hearth.domain.scans import Led, Scan, Turned
from hearth.runtime import http

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "x-hearth": "livecode",  # by which a probe knows that a domain leads here
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
_APOLOGIES = {400: "old", 404: "unknown", 413: "old"}


def led(
    found: Led, scan: Scan, language: str, query: Mapping[str, str], cookies: tuple[str, ...]
) -> dict[str, Any]:
    """To the destination at once, or to the page with its QR code or a button."""
    address = ""
    if found.destination.kind is Kind.LINK:
        from hearth.domain.utm import pass_on

        address = pass_on(found.destination.target, query)
        if not found.code.guide.for_links:
            return http.answer(302, extra={"location": address}, set_cookies=cookies)
    from hearth.landing.welcome import Visitor, welcome

    visitor = Visitor(language, scan.device, scan.at)
    return page(200, welcome(found, visitor, address), cookies)


def turned(away: Turned, scan: Scan, language: str, key: str) -> dict[str, Any]:
    """For robots the code's name, and no seat is taken; for people that there is no room."""
    if away.robot:
        return _card(200, language, away.code.name, "open.page")
    from hearth.domain.waiting import write_offer
    from hearth.landing.turned import full, offer_of

    offer = offer_of(away.code, language, scan.at, os.urandom(9).hex())
    return page(200, full(away.code, offer, write_offer(key, offer)))


def apology(status: int, language: str) -> dict[str, Any]:
    """Unknown code (404), not such a form (400, 413) or not now (anything else)."""
    return _card(status, language, "", _APOLOGIES.get(status, "later"))


def not_yet(language: str) -> dict[str, Any]:
    """Browsers throw a refusal away, and ask again when somebody wants to see the page.

    One that keeps it shows a page that asks again by itself: see ADR 0021.
    """
    from hearth.landing.frame import waiting

    return page(403, waiting(language))


def page(status: int, html: str, cookies: tuple[str, ...] = ()) -> dict[str, Any]:
    """A page under a policy that allows its own style and pictures alone."""
    return http.answer(status, html, "text/html; charset=utf-8", _HEADERS, cookies)


def _card(status: int, language: str, title: str, key: str) -> dict[str, Any]:
    from hearth.landing.frame import card
    from hearth.landing.words import words_of

    words = words_of(language)
    return page(status, card(language, title or words["title"], words[key]))
