"""Pictures for live codes: recognised, compared with what is there, and nothing is changed."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, NotFound
from hearth.domain.livecodes import Destination, Kind, LiveCode
from hearth.usecases.read_pictures import MOST_CODES, ReadPictures
from tests.fakes.clock import FakeClock
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
GROUP, PERSON = "https://weixin.qq.com/g/AwYAAHcQ", "https://u.wechat.com/EPDjgRrQ"
OWN = {"https://hearth.example"}
WEEK_MS = 7 * 24 * 3600 * 1000


def _code(code: str, *targets: str, community: str = "tea") -> LiveCode:
    destinations = (
        Destination(f"d{at}", Kind.QR, target, 200, note=f"note {at}")
        for at, target in enumerate(targets)
    )
    return LiveCode(code, community, f"Poster {code}", 1, tuple(destinations))


def _reader(texts: Iterable[str], codes: Iterable[LiveCode] = ()) -> ReadPictures:
    return ReadPictures(
        FakeLiveCodes(codes), FakeCommunities([TEA]), lambda _: tuple(texts), FakeClock(1000)
    )


def test_a_groups_picture_is_recognised_with_the_day_it_ends() -> None:
    reading = _reader([GROUP]).read("tea", b"", "", OWN)
    assert (reading.payload.text, reading.payload.kind) == (GROUP, "qr")
    assert reading.valid_until == 1000 + WEEK_MS
    assert reading.uses == () and reading.complete


def test_what_is_wished_decides_between_a_group_and_a_person() -> None:
    both = _reader([PERSON, GROUP])
    assert both.read("tea", b"", "qr", OWN).payload.text == GROUP
    assert both.read("tea", b"", "person", OWN).payload.text == PERSON


@pytest.mark.parametrize(
    ("texts", "kind", "reason"),
    [
        ([], "", "no_qr"),
        ([GROUP, "https://weixin.qq.com/g/other"], "", "several_qrs"),
        ([PERSON], "qr", "person"),
        ([GROUP], "person", "group"),
        ([GROUP], "link", "group"),
        (["wxp://f2f0abc"], "", "payment"),
        (["https://login.weixin.qq.com/l/abc"], "qr", "login"),
        (["https://mp.weixin.qq.com/a/~abc~~"], "qr", "program"),
        (["a\nb"], "qr", "unknown"),
        (["x" * 501], "", "unknown"),
        (["https://hearth.example/c/spring24"], "", "own"),
        (["https://hearth.example/i/token"], "qr", "own"),
    ],
)
def test_what_no_destination_should_have_is_refused_with_a_word_for_why(
    texts: list[str], kind: str, reason: str
) -> None:
    with pytest.raises(BadInput, match="picture") as refused:
        _reader(texts).read("tea", b"", kind, OWN)
    assert refused.value.reason == reason


def test_every_place_where_the_community_uses_it_is_told() -> None:
    codes = [
        _code("aaaa", GROUP, "https://weixin.qq.com/g/other"),
        _code("bbbb", "https://weixin.qq.com/g/other"),
        _code("cccc", "https://weixin.qq.com/g/other", "HTTP://weixin.qq.com/g/AwYAAHcQ"),
        _code("dddd", GROUP, community="coffee"),
    ]
    reading = _reader([GROUP], codes).read("tea", b"", "", OWN)
    assert [(code.code, one.id, one.note) for code, one in reading.uses] == [
        ("aaaa", "d0", "note 0"),
        ("cccc", "d1", "note 1"),
    ]
    assert reading.complete


@pytest.mark.parametrize(("count", "complete"), [(MOST_CODES, True), (MOST_CODES + 1, False)])
def test_it_is_said_when_not_every_code_was_looked_at(count: int, complete: bool) -> None:
    codes = [_code(f"c{at:04}") for at in range(count)]
    assert _reader([GROUP], codes).read("tea", b"", "", OWN).complete is complete


def test_an_archived_code_uses_nothing() -> None:
    put_away = replace(_code("a", GROUP), archived=1)
    reading = _reader([GROUP], [put_away, _code("b", GROUP)]).read("tea", b"", "", OWN)
    assert [code.code for code, _ in reading.uses] == ["b"]


def test_looking_stops_after_many_destinations_or_many_uses() -> None:
    crowded = [_code(f"c{at:04}", *["x"] * 100) for at in range(101)]
    assert not _reader([GROUP], crowded).read("tea", b"", "", OWN).complete
    used = [_code(f"c{at:04}", GROUP) for at in range(21)]
    reading = _reader([GROUP], used).read("tea", b"", "", OWN)
    assert len(reading.uses) == 20 and not reading.complete


def test_an_unknown_community_is_told_before_the_picture_is_read() -> None:
    with pytest.raises(NotFound):
        _reader([]).read("coffee", b"", "", OWN)
