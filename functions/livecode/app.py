"""Scans of live codes: led to a group with room by one write."""

import os
from typing import Any

from functions.livecode import pages
from functions.livecode.cookies import cookies_for
from functions.livecode.journal import complain, journal
from functions.livecode.request import is_prefetch, scan_of
from hearth.domain.errors import HearthError
from hearth.domain.scans import Turned
from hearth.landing.words import spoken
from hearth.runtime import http
from hearth.runtime.aws_json import dynamodb, ssm
from hearth.runtime.config import from_environment
from hearth.runtime.config.livecode import LivecodeConfig
from hearth.runtime.secrets import ParameterStore
from hearth.runtime.start import once
from hearth.runtime.statuses import status_of
from hearth.store.livecodes_http import LiveCodesHttp
from hearth.usecases.scan import Usher

VISITOR_KEY = "livecode/visitor-key"
"""Name of the secret that signs visitors' cookies, invitations and forms."""


@once
def room() -> tuple[Usher, ParameterStore]:
    config = from_environment(LivecodeConfig, os.environ)
    usher = Usher(LiveCodesHttp(config.livecodes_table, dynamodb()), journal)
    return usher, ParameterStore(config.secrets_path, ssm())


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """HTTP API event → a redirect, a page with the group's QR, or a page that says why not."""
    language = spoken(http.headers(event).get("accept-language", ""))
    try:
        return pages.not_yet(language) if is_prefetch(event) else _answer(event, language)
    except HearthError as error:
        status = status_of(error)
        if status >= 500:
            complain(error)
        return pages.apology(status, language)


def _answer(event: http.Event, language: str) -> dict[str, Any]:
    usher, secrets = room()
    # Before a ticket is drawn: without the key, which comes with the first code, nobody is led.
    key = secrets.read(VISITOR_KEY)
    scan = scan_of(event, key)
    if http.method(event) == "POST":
        from functions.livecode.waiting import leave

        return leave(event, scan, key)
    led = usher.lead(scan)
    if isinstance(led, Turned):
        return pages.turned(led, scan, language, key)
    cookies = cookies_for(event, led, key)
    return pages.led(led, scan, language, http.query(event), cookies)
