"""Scans of live codes: led to a group with room by one write."""

import json
import os
import sys
from typing import Any

from functions.livecode import pages
from functions.livecode.cookies import set_cookie
from functions.livecode.request import scan_of
from hearth.domain.errors import HearthError, NotFound
from hearth.domain.livecodes import Kind
from hearth.domain.scans import Turned
from hearth.domain.visitors import remember
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
"""Name of the secret that signs visitors' cookies."""


def _journal(line: str) -> None:
    """The log outlives the environment, so nothing that is only in memory is ever lost."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@once
def room() -> tuple[Usher, ParameterStore]:
    config = from_environment(LivecodeConfig, os.environ)
    usher = Usher(LiveCodesHttp(config.livecodes_table, dynamodb()), _journal)
    return usher, ParameterStore(config.secrets_path, ssm())


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """HTTP API event → a redirect, a page with the group's QR, or a page that says why not."""
    language = pages.language(http.headers(event).get("accept-language", ""))
    try:
        return _answer(event, language)
    except HearthError as error:
        if not isinstance(error, NotFound):
            sys.stderr.write(json.dumps({"level": "ERROR", "message": str(error)}) + "\n")
        return pages.apology(status_of(error), language)


def _answer(event: http.Event, language: str) -> dict[str, Any]:
    usher, secrets = room()
    # Before a ticket is drawn: without the key, which comes with the first code, nobody is led.
    key = secrets.read(VISITOR_KEY)
    scan = scan_of(event, key)
    led = usher.lead(scan)
    if isinstance(led, Turned):
        page = pages.preview if led.robot else pages.full
        return page(led.code.name, language)
    cookie = set_cookie(event, scan.code, remember(key, scan.code, led.destination.id))
    if led.destination.kind is Kind.LINK:
        return http.answer(302, extra={"location": led.destination.target}, set_cookies=(cookie,))
    return pages.qr(led, language, cookie)
