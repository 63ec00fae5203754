"""API Gateway's HTTP events (payload format 2.0) read and answered, standard library only."""

import base64
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from hearth.domain.errors import Malformed, Oversized

LARGEST_BODY = 1_000_000
"""Bytes; larger bodies are refused with 413."""

Event = Mapping[str, Any]


def raw_body(event: Event, largest: int = LARGEST_BODY) -> bytes:
    """The bytes as they were sent. Raises Oversized, Malformed."""
    body = event.get("body") or ""
    if len(body) > largest * 4 // 3 + 4:
        raise Oversized(f"the body is larger than {largest} bytes")
    raw = _bytes(body, bool(event.get("isBase64Encoded")))
    if len(raw) > largest:
        raise Oversized(f"the body is larger than {largest} bytes")
    return raw


def headers(event: Event) -> dict[str, str]:
    """Headers with names in lower case."""
    return {name.lower(): str(value) for name, value in (event.get("headers") or {}).items()}


def query(event: Event) -> dict[str, str]:
    """Query parameters, decoded once; of repeated ones the last."""
    return dict(parse_qsl(str(event.get("rawQueryString") or ""), keep_blank_values=True))


def path_parameter(event: Event, name: str) -> str:
    """A path parameter, empty when absent."""
    return str((event.get("pathParameters") or {}).get(name) or "")


def method(event: Event) -> str:
    """The HTTP method in capitals."""
    return str(event["requestContext"]["http"]["method"]).upper()


def cookies(event: Event) -> dict[str, str]:
    """Cookies by name, from the event's list or, where there is none, from the header."""
    listed = event.get("cookies")
    pairs = listed if listed is not None else headers(event).get("cookie", "").split(";")
    split = (str(pair).partition("=") for pair in pairs)
    return {name.strip(): value.strip() for name, _, value in split if name.strip()}


def answer(
    status: int,
    body: str = "",
    content_type: str = "text/plain; charset=utf-8",
    extra: Mapping[str, str] | None = None,
    set_cookies: tuple[str, ...] = (),
) -> dict[str, Any]:
    """An answer in API Gateway's form."""
    response: dict[str, Any] = {
        "statusCode": status,
        "headers": {"content-type": content_type, "cache-control": "no-store", **(extra or {})},
        "body": body,
    }
    if set_cookies:
        response["cookies"] = list(set_cookies)
    return response


def refusal(status: int, reason: str) -> dict[str, Any]:
    """An error with its reason as a small JSON object."""
    return answer(status, json.dumps({"error": reason}, ensure_ascii=False), "application/json")


def _bytes(body: str, encoded: bool) -> bytes:
    try:
        return base64.b64decode(body, validate=True) if encoded else body.encode()
    except ValueError as error:
        raise Malformed(f"the body is not valid {'base64' if encoded else 'text'}") from error
