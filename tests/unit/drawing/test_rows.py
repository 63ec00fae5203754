"""Where a headline is divided."""

import pytest

from hearth.drawing.fonts import width
from hearth.drawing.rows import rows_of


def _rows(text: str, most: int = 2) -> list[str]:
    return [row.text for row in rows_of(text, 9, 88, most, bold=True)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("扫码进群", ["扫码进群"]),
        ("扫码进群，领春茶试饮装", ["扫码进群，", "领春茶试饮装"]),
        ("每周五晚八点茶师在线答疑", ["每周五晚八点", "茶师在线答疑"]),
        ("Come and taste the first tea of spring", ["Come and taste the", "first tea of spring"]),
        ("新人首单九折优惠，来", ["新人首单九", "折优惠，来"]),
        ("x" * 40, ["x" * 40]),
    ],
)
def test_a_headline_is_divided_where_a_reader_would_pause(text: str, rows: list[str]) -> None:
    assert _rows(text) == rows


def test_a_row_never_begins_with_a_sign_that_ends_something() -> None:
    text = "一二三四五六，" * 3
    assert all(row[0] not in "，。！？" for row in _rows(text))


def test_what_may_have_one_row_only_is_made_smaller() -> None:
    (row,) = rows_of("茶" * 40, 9, 88, 1, bold=False)
    assert row.text == "茶" * 40 and width(row.text, row.size) == pytest.approx(88)


def test_what_fits_keeps_its_size() -> None:
    assert rows_of("茶", 9, 88, 1, bold=False)[0].size == 9
    assert rows_of(" ", 9, 88, 2, bold=False)[0].size == 9
