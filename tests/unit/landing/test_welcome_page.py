"""The page around a QR code: how to join from here, the group's rules, the operator's look."""

import pytest

from hearth.domain.livecodes import Guide, Kind
from hearth.landing.welcome import welcome
from hearth.landing.words import words_of
from tests.unit.landing.scenes import (
    HOUR_MS,
    NOW,
    PICTURE,
    destination,
    led,
    lines_of,
    text_of,
    visitor,
)

EN, ZH = words_of("en"), words_of("zh")


def _steps(platform: str, device: str, kind: Kind = Kind.QR, language: str = "en") -> list[str]:
    html = welcome(led(destination(platform, kind)), visitor(language, device))
    return lines_of(html, "ol")


def test_the_picture_and_the_name_of_the_code_are_on_it() -> None:
    html = welcome(led(name="Tea lovers"), visitor())
    assert f'<img class="qr" src="{PICTURE}"' in html and "<h1>Tea lovers</h1>" in html


def test_inside_wechat_the_code_is_pressed_long() -> None:
    assert _steps("wechat", "wechat-ios") == [EN["press"], EN["recognise"], EN["join"]]
    assert _steps("wechat", "wechat-harmony", language="zh") == [
        "长按上方二维码。",
        "选择“识别图中的二维码”。",
        "点“加入群聊”。",
    ]


@pytest.mark.parametrize("device", ["browser-android", "qq-ios", "alipay-android", "wecom-ios"])
def test_elsewhere_on_a_telephone_the_picture_is_saved_and_scanned_in_wechat(device: str) -> None:
    assert _steps("wechat", device) == [
        EN["save"],
        "Open WeChat and choose “Scan”.",
        EN["album"],
        EN["join"],
    ]


@pytest.mark.parametrize("device", ["browser-desktop", "wechat-desktop"])
def test_on_a_large_screen_the_telephone_scans_it(device: str) -> None:
    assert _steps("wechat", device)[:2] == [
        "Open WeChat on your phone and choose “Scan”.",
        EN["aim"],
    ]


@pytest.mark.parametrize(
    ("platform", "device", "first"),
    [
        ("wecom", "wechat-android", "press"),
        ("wecom", "wecom-android", "press"),
        ("qq", "qq-android", "press"),
        ("qq", "wechat-android", "save"),
        ("", "wechat-android", "press"),
        ("", "browser-android", "save"),
        ("other", "wechat-android", "press"),
        ("telegram", "browser-android", "save"),
        ("telegram", "browser-desktop", "scanner.phone"),
        ("never heard of", "browser-other", "save"),
    ],
)
def test_who_recognises_a_code_is_told_to_press_it(platform: str, device: str, first: str) -> None:
    assert _steps(platform, device)[0] == EN[first]


def test_the_hint_below_the_picture_says_the_same_as_the_first_step() -> None:
    for device, hint in [
        ("wechat-ios", "hint.inside"),
        ("browser-ios", "hint.save"),
        ("browser-desktop", "hint.phone"),
    ]:
        assert EN[hint] in text_of(welcome(led(), visitor("en", device)))


def test_a_person_is_introduced_and_told_why() -> None:
    html = welcome(led(destination(kind=Kind.PERSON)), visitor("zh"))
    assert "群都已满员" in text_of(html) and ZH["qr.person"] in html
    assert lines_of(html, "ol")[-2:] == [ZH["add"], ZH["say"]]


def test_a_link_is_a_button() -> None:
    one = destination("telegram", Kind.LINK)
    html = welcome(led(one), visitor("en", "browser-ios"), "https://t.example/+abc?a=1&b=2")
    assert 'href="https://t.example/+abc?a=1&amp;b=2"' in html and "<img" not in html
    assert lines_of(html, "ol") == [EN["tap"], "Confirm in Telegram that you want to join."]
    assert f'href="{one.target}"' in welcome(led(one), visitor())


@pytest.mark.parametrize(
    ("platform", "device", "told"),
    [
        ("telegram", "wechat-ios", True),
        ("discord", "alipay-android", True),
        ("telegram", "telegram-android", False),
        ("qq", "wechat-ios", False),
        ("other", "wechat-ios", False),
    ],
)
def test_who_is_in_an_app_that_opens_no_such_links_is_told_the_way_out(
    platform: str, device: str, told: bool
) -> None:
    steps = _steps(platform, device, Kind.LINK)
    assert ("in the corner" in steps[0]) is told


def test_the_operators_own_steps_take_the_place_of_ours() -> None:
    guide = Guide(steps=("Add Lin.", "Say “tea”."), rules=("Be kind.", "No advertising."))
    html = welcome(led(guide=guide), visitor())
    assert lines_of(html, "ol") == ["Add Lin.", "Say “tea”."]
    assert lines_of(html, "ul") == ["Be kind.", "No advertising."]
    assert EN["rules"] in html


def test_without_rules_there_is_no_heading_for_them() -> None:
    html = welcome(led(), visitor())
    assert EN["rules"] not in html and "<ul>" not in html and "<header><div><h1>" in html


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (49 * HOUR_MS, ""),
        (48 * HOUR_MS, "about 48 more hours"),
        (2 * HOUR_MS, "about 2 more hours"),
        (2 * HOUR_MS - 1, "less than two hours"),
        (1, "less than two hours"),
    ],
)
def test_an_expiry_is_told_when_it_is_near(left: int, said: str) -> None:
    text = text_of(welcome(led(destination(until=NOW + left)), visitor()))
    assert (said or "This code works") in text if said else "This code works" not in text


def test_what_never_expires_says_nothing_of_it() -> None:
    assert "This code works" not in text_of(welcome(led(), visitor()))
