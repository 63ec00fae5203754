"""Bodies are bounded, JSON and well-formed before anything else looks at them."""

import json
import re
from collections.abc import Mapping
from typing import Any

from hearth.domain.errors import Malformed
from hearth.runtime.http import LARGEST_BODY, headers, method, raw_body

_PICTURES = re.compile(r"/api/(communities/[^/]*/pictures|refill/picture)")
_LARGEST_WITH_PICTURE = 5_400_000
"""Four million bytes in base64, and what is around them."""


def parsed(event: Mapping[str, Any]) -> dict[str, Any]:
    """The event with its body as JSON text. Raises Oversized, Malformed."""
    raw = raw_body(event, _largest(event))
    if method(event) in ("GET", "HEAD", "DELETE") or not raw:
        return {**event, "body": None, "isBase64Encoded": False}
    kind = headers(event).get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Malformed("send the body as application/json")
    try:
        content = json.loads(raw.decode(), parse_constant=_no_constant)
        text = json.dumps(content, ensure_ascii=False)
        text.encode()
    except (ValueError, RecursionError) as error:
        raise Malformed("the body is not JSON in UTF-8") from error
    return {**event, "body": text, "isBase64Encoded": False}


def _largest(event: Mapping[str, Any]) -> int:
    sends_picture = _PICTURES.fullmatch(str(event.get("rawPath", "")))
    return _LARGEST_WITH_PICTURE if sends_picture else LARGEST_BODY


def _no_constant(name: str) -> None:
    raise ValueError(name)
