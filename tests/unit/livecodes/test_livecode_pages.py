"""The pages a visitor sees: his language, nothing a name could break, small."""

from typing import Any

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from functions.livecode import pages
from functions.livecode.words import WORDS
from hearth.domain.livecodes import Destination, Kind
from hearth.domain.scans import Led
from tests.unit.livecodes.drawn import code

HOSTILE = "</title><script>alert(1)</script>\"'&{title}"
LONGEST_TARGET = "https://weixin.qq.com/g/" + "A" * 300
PICTURE = segno.make(LONGEST_TARGET).png_data_uri(scale=6)
QR = Led(code(name="Tea"), Destination("d1", Kind.QR, LONGEST_TARGET, 200, picture=PICTURE))


def _all_pages(name: str, language: str) -> list[dict[str, Any]]:
    return [
        pages.qr(Led(code(name=name), QR.destination), language, "hearth_tea1=x"),
        pages.full(name, language),
        pages.preview(name, language),
        pages.apology(404, language),
        pages.apology(503, language),
    ]


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
    assert pages.language(accept) == expected


@given(st.text())
def test_whatever_the_header_says_there_is_a_language(accept: str) -> None:
    assert pages.language(accept) in WORDS


def test_both_languages_have_the_same_words() -> None:
    assert set(WORDS["zh"]) == set(WORDS["en"])
    assert all(text.strip() for words in WORDS.values() for text in words.values())


@pytest.mark.parametrize("language", sorted(WORDS))
def test_a_name_with_html_is_shown_not_obeyed(language: str) -> None:
    for page in _all_pages(HOSTILE, language)[:3]:
        assert "<script" not in page["body"]
        assert "&lt;script&gt;" in page["body"]
        assert page["body"].count("</title>") == 1
        assert "{title}" in page["body"]


def test_a_picture_cannot_leave_its_attribute() -> None:
    destination = Destination("d1", Kind.QR, "x", 1, picture='x" onerror="alert(1)')
    assert 'onerror="' not in pages.qr(Led(code(name="Tea"), destination), "en", "c=1")["body"]


@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_page_is_small_speaks_its_language_and_forbids_scripts(language: str) -> None:
    for page in _all_pages("茶" * 80, language):
        assert len(page["body"].encode()) < 30_000
        assert f'<html lang="{language}">' in page["body"]
        assert page["headers"]["content-type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in page["headers"]["content-security-policy"]
        assert page["headers"]["cache-control"] == "no-store"


def test_the_qr_page_shows_the_picture_and_remembers_the_visitor() -> None:
    page = pages.qr(QR, "en", "hearth_tea1=d1.sig")
    assert page["statusCode"] == 200
    assert f'src="{PICTURE}"' in page["body"]
    assert WORDS["en"]["scan"] in page["body"]
    assert page["cookies"] == ["hearth_tea1=d1.sig"]


@pytest.mark.parametrize("make", [pages.full, pages.preview])
def test_who_gets_no_seat_gets_no_cookie(make: Any) -> None:
    page = make("Tea", "en")
    assert page["statusCode"] == 200
    assert "cookies" not in page and "<img" not in page["body"]


@pytest.mark.parametrize(("status", "word"), [(404, "unknown"), (503, "later"), (500, "later")])
def test_an_apology_has_the_status_and_says_what_to_do(status: int, word: str) -> None:
    page = pages.apology(status, "zh")
    assert page["statusCode"] == status
    assert WORDS["zh"][word] in page["body"]
