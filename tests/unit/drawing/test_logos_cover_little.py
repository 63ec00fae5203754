"""A logo hides a part of the code: never more than the rest can make up for twice over."""

import random
from collections.abc import Sequence

import pytest
import segno
import zxingcpp
from PIL import Image

from hearth.drawing.codes import Form, draw_code
from hearth.drawing.logos import logo_of
from hearth.drawing.symbols import QUIET, Symbol, symbol_of
from tests.unit.drawing import placing
from tests.unit.drawing.pictures import saved, uri
from tests.unit.drawing.reading import opened, says

TEXTS = [f"https://hearth.example.org/c/abcdefgh/{'x' * length}" for length in (1, 9, 40, 90, 300)]


def _blank(version: int) -> Symbol:
    return Symbol((bytes(placing.side_of(version) + 2 * QUIET),) * (version * 4 + 17 + 2 * QUIET))


@pytest.mark.parametrize("version", range(1, 41))
def test_the_map_of_codewords_is_that_of_the_standard(version: int) -> None:
    drawn = segno.make("1", error="h", version=version, boost_error=False)
    words = len(placing.blocks(version))
    assert drawn.symbol_size(border=0)[0] == placing.side_of(version)
    assert words * 8 <= len(placing.places(version)) < words * 8 + 8


@pytest.mark.parametrize("version", range(1, 41))
def test_no_block_loses_more_than_half_of_what_it_can_repair(version: int) -> None:
    blank = _blank(version)
    lost = placing.hit(version, blank.logo_at - QUIET, blank.logo)
    assert lost and max(lost.values()) <= placing.repairable(version) / 2


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#a00000"])
def test_under_a_logo_of_any_colour_the_code_is_read(text: str, colour: str) -> None:
    logo = logo_of(uri(saved(Image.new("RGB", (80, 80), colour))))
    picture = opened(draw_code(text, Form.PNG, 40, logo))
    assert says(picture) == [text]


@pytest.mark.parametrize("text", TEXTS)
def test_a_code_with_a_logo_bears_dirt_besides(text: str) -> None:
    """The half that is left is there to be used: spots on other codewords do not hurt."""
    symbol = symbol_of(text, with_logo=True)
    version = (symbol.side - 2 * QUIET - 17) // 4
    rows = [bytearray(row) for row in symbol.rows]
    spoilt = placing.hit(version, symbol.logo_at - QUIET, symbol.logo)
    _cover(rows, symbol)
    _spoil(rows, version, dict(spoilt))
    assert says(_picture(rows)) == [text]


@pytest.mark.parametrize(("with_logo", "levels"), [(False, "MQH"), (True, "H")])
def test_only_a_logo_asks_for_the_strongest_level(with_logo: bool, levels: str) -> None:
    for text in TEXTS:
        read = zxingcpp.read_barcode(_picture(symbol_of(text, with_logo).rows))
        assert read is not None and read.ec_level in levels


def _cover(rows: list[bytearray], symbol: Symbol) -> None:
    for y in range(symbol.logo_at, symbol.logo_at + symbol.logo):
        rows[y][symbol.logo_at : symbol.logo_at + symbol.logo] = bytes(symbol.logo)


def _spoil(rows: list[bytearray], version: int, lost: dict[int, int]) -> None:
    """Turn one bit of as many further codewords of each block as it can still repair."""
    bits, owners = placing.places(version), placing.blocks(version)
    middle, words = placing.side_of(version) / 2, list(range(len(owners)))
    random.Random(version).shuffle(words)
    room = {block: placing.repairable(version) - lost.get(block, 0) for block in set(owners)}
    for word in words:
        y, x = bits[word * 8]
        far = max(abs(y - middle), abs(x - middle)) > placing.side_of(version) * 0.2
        if far and room[owners[word]] > 0:
            rows[y + QUIET][x + QUIET] ^= 1
            room[owners[word]] -= 1


def _picture(rows: Sequence[bytes | bytearray]) -> Image.Image:
    light = b"".join(bytes(row) for row in rows).translate(b"\xff\x00" + bytes(254))
    small = Image.frombytes("L", (len(rows), len(rows)), light)
    return small.resize((len(rows) * 6, len(rows) * 6), Image.Resampling.NEAREST)
