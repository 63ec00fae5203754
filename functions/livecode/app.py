"""Scans of live codes: led to a group with room by one write."""

import json
import os
import sys
from typing import Any

from functions.livecode import pages
from functions.livecode.cookies import cookie_name, set_cookie
from hearth.domain.errors import HearthError, NotFound
from hearth.domain.livecodes import Kind, is_channel, is_code
from hearth.domain.scans import Scan, Turned
from hearth.domain.visitors import is_robot, recall, remember
from hearth.runtime import http
from hearth.runtime.aws_json import dynamodb, ssm
from hearth.runtime.clock import now_ms
from hearth.runtime.config import LivecodeConfig, from_environment
from hearth.runtime.secrets import ParameterStore
from hearth.runtime.start import once
from hearth.runtime.statuses import status_of
from hearth.store.livecodes_http import LiveCodesHttp
from hearth.usecases.scan import Usher

_KEY = "livecode/visitor-key"


@once
def room() -> tuple[Usher, ParameterStore]:
    config = from_environment(LivecodeConfig, os.environ)
    usher = Usher(LiveCodesHttp(config.livecodes_table, dynamodb()))
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
    scan = _scan(event, secrets)
    led = usher.lead(scan)
    if isinstance(led, Turned):
        return pages.preview(led.name, language) if led.robot else pages.full(led.name, language)
    value = remember(secrets.read(_KEY), scan.code, led.destination.id)
    cookie = set_cookie(event, scan.code, value)
    if led.destination.kind is Kind.LINK:
        return http.answer(302, extra={"location": led.destination.target}, set_cookies=(cookie,))
    return pages.qr(led, language, cookie)


def _scan(event: http.Event, secrets: ParameterStore) -> Scan:
    code, channel = (http.path_parameter(event, name) for name in ("code", "channel"))
    if not is_code(code) or not is_channel(channel):
        raise NotFound("there is no such live code")
    robot = is_robot(http.method(event), http.headers(event).get("user-agent", ""))
    cookie = http.cookies(event).get(cookie_name(code), "")
    remembered = recall(secrets.read(_KEY), code, cookie) if cookie and not robot else ""
    return Scan(code, now_ms(), channel, robot, remembered)
