"""What holds for each page: small, one request, no script, readable, nothing in it obeyed."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.guides import LONGEST_LINE, LONGEST_LOGO, MOST_RULES, MOST_STEPS, check_guide
from hearth.domain.livecodes import Destination, Guide, Kind
from hearth.domain.payloads import LONGEST_PAYLOAD
from hearth.domain.utm import pass_on
from hearth.domain.waiting import write_offer
from hearth.drawing.pictures import picture_of
from hearth.landing.colours import DEFAULT, contrast, ink_on
from hearth.landing.frame import card, waiting
from hearth.landing.turned import again, full, offer_of, thanks
from hearth.landing.welcome import welcome
from hearth.landing.words import LANGUAGES, spoken, words_of
from tests.unit.landing.scenes import HOSTILE, LARGEST_LOGO, NOW, led, visitor

MOST_BYTES = 30_000
LARGEST = Guide(
    ("&" * LONGEST_LINE,) * MOST_STEPS,
    ("&" * LONGEST_LINE,) * MOST_RULES,
    "#a63d12",
    LARGEST_LOGO,
    True,
)
QR = Destination(
    "d1",
    Kind.QR,
    "x",
    200,
    NOW + 1,
    picture=picture_of("𠮷" * (LONGEST_PAYLOAD // 4)),
    platform="wechat",
)
LINK = Destination("d2", Kind.LINK, "https://t.example/" + "&" * 1982, 200)


def _pages(language: str, name: str, guide: Guide) -> Iterator[str]:
    most = {f"utm_{number}": "x" for number in range(100)}
    for one, address in ((QR, ""), (LINK, pass_on(LINK.target, most))):
        yield welcome(led(one, guide, name), visitor(language, "browser-ios"), address)
    code = led(QR, guide, name).code
    offer = offer_of(code, language, NOW)
    signed = write_offer("key", offer)
    yield full(code, offer, signed)
    yield again(offer, signed, "&" * 254, "&" * 40, "address")
    yield thanks(offer)
    yield card(language, name, words_of(language)["open.page"])


def test_the_largest_guide_is_as_large_as_it_may_be() -> None:
    assert check_guide(LARGEST) and LONGEST_LOGO - 4 < len(LARGEST_LOGO) <= LONGEST_LOGO


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_small_whatever_is_on_it(language: str) -> None:
    pages = (*_pages(language, "&" * 80, LARGEST), waiting(language))
    sizes = [len(html.encode()) for html in pages]
    assert max(sizes) < MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_asks_for_nothing_and_runs_nothing(language: str) -> None:
    for html in (*_pages(language, "茶友会", LARGEST), waiting(language)):
        assert f'<html lang="{language}">' in html and '<meta name="viewport"' in html
        assert not re.search(r"<script|<link|@import|url\(|\son\w+=|src=\"(?!data:image/)", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_an_operator_writes_is_shown_and_not_obeyed(language: str) -> None:
    guide = Guide((HOSTILE,), (HOSTILE,), "red;}</style>", f'x" onerror="{HOSTILE}')
    for html in _pages(language, HOSTILE, guide):
        assert "<script" not in html and 'onerror="' not in html
        assert html.count("</title>") == html.count("</style>") == 1
        assert f"--brand:{DEFAULT}" in html
        assert "{title}{0}" in html


@given(st.text(), st.text())
def test_any_name_and_any_line_make_a_page(name: str, line: str) -> None:
    html = welcome(led(QR, Guide((line,), (line,)), name), visitor())
    assert html.endswith("</main></html>\n")


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_text_can_be_read_on_any_colour(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 4.5


@pytest.mark.parametrize(
    ("colour", "ink"), [("#ffffff", "#000000"), ("#000000", "#ffffff"), (DEFAULT, "#ffffff")]
)
def test_dark_text_on_light_and_light_text_on_dark(colour: str, ink: str) -> None:
    assert ink_on(colour) == ink
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_logo_is_shown_and_no_place_is_left_where_there_is_none() -> None:
    assert f'<img class="logo" src="{LARGEST_LOGO}"' in welcome(led(guide=LARGEST), visitor())
    assert 'class="logo"' not in welcome(led(), visitor())


def test_link_previews_show_name_and_sentence() -> None:
    html = card("en", 'Tea "lovers"', "Open this.")
    assert '<meta property="og:title" content="Tea &quot;lovers&quot;">' in html
    assert '<meta name="description" content="Open this.">' in html


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("fr-FR, en;q=0.5", "en"),
        ("EN", "en"),
        ("fr,de", "zh"),
        ("", "zh"),
        (",;,", "zh"),
    ],
)
def test_the_first_known_language_is_spoken_else_chinese(accept: str, expected: str) -> None:
    assert spoken(accept) == expected


@given(st.text())
def test_whatever_the_header_says_there_is_a_language(accept: str) -> None:
    assert spoken(accept) in LANGUAGES


def test_both_languages_have_the_same_words_and_the_same_gaps() -> None:
    zh, en = words_of("zh"), words_of("en")
    assert set(zh) == set(en)
    for key in zh:
        assert zh[key].strip() and en[key].strip()
        assert set(re.findall(r"{\w+}", zh[key])) == set(re.findall(r"{\w+}", en[key]))
