"""A live code leads every visitor to a group with room, and never more than the group holds."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from hearth.domain.blocks import SETTLE_MS
from tests.local.codes import link, new_code, scan
from tests.local.community import Community
from tests.local.desk import eventually

CLIENTS = 64
COUNTED_S = SETTLE_MS / 1000 + 30


def test_a_scan_leads_to_the_next_group_with_room(community: Community) -> None:
    expired = int(time.time() * 1000) + 1500
    code = new_code(
        community, link("soon-over", 5, valid_until=expired), link("small", 1), link("big", 9)
    )
    assert scan(community, code).headers["location"] == "https://t.example/soon-over"
    time.sleep(1.6)
    led = [scan(community, code) for _ in range(2)]
    assert [answer.headers["location"] for answer in led] == [
        "https://t.example/small",
        "https://t.example/big",
    ]
    assert {(a.status_code, a.headers["cache-control"]) for a in led} == {(302, "no-store")}


def test_a_wechat_groups_qr_is_shown_on_a_page(community: Community) -> None:
    code = new_code(
        community, {"kind": "qr", "target": "https://weixin.qq.com/g/AwYAA", "capacity": 200}
    )
    answer = scan(community, code, headers={"Accept-Language": "zh-CN"})
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert 'src="data:image/' in answer.text and "长按上方二维码" in answer.text
    assert len(answer.content) < 30_000


def test_the_same_visitor_comes_back_to_the_same_group(community: Community) -> None:
    code = new_code(community, link("one", 1), link("two", 1))
    first = scan(community, code)
    again = scan(community, code, cookies=first.cookies.get_dict())
    assert again.headers["location"] == first.headers["location"] == "https://t.example/one"


def test_64_clients_at_once_get_exactly_200_seats_and_every_scan_counts(
    community: Community,
) -> None:
    code = new_code(community, link("a", 120), link("b", 80))
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(lambda _: scan(community, code), range(260)))
    led = Counter(a.headers["location"] for a in answers if a.status_code == 302)
    assert led == {"https://t.example/a": 120, "https://t.example/b": 80}
    turned_away = [a for a in answers if a.status_code == 200 and "满员" in a.text]
    assert len(turned_away) == 60

    shown = eventually(lambda: _all_counted(community, code, 260), COUNTED_S)
    assert shown and (shown["taken"], shown["robots"]) == (200, 0)


def _all_counted(community: Community, code: str, scans: int) -> dict[str, Any] | None:
    """The code as soon as the blocks that rooms have not sent in are counted from the log."""
    community.suite.invoke("vitality", {"source": "aws.events"})
    shown: dict[str, Any] = community.desk.get(f"/api/livecodes/{code}")
    time.sleep(1)
    return shown if shown["scans"] == scans else None


def test_a_preview_takes_no_seat(community: Community) -> None:
    code = new_code(community, link("one", 1))
    preview = scan(community, code, headers={"User-Agent": "TelegramBot (like TwitterBot)"})
    assert preview.status_code == 200 and "t.example" not in preview.text
    assert scan(community, code).headers["location"] == "https://t.example/one"
    shown = community.desk.get(f"/api/livecodes/{code}")
    assert (shown["scans"], shown["taken"], shown["robots"]) == (1, 1, 1)


def test_an_unknown_code_is_404(community: Community) -> None:
    assert scan(community, "nothere").status_code == 404
