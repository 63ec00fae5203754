"""Headers that every answer carries, whatever it is."""

from collections.abc import Mapping
from typing import Any

from functions.console.origin import is_secure

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)

_ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def protected(event: Mapping[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    """``answer`` with the headers; what it says about caching stays, otherwise: not at all."""
    own = {name.lower(): value for name, value in (answer.get("headers") or {}).items()}
    strict = {"strict-transport-security": "max-age=31536000"} if is_secure(event) else {}
    headers = {"cache-control": "no-store", **own, **_ALWAYS, **strict}
    return {**answer, "headers": headers}
