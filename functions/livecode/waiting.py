"""The form of the waiting page, sent: somebody leaves an address."""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

from functions.livecode.pages import page
from hearth.domain.errors import BadInput, Malformed
from hearth.domain.networks import network_of
from hearth.domain.scans import Scan
from hearth.domain.waiting import Refusal, read_offer
from hearth.landing.turned import again, thanks, used_up
from hearth.runtime import http
from hearth.runtime.aws_json import dynamodb
from hearth.runtime.config import from_environment
from hearth.runtime.config.livecode import LivecodeConfig
from hearth.store.contacts_http import ContactsHttp
from hearth.usecases.wait import Sent, leave_address

_LARGEST_FORM = 8_000
"""Bytes."""

_MOST_FIELDS = 10


def leave(event: http.Event, scan: Scan, key: str) -> dict[str, Any]:
    """Keep the address, or show the form again with what is wrong.

    Raises Malformed for a form that is not ours or too old, Oversized, Unavailable.
    """
    form = _fields(event)
    signed, address, name = (form.get(field, "") for field in ("offer", "address", "name"))
    offer = read_offer(key, signed, scan.code, scan.at)
    if offer is None:
        raise Malformed("the form is not one of this code, or too old")
    if form.get("website"):
        # Nobody sees this field, so a program filled it in.
        return page(200, thanks(offer))
    if form.get("consent") != "yes":
        return page(422, again(offer, signed, address, name, "consent"))
    try:
        sent = Sent(address, name, network_of(came_from(event)))
        refusal = leave_address(_contacts(), key, offer, scan, sent)
    except BadInput:
        return page(422, again(offer, signed, address, name, "address"))
    if refusal is Refusal.FORM:
        return page(429, used_up(offer))
    if refusal:
        return page(429, again(offer, signed, address, name, refusal))
    return page(200, thanks(offer))


def came_from(event: http.Event) -> str:
    """The visitor's network address; behind a Function URL what was before it says whose it is."""
    context = event["requestContext"]
    nearest = str(context["http"].get("sourceIp", ""))
    if ".lambda-url." not in str(context.get("domainName", "")):
        return nearest
    passed = http.headers(event).get("x-forwarded-for", "").split(",")
    known = [one.strip() for one in passed if one.strip() not in ("", nearest)]
    return known[-1] if known else nearest


@cache
def _contacts() -> ContactsHttp:
    """Few environments ever need it, so none opens it when it starts."""
    return ContactsHttp(from_environment(LivecodeConfig, os.environ).contacts_table, dynamodb())


def _fields(event: http.Event) -> Mapping[str, str]:
    text = http.raw_body(event, _LARGEST_FORM).decode("utf-8", "replace")
    try:
        return dict(parse_qsl(text, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise Malformed("the form has too many fields") from error
