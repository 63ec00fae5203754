"""Where there is no room, the page says so, and why, and takes an address."""

from dataclasses import replace

import pytest

from hearth.domain.livecodes import Destination, Guide, Kind, LiveCode
from hearth.landing.turned import again, full, offer_of, thanks, used_up
from hearth.landing.words import words_of
from tests.unit.landing.scenes import HOSTILE, HOUR_MS, NOW, destination, text_of

EN = words_of("en")


def _code(*destinations: Destination, guide: Guide | None = None, name: str = "Tea") -> LiveCode:
    return LiveCode("tea1", "tea", name, 1, destinations, guide=guide or Guide())


def _link(since: int = 0, until: int = 0, enabled: bool = True) -> Destination:
    return Destination(
        "d1", Kind.LINK, "x", 1, valid_from=since, valid_until=until, enabled=enabled
    )


def _full(code: LiveCode, language: str = "en") -> str:
    return full(code, offer_of(code, language, NOW), "signed")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (_code(_link()), EN["full"]),
        (_code(_link(), _link(until=NOW)), EN["full"]),
        (_code(), EN["closed"]),
        (_code(_link(until=NOW)), EN["closed"]),
        (_code(_link(enabled=False)), EN["closed"]),
        (_code(destination(kind=Kind.PERSON)), EN["closed"]),
        (_code(_link(NOW + 5 * HOUR_MS), _link(NOW + 30 * HOUR_MS)), "in about 5 hours"),
        (_code(_link(NOW + 1)), "in less than two hours"),
        (_code(_link(NOW + 1, enabled=False)), EN["closed"]),
        (replace(_code(_link()), archived=1), EN["closed"]),
        (replace(_code(_link(NOW + 5 * HOUR_MS)), archived=1), EN["closed"]),
    ],
)
def test_the_page_says_what_is_so(code: LiveCode, why: str) -> None:
    assert why in text_of(_full(code))


def test_what_is_agreed_to_names_who_asks_and_for_how_long() -> None:
    code = _code(_link(), name="Tea lovers")
    offer = offer_of(code, "en", NOW)
    assert "“Tea lovers”" in offer.sentence and "year" in offer.sentence
    assert offer.sentence in text_of(_full(code))
    assert "最长一年" in offer_of(code, "zh", NOW).sentence


def test_the_form_is_sent_to_the_pages_own_address_and_must_be_agreed_to() -> None:
    html = _full(_code(_link()))
    assert '<form method="post">' in html and 'name="offer" value="signed"' in html
    assert 'name="consent" value="yes"\n required' in html and "<script" not in html


def test_the_look_is_the_operators_also_afterwards() -> None:
    code = _code(_link(), guide=Guide(colour="#1f7a4d", rules=("Be kind.",)))
    offer = offer_of(code, "en", NOW)
    for html in (_full(code), again(offer, "signed", "", "", "address"), thanks(offer)):
        assert "--brand:#1f7a4d" in html and "<h1>Tea</h1>" in html


@pytest.mark.parametrize(("language", "said"), [("zh", "没有保存"), ("en", "was not kept")])
def test_a_form_that_is_used_up_says_so_and_where_another_is(language: str, said: str) -> None:
    html = used_up(offer_of(_code(_link()), language, NOW))
    assert said in text_of(html) and 'role="alert"' in html
    assert '<a class="go" href="">' in html and "<form" not in html


@pytest.mark.parametrize("wrong", ["address", "consent", "network"])
def test_what_was_typed_is_still_there_when_it_was_wrong(wrong: str) -> None:
    offer = offer_of(_code(_link()), "en", NOW)
    html = again(offer, "signed", 'a"b<c', "Ann & Ben", wrong)
    assert EN[f"wrong.{wrong}"] in text_of(html) and 'role="alert"' in html
    assert 'value="a&quot;b&lt;c"' in html and 'value="Ann &amp; Ben"' in html


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_anybody_wrote_is_obeyed(language: str) -> None:
    code = _code(_link(), name=HOSTILE)
    offer = offer_of(code, language, NOW)
    pages = (_full(code, language), again(offer, HOSTILE, HOSTILE, HOSTILE, "address"))
    for html in (*pages, thanks(offer), used_up(offer)):
        assert "<script" not in html and html.count("</title>") == 1
