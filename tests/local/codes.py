"""Live codes of a running suite, and visitors who scan them."""

from typing import Any

import requests

from tests.local.community import Community

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50"}


def new_code(community: Community, *destinations: dict[str, Any]) -> str:
    """A code that leads to the destinations."""
    path = f"/api/communities/{community.key}/livecodes"
    code: str = community.desk.post(path, {"name": "Tea lovers"})["code"]
    for destination in destinations:
        community.desk.post(f"/api/livecodes/{code}/destinations", destination)
    return code


def link(name: str, capacity: int, **more: Any) -> dict[str, Any]:
    """A destination."""
    return {"kind": "link", "target": f"https://t.example/{name}", "capacity": capacity, **more}


def scan(community: Community, code: str, channel: str = "", **more: Any) -> requests.Response:
    """What a visitor with a phone gets."""
    return requests.get(
        f"{community.suite.base_url}/c/{code}" + (f"/{channel}" if channel else ""),
        headers={**PHONE, **more.pop("headers", {})},
        allow_redirects=False,
        timeout=60,
        **more,
    )
