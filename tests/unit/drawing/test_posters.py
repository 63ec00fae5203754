"""Posters: what they say can be read, by people and by telephones."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.drawing.fonts import width
from hearth.drawing.logos import logo_of
from hearth.drawing.pdf import pdf_of
from hearth.drawing.posters import Poster, Template, poster_sheet
from hearth.drawing.sheets import Area, Code, Sheet, Words
from hearth.drawing.svg import svg_of
from tests.unit.drawing.pictures import red, saved, uri
from tests.unit.drawing.reading import SVG, page_of, root_of, says

ADDRESS = "https://hearth.example.org/c/abcdefgh/door"
TEA = Poster(
    ADDRESS,
    "茶友会",
    "扫码进群，领春茶试饮装",
    ("每周五晚八点：茶师在线答疑", "First order 10 % off", "人满自动换群"),
    "#2f6b3a",
    "door of the shop",
    logo_of(uri(saved(red()))),
)
LINES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
SIZES = {Template.A4: ("210mm", "297mm"), Template.PHONE: ("1080px", "1920px")}
DARK, LIGHT = "#000000", "#ffffff"


def _words(sheet: Sheet) -> list[Words]:
    return [shape for shape in sheet.shapes if isinstance(shape, Words)]


@pytest.mark.parametrize(
    ("template", "millimetres"), [(Template.A4, (210, 297)), (Template.PHONE, (285.75, 508))]
)
def test_a_pdf_has_the_size_of_its_paper_and_leads_into_the_group(
    template: Template, millimetres: tuple[float, float]
) -> None:
    page = page_of(pdf_of(poster_sheet(TEA, template)), scale=1.5)
    assert page.millimetres == pytest.approx(millimetres, abs=0.01)
    assert says(page.picture) == [ADDRESS]


@pytest.mark.parametrize("template", Template)
def test_a_pdf_holds_its_words_as_text(template: Template) -> None:
    said = page_of(pdf_of(poster_sheet(TEA, template))).text
    for words in (TEA.name, *TEA.lines, TEA.channel):
        assert words in said
    assert "扫码进群" in said and "领春茶试饮装" in said


def test_chinese_letters_are_named_and_not_brought_along() -> None:
    drawn = pdf_of(poster_sheet(replace(TEA, logo=None), Template.A4))
    assert b"/STSong-Light" in drawn and b"/UniGB-UCS2-H" in drawn and b"/FontFile" not in drawn
    assert len(drawn) < 10_000


@pytest.mark.parametrize(("template", "size"), SIZES.items())
def test_an_svg_has_its_size_and_all_its_words(template: Template, size: tuple[str, str]) -> None:
    root = root_of(svg_of(poster_sheet(TEA, template)))
    assert (root.attrib["width"], root.attrib["height"]) == size
    said = "".join(text.text or "" for text in root.iter(f"{SVG}text"))
    for words in (TEA.name, TEA.headline, *TEA.lines, TEA.channel):
        assert words in said
    assert TEA.colour in {one.get("fill") for one in root.iter(f"{SVG}rect")}


@given(LINES, LINES, st.lists(LINES, max_size=3), st.sampled_from(Template))
def test_whatever_it_says_nothing_leaves_the_page_or_meets_the_code(
    name: str, headline: str, lines: list[str], template: Template
) -> None:
    poster = replace(TEA, name=name, headline=headline, lines=tuple(lines))
    sheet = poster_sheet(poster, template)
    (code,) = (shape for shape in sheet.shapes if isinstance(shape, Code))
    for words in _words(sheet):
        wide = width(words.text, words.size, words.bold)
        assert wide <= sheet.width * 0.881
        assert words.size <= words.y <= sheet.height
        assert words.y < code.y - words.size * 0.3 or words.y - words.size > code.y + code.side


@given(LINES)
def test_a_poster_is_well_formed_whatever_it_says(text: str) -> None:
    sheet = poster_sheet(replace(TEA, headline=text, name=text), Template.PHONE)
    ElementTree.fromstring(svg_of(sheet))  # noqa: S314
    try:
        assert pdf_of(sheet).startswith(b"%PDF-")
    except BadInput as refused:
        assert "a PDF cannot show" in str(refused)


def test_markup_in_words_stays_words() -> None:
    nasty = '<script>alert(1)</script>"&<!--'
    root = root_of(svg_of(poster_sheet(replace(TEA, headline=nasty, channel=nasty), Template.A4)))
    assert not list(root.iter(f"{SVG}script"))
    assert nasty in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("missing", ["👍", "한국", "ไทย", "العربية", "𠮷"])
def test_a_pdf_says_which_letters_it_cannot_show(missing: str) -> None:
    sheet = poster_sheet(replace(TEA, headline=f"茶 {missing}!"), Template.A4)
    with pytest.raises(BadInput, match=f"cannot show “{missing}”: leave it out, or ask for SVG"):
        pdf_of(sheet)
    assert missing.encode() in svg_of(sheet)


@pytest.mark.parametrize(
    ("colour", "letters"),
    [("#000000", LIGHT), ("#ffffff", DARK), ("#ffcc00", DARK), ("#a63d12", LIGHT)],
)
def test_the_headline_can_be_read_on_every_colour(colour: str, letters: str) -> None:
    sheet = poster_sheet(replace(TEA, colour=colour), Template.A4)
    assert {words.colour for words in _words(sheet)[:1]} == {letters}


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("logo", [None, TEA.logo])
def test_the_code_lies_on_white_in_the_middle_of_the_page(template: Template, logo: object) -> None:
    sheet = poster_sheet(replace(TEA, logo=logo), template)
    (code,) = (shape for shape in sheet.shapes if isinstance(shape, Code))
    papers = [it for it in sheet.shapes if isinstance(it, Area) and it.colour == "#ffffff"]
    assert any((it.x, it.y, it.width) == (code.x, code.y, code.side) for it in papers)
    assert code.x + code.side / 2 == pytest.approx(sheet.width / 2)
    assert code.side > sheet.width / 2


def test_a_poster_without_more_to_say_has_only_its_headline_and_name() -> None:
    sheet = poster_sheet(Poster(ADDRESS, "Tea", "Come in"), Template.A4)
    assert [words.text for words in _words(sheet)] == ["Come in", "Tea"]
