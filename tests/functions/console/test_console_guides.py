"""The guide of a live code over REST: kept as it was given, shown before it is saved."""

import base64
from typing import Any

import pytest

from hearth.domain.guides import LONGEST_LOGO
from tests.support.console_room import Client

LOGO = "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\nx").decode()
GUIDE = {
    "steps": ["长按上方二维码", "加入群聊"],
    "rules": ["不发广告"],
    "colour": "#1F7A4D",
    "logo": LOGO,
    "for_links": True,
}
EMPTY = {"steps": [], "rules": [], "colour": "", "logo": "", "for_links": False}


@pytest.fixture
def code(operator: Client, community: str) -> str:
    place = f"/api/communities/{community}/livecodes"
    return str(operator.ask("POST", place, {"name": "茶友会"}).json["code"])


def _guide(client: Client, code: str) -> Any:
    return client.ask("GET", f"/api/livecodes/{code}").json["guide"]


def test_a_guide_is_kept_as_it_was_given(operator: Client, code: str) -> None:
    assert _guide(operator, code) == EMPTY
    changed = operator.ask("PATCH", f"/api/livecodes/{code}", {"guide": GUIDE})
    kept = GUIDE | {"colour": "#1f7a4d"}
    assert changed.status == 200 and changed.json["guide"] == kept == _guide(operator, code)
    operator.ask("PATCH", f"/api/livecodes/{code}", {"name": "Tea"})
    assert _guide(operator, code) == kept
    operator.ask("PATCH", f"/api/livecodes/{code}", {"guide": {"rules": ["Be kind"]}})
    assert _guide(operator, code) == EMPTY | {"rules": ["Be kind"]}


def test_lists_do_without_the_logo(operator: Client, community: str, code: str) -> None:
    operator.ask("PATCH", f"/api/livecodes/{code}", {"guide": GUIDE})
    listed = operator.ask("GET", f"/api/communities/{community}/livecodes").json["items"]
    assert [one["guide"]["logo"] for one in listed] == [""]
    assert listed[0]["guide"]["rules"] == GUIDE["rules"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("steps", ["x"] * 7),
        ("steps", ["x" * 81]),
        ("steps", ["a\nb"]),
        ("steps", ["\u202eabc"]),
        ("rules", ["x"] * 4),
        ("rules", "x"),
        ("colour", "red"),
        ("colour", "#1f7a4d;}"),
        ("logo", "https://example.org/logo.png"),
        ("logo", "data:image/svg+xml;base64,PHN2Zy8+"),
        ("logo", LOGO + "A" * LONGEST_LOGO),
        ("for_links", "yes"),
        ("script", "x"),
    ],
)
def test_what_cannot_be_shown_is_refused_by_name(
    operator: Client, code: str, field: str, value: object
) -> None:
    for method, path, content in (
        ("PATCH", f"/api/livecodes/{code}", {"guide": {field: value}}),
        ("POST", f"/api/livecodes/{code}/page", {"guide": {field: value}}),
    ):
        answer = operator.ask(method, path, content)
        assert answer.status == 422 and field in answer.body
    assert _guide(operator, code) == EMPTY


def test_a_viewer_changes_nothing(viewer: Client, code: str) -> None:
    assert viewer.ask("PATCH", f"/api/livecodes/{code}", {"guide": GUIDE}).status == 403
    assert _guide(viewer, code) == EMPTY


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({}, "长按上方二维码"),
        ({"device": "browser"}, "打开微信"),
        ({"device": "desktop", "language": "en"}, "Point it at the QR code on this screen."),
        ({"shown": "link", "language": "en"}, "Join the group"),
        ({"shown": "person"}, "请添加这位联系人"),
        ({"shown": "full", "language": "en"}, "I agree that this address is kept"),
    ],
)
def test_the_page_is_shown_as_visitors_will_see_it(
    operator: Client, code: str, wanted: dict[str, str], said: str
) -> None:
    content = {"guide": {"rules": ["不发广告"], "colour": "#1f7a4d"}, **wanted}
    before = operator.ask("GET", f"/api/livecodes/{code}").json
    html = operator.ask("POST", f"/api/livecodes/{code}/page", content).json["html"]
    assert said in html and "茶友会" in html and "--brand:#1f7a4d" in html
    assert operator.ask("GET", f"/api/livecodes/{code}").json == before


def test_the_page_shows_the_codes_own_picture(operator: Client, code: str) -> None:
    content = {"kind": "qr", "target": "https://weixin.qq.com/g/AwYAA", "capacity": 200}
    made = operator.ask("POST", f"/api/livecodes/{code}/destinations", content).json
    shown = operator.ask("POST", f"/api/livecodes/{code}/page", {"guide": {}}).json["html"]
    assert made["destinations"][0]["picture"] in shown


def test_there_is_no_page_of_an_unknown_code(operator: Client) -> None:
    assert operator.ask("POST", "/api/livecodes/nowhere1/page", {"guide": {}}).status == 404
