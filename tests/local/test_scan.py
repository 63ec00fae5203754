"""A live code leads every visitor to a group with room, and never more than the group holds."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import requests

from tests.local.community import Community

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50"}
CLIENTS = 64


def _code(community: Community, *destinations: dict[str, Any]) -> str:
    path = f"/api/communities/{community.key}/livecodes"
    code: str = community.desk.post(path, {"name": "Tea lovers"})["code"]
    for destination in destinations:
        community.desk.post(f"/api/livecodes/{code}/destinations", destination)
    return code


def _link(name: str, capacity: int, **more: Any) -> dict[str, Any]:
    return {"kind": "link", "target": f"https://t.example/{name}", "capacity": capacity, **more}


def _scan(community: Community, code: str, **more: Any) -> requests.Response:
    return requests.get(
        f"{community.suite.base_url}/c/{code}",
        headers={**PHONE, **more.pop("headers", {})},
        allow_redirects=False,
        timeout=60,
        **more,
    )


def test_a_scan_leads_to_the_next_group_with_room(community: Community) -> None:
    expired = int(time.time() * 1000) + 1500
    code = _code(
        community, _link("soon-over", 5, valid_until=expired), _link("small", 1), _link("big", 9)
    )
    assert _scan(community, code).headers["location"] == "https://t.example/soon-over"
    time.sleep(1.6)
    led = [_scan(community, code) for _ in range(2)]
    assert [answer.headers["location"] for answer in led] == [
        "https://t.example/small",
        "https://t.example/big",
    ]
    assert {(a.status_code, a.headers["cache-control"]) for a in led} == {(302, "no-store")}


def test_a_wechat_groups_qr_is_shown_on_a_page(community: Community) -> None:
    code = _code(
        community, {"kind": "qr", "target": "https://weixin.qq.com/g/AwYAA", "capacity": 200}
    )
    answer = _scan(community, code, headers={"Accept-Language": "zh-CN"})
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert '<img src="data:image/' in answer.text and "长按或扫描" in answer.text
    assert len(answer.content) < 30_000


def test_the_same_visitor_comes_back_to_the_same_group(community: Community) -> None:
    code = _code(community, _link("one", 1), _link("two", 1))
    first = _scan(community, code)
    again = _scan(community, code, cookies=first.cookies.get_dict())
    assert again.headers["location"] == first.headers["location"] == "https://t.example/one"


def test_64_clients_at_once_get_exactly_200_seats_and_every_scan_counts(
    community: Community,
) -> None:
    code = _code(community, _link("a", 120), _link("b", 80))
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(lambda _: _scan(community, code), range(260)))
    led = Counter(a.headers["location"] for a in answers if a.status_code == 302)
    assert led == {"https://t.example/a": 120, "https://t.example/b": 80}
    turned_away = [a for a in answers if a.status_code == 200 and "满员" in a.text]
    assert len(turned_away) == 60

    shown = community.desk.get(f"/api/livecodes/{code}")
    assert (shown["taken"], shown["robots"]) == (200, 0)


def test_a_preview_takes_no_seat(community: Community) -> None:
    code = _code(community, _link("one", 1))
    preview = _scan(community, code, headers={"User-Agent": "TelegramBot (like TwitterBot)"})
    assert preview.status_code == 200 and "t.example" not in preview.text
    assert _scan(community, code).headers["location"] == "https://t.example/one"
    shown = community.desk.get(f"/api/livecodes/{code}")
    assert (shown["scans"], shown["taken"], shown["robots"]) == (1, 1, 1)


def test_an_unknown_code_is_404(community: Community) -> None:
    assert _scan(community, "nothere").status_code == 404
