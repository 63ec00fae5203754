"""CQ codes are read as the published rules write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.platforms.cqcode import Segment, parse


def escaped(text: str) -> str:
    """As the sender writes text: the ampersand first."""
    return text.replace("&", "&amp;").replace("[", "&#91;").replace("]", "&#93;")


def written(segment: Segment) -> str:
    """The vendor's side: a segment as a CQ code."""
    kind, data = segment
    if kind == "text":
        return escaped(data["text"])
    pairs = (f",{key}={escaped(value).replace(',', '&#44;')}" for key, value in data.items())
    return f"[CQ:{kind}{''.join(pairs)}]"


NAMES = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1, max_size=9)
CODES = st.tuples(
    NAMES.filter(lambda name: name != "text"), st.dictionaries(NAMES, st.text(), max_size=4)
)
TEXTS = st.tuples(st.just("text"), st.fixed_dictionaries({"text": st.text(min_size=1)}))


@given(st.lists(CODES | TEXTS))
def test_what_was_written_is_read(segments: list[Segment]) -> None:
    read = list(parse("".join(map(written, segments))))
    assert together(read) == together(segments)


def together(segments: list[Segment]) -> list[Segment]:
    """Neighbouring texts as one: a string does not keep them apart."""
    joined: list[Segment] = []
    for kind, data in segments:
        if kind == "text" and joined and joined[-1][0] == "text":
            joined[-1] = ("text", {"text": joined[-1][1]["text"] + data["text"]})
        else:
            joined.append((kind, data))
    return joined


@pytest.mark.parametrize(
    ("message", "segments"),
    [
        ("", []),
        ("[CQ:shake]", [("shake", {})]),
        (
            "a[CQ:face,id=14]b",
            [("text", {"text": "a"}), ("face", {"id": "14"}), ("text", {"text": "b"})],
        ),
        ("[CQ:at, qq=all]", [("at", {"qq": "all"})]),
        ("[CQ:share,url=http://a/?b=c&amp;d=e]", [("share", {"url": "http://a/?b=c&d=e"})]),
        ("&amp;#91;", [("text", {"text": "&#91;"})]),
        ("[CQ:share,title=&amp;#44;]", [("share", {"title": "&#44;"})]),
        ("a,b&#44;", [("text", {"text": "a,b&#44;"})]),
        ("[CQ:broken", [("text", {"text": "[CQ:broken"})]),
        ("[CQ:x,novalue]", [("text", {"text": "[CQ:x,novalue]"})]),
        ("[not a code]", [("text", {"text": "[not a code]"})]),
    ],
)
def test_codes_and_what_is_none(message: str, segments: list[Segment]) -> None:
    assert list(parse(message)) == segments
