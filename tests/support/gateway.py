"""HTTP API events (payload format 2.0) in the shape that API Gateway documents."""

import base64
from typing import Any
from urllib.parse import urlencode


def http_event(
    method: str,
    path: str,
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
    query: dict[str, str] | None = None,
    parameters: dict[str, str] | None = None,
    encode: bool = False,
) -> dict[str, Any]:
    """One request as a room sees it; ``encode`` sends the body base64-encoded."""
    event: dict[str, Any] = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": urlencode(query or {}),
        "headers": {"host": "hearth.example", **(headers or {})},
        "pathParameters": parameters or {},
        "requestContext": {
            "http": {"method": method, "path": path, "sourceIp": "203.0.113.7"},
            "requestId": "JKJaXmPLvHcESHA=",
        },
        "isBase64Encoded": encode,
    }
    if body is not None:
        event["body"] = base64.b64encode(body).decode() if encode else body.decode()
    return event
