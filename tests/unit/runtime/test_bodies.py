"""Bodies come as the bytes that were sent, or are refused with the bound."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import Malformed, Oversized
from hearth.runtime.http import LARGEST_BODY, raw_body


def _encoded(raw: bytes) -> dict[str, object]:
    return {"body": base64.b64encode(raw).decode(), "isBase64Encoded": True}


@given(st.binary())
def test_bytes_come_as_they_were_sent(raw: bytes) -> None:
    assert raw_body(_encoded(raw)) == raw


@given(st.text())
def test_text_comes_in_utf_8(text: str) -> None:
    assert raw_body({"body": text, "isBase64Encoded": False}) == text.encode()


@pytest.mark.parametrize("event", [{}, {"body": None}, {"body": ""}, _encoded(b"")])
def test_no_body_is_an_empty_one(event: dict[str, object]) -> None:
    assert raw_body(event) == b""


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 9, 10])
def test_up_to_the_bound_a_body_is_taken(size: int) -> None:
    raw = b"\xff" * size
    assert raw_body(_encoded(raw), largest=10) == raw
    assert raw_body({"body": "x" * size}, largest=10) == b"x" * size


@pytest.mark.parametrize(
    "event",
    [
        _encoded(b"x" * 11),
        {"body": "x" * 11},
        {"body": "茶" * 4},
        {"body": "x" * 1000},
        _encoded(b"x" * 1000),
    ],
)
def test_beyond_the_bound_it_is_refused_and_the_bound_told(event: dict[str, object]) -> None:
    with pytest.raises(Oversized, match="larger than 10 bytes"):
        raw_body(event, largest=10)


def test_the_usual_bound_is_a_million_bytes() -> None:
    assert len(raw_body(_encoded(b"x" * LARGEST_BODY))) == LARGEST_BODY == 1_000_000
    with pytest.raises(Oversized):
        raw_body(_encoded(b"x" * (LARGEST_BODY + 1)))


def test_far_beyond_the_bound_nothing_is_decoded() -> None:
    with pytest.raises(Oversized):
        raw_body({"body": "*" * 2_000_000, "isBase64Encoded": True})


@pytest.mark.parametrize("body", ["a", "a=b", "####", "YQ", "YQ==\n", "é", "YQ==YQ=="])
def test_what_is_no_base64_is_malformed(body: str) -> None:
    with pytest.raises(Malformed, match="base64"):
        raw_body({"body": body, "isBase64Encoded": True})


def test_half_a_character_is_malformed() -> None:
    with pytest.raises(Malformed, match="not valid text"):
        raw_body({"body": "\ud83d", "isBase64Encoded": False})
