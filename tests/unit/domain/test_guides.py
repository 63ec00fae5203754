"""What operators may put on the page: few lines, a colour, a small picture."""

import base64
from dataclasses import replace

import pytest

from hearth.domain.errors import BadInput, Oversized
from hearth.domain.guides import LONGEST_LINE, LONGEST_LOGO, check_guide
from hearth.domain.livecodes import Guide


def _logo(kind: str = "png", content: bytes = b"\x89PNG\r\n\x1a\n1234") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


FULL = Guide(("x" * LONGEST_LINE,) * 6, ("不发广告",) * 3, "#1f7a4d", _logo(), True)


@pytest.mark.parametrize(
    "guide", [Guide(), FULL, replace(FULL, logo=_logo("jpeg", b"\xff\xd8\xff\xe0"))]
)
def test_what_can_be_shown_stays_as_it_is(guide: Guide) -> None:
    assert check_guide(guide) == guide


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("steps", ("a",) * 7),
        ("steps", ("",)),
        ("steps", (" ",)),
        ("steps", ("a\nb",)),
        ("steps", ("x" * (LONGEST_LINE + 1),)),
        ("rules", ("a",) * 4),
        ("rules", ("\u202eabc",)),
        ("colour", "red"),
        ("colour", "#1f7a4"),
        ("colour", "#1F7A4D"),
        ("colour", "#1f7a4d;}"),
        ("colour", "#1f7a4d\n"),
        ("logo", "https://example.org/logo.png"),
        ("logo", "data:image/svg+xml;base64,PHN2Zy8+"),
        ("logo", "data:image/png;base64,"),
        ("logo", "data:image/png;base64,AAA"),
        ("logo", _logo("png", b"<svg onload=alert(1)>")),
        ("logo", _logo("jpeg")),
        ("logo", f'{_logo()}" onerror="x'),
    ],
)
def test_what_cannot_be_shown_is_refused_by_name(field: str, value: object) -> None:
    with pytest.raises(BadInput, match=f"“{field}”"):
        check_guide(replace(FULL, **{field: value}))  # type: ignore[arg-type]


def test_a_logo_has_a_bound() -> None:
    fitting = _logo(content=b"\x89PNG\r\n\x1a\n" + bytes(8974))
    assert LONGEST_LOGO - 4 < len(fitting) <= LONGEST_LOGO
    check_guide(Guide(logo=fitting))
    with pytest.raises(Oversized, match="“logo”"):
        check_guide(Guide(logo=_logo(content=b"\x89PNG\r\n\x1a\n" + bytes(8990))))


def test_a_logo_does_not_fill_the_audit() -> None:
    assert "base64" not in str(FULL) and "#1f7a4d" in str(FULL)
