"""Screenshots over REST: read, compared with the community's codes, kept nowhere."""

import base64
import random
import time
from typing import Any

import pytest
from PIL import Image

from tests.support.console_room import HOST, Answer, Client
from tests.support.unique import unique
from tests.unit.pictures.sent import code, saved, side_by_side

WEEK_MS = 7 * 24 * 3600 * 1000


def _group() -> str:
    return f"https://weixin.qq.com/g/AwYAA{unique()}"


def _send(client: Client, community: str, picture: bytes, **more: Any) -> Answer:
    content = {"picture": base64.b64encode(picture).decode(), **more}
    return client.ask("POST", f"/api/communities/{community}/pictures", content)


def _add(client: Client, community: str, target: str, note: str) -> tuple[str, str, Answer]:
    made = client.ask("POST", f"/api/communities/{community}/livecodes", {"name": "海报"}).json
    content = {"kind": "qr", "target": target, "capacity": 200, "note": note}
    return (
        made["code"],
        made["name"],
        client.ask("POST", f"/api/livecodes/{made['code']}/destinations", content),
    )


def test_a_screenshot_tells_what_to_save(operator: Client, community: str) -> None:
    group, before = _group(), int(time.time() * 1000)
    screen = side_by_side(Image.new("RGB", (400, 900), "grey"), code(group))
    answer = _send(operator, community, saved(screen, "JPEG"))
    assert answer.status == 200
    found = answer.json
    assert found["picture"].startswith("data:image/png;base64,")
    assert before + WEEK_MS <= found["valid_until"] <= before + WEEK_MS + 60_000
    rest = {name: found[name] for name in found.keys() - {"picture", "valid_until"}}
    assert rest == {
        "payload": group,
        "kind": "qr",
        "platform": "wechat",
        "sure": True,
        "also_in": [],
        "complete": True,
    }


def test_what_was_read_can_be_saved_and_is_found_again(operator: Client, community: str) -> None:
    found = _send(operator, community, saved(code(_group())), kind="qr").json
    key, name, saved_as = _add(operator, community, found["payload"], "Tea room 1")
    (destination,) = saved_as.json["destinations"]
    assert destination["picture"] == found["picture"]
    again = _send(operator, community, saved(code(found["payload"]))).json
    assert again["also_in"] == [
        {"code": key, "name": name, "destination": destination["id"], "note": "Tea room 1"}
    ]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("https://u.wechat.com/EPDjgRrQ", "qr", "person"),
        ("https://weixin.qq.com/g/AwYAA", "person", "group"),
        ("wxp://f2f0XO9MxuKhCB52g30uv", None, "payment"),
        ("https://login.weixin.qq.com/l/Acg3Az1aZQ==", None, "login"),
        (f"https://{HOST}/c/spring24", None, "own"),
    ],
)
def test_a_code_nobody_should_be_shown_is_refused(
    operator: Client, community: str, text: str, kind: str | None, reason: str
) -> None:
    answer = _send(operator, community, saved(code(text)), kind=kind)
    assert (answer.status, answer.code) == (422, "bad_input")
    assert answer.json["error"]["reason"] == reason and "“picture”" in answer.body


def test_a_picture_that_cannot_be_read_says_what_to_do(operator: Client, community: str) -> None:
    empty = _send(operator, community, saved(Image.new("RGB", (200, 200))))
    assert (empty.status, empty.json["error"]["reason"]) == (422, "no_qr")
    assert "cropped" in empty.body
    place = f"/api/communities/{community}/pictures"
    for nonsense in ("%%%", "é" * 8, "AAA"):
        answer = operator.ask("POST", place, {"picture": nonsense})
        assert (answer.status, answer.json["error"]["reason"]) == (422, "unreadable")


def test_a_photo_of_four_megabytes_is_taken_and_more_is_not(
    operator: Client, community: str
) -> None:
    group = _group()
    grains = random.Random(1).randbytes(1_250_000)
    photo = side_by_side(Image.frombytes("RGB", (625, 666), grains[: 625 * 666 * 3]), code(group))
    sent = saved(photo) + bytes(2_700_000)
    assert 3_900_000 < len(sent) < 4_000_000
    assert _send(operator, community, sent).json["payload"] == group
    refused = _send(operator, community, sent + bytes(200_000))
    assert refused.status in (413, 422)
    assert _send(operator, community, bytes(5_000_000)).status == 413
    assert operator.ask("POST", "/api/communities", {"name": "x" * 1_100_000}).status == 413


def test_only_operators_send_pictures_and_only_into_communities_there_are(
    operator: Client, viewer: Client, stranger: Client, community: str
) -> None:
    sent = saved(code(_group()))
    assert _send(viewer, community, sent).status == 403
    assert _send(stranger, community, sent).status == 401
    assert _send(operator, unique(), sent).status == 404
    careless = Client(operator.address, dict(operator.cookies))
    assert _send(careless, community, sent).status == 403


def test_a_target_of_another_kind_is_refused_when_it_is_saved(
    operator: Client, community: str
) -> None:
    *_, answer = _add(operator, community, "wxp://f2f0XO9MxuKhCB52g30uv", "")
    assert (answer.status, answer.json["error"]["reason"]) == (422, "payment")
    assert "“target” is a payment code" in answer.body
