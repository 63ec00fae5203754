"""Archives of channels' codes: names that every machine can unpack, and bounds."""

import csv
import io
import random
import re
import zipfile
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput
from hearth.drawing.archives import MOST_BYTES, Channel, archive_of

KEYS = st.from_regex(r"[\w.-]{1,40}", fullmatch=True)


def _channels(*keys: str, label: str = "") -> list[Channel]:
    return [Channel(key, label, f"https://a.example/c/tea1/{key}") for key in keys]


def _opened(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        assert found.testzip() is None
        return {name: found.read(name) for name in found.namelist()}


def _index(archive: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_opened(archive)["index.csv"].decode("utf-8-sig"))))


def _echo(address: str) -> bytes:
    return address.encode()


def test_each_channel_has_its_file_and_the_table_says_which() -> None:
    channels = _channels("door", "微博")
    archive = archive_of("tea1", channels, "svg", _echo)
    files = _opened(archive)
    assert list(files) == ["index.csv", "tea1-door.svg", "tea1-微博.svg"]
    for row, channel in zip(_index(archive), channels, strict=True):
        assert (row["channel"], row["address"]) == (channel.key, channel.address)
        assert files[row["file"]].decode() == channel.address


@given(st.lists(KEYS, unique=True, max_size=30))
def test_names_are_safe_and_stay_apart(keys: list[str]) -> None:
    names = list(_opened(archive_of("tea1", _channels(*keys), "png", _echo)))
    assert len({name.casefold() for name in names}) == len(keys) + 1
    assert all(name == "index.csv" or re.fullmatch(r"tea1-[\w.-]+\.png", name) for name in names)


def test_names_stay_apart_where_capitals_do_not_count() -> None:
    archive = archive_of("tea1", _channels("x-3", "x", "X", "Ｘ", "x-3-3"), "pdf", _echo)
    assert [row["file"] for row in _index(archive)] == [
        "tea1-x-3.pdf",
        "tea1-x.pdf",
        "tea1-X-3-3.pdf",
        "tea1-Ｘ-4.pdf",
        "tea1-x-3-3-5.pdf",
    ]


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@x", '=cmd|"/c calc"!A1'])
def test_a_label_is_no_formula(label: str) -> None:
    (row,) = _index(archive_of("tea1", _channels("-5", label=label), "svg", _echo))
    assert (row["label"], row["channel"]) == (f"'{label}", "'-5")


def test_the_same_channels_give_the_same_archive() -> None:
    first, second = (archive_of("tea1", _channels("a", "b"), "svg", _echo) for _ in range(2))
    assert first == second


def test_an_archive_that_no_answer_holds_is_refused_with_what_would_fit() -> None:
    noise = random.Random(1)

    def draw(_: str) -> bytes:
        return noise.randbytes(1_000_000)

    with pytest.raises(BadInput, match=r"these 9 “channels” are too many at once: 4 fit"):
        archive_of("tea1", _channels(*"abcdefghi"), "png", draw)
    assert len(archive_of("tea1", _channels(*"abcd"), "png", draw)) <= MOST_BYTES


def test_drawing_ends_in_time() -> None:
    seconds: Iterator[int] = count(0, 2)
    drawn: list[str] = []

    def draw(address: str) -> bytes:
        drawn.append(address)
        return b""

    with pytest.raises(BadInput, match="2 fit into one answer of 4.4 MB and 5 seconds"):
        archive_of("tea1", _channels(*"abcdefghi"), "png", draw, clock=lambda: float(next(seconds)))
    assert len(drawn) == 3
