"""A notice is kept before it is told, told once, and never lost."""

import logging

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import Unavailable
from hearth.domain.notices import EVERYWHERE, Notice, NoticeKind, notice
from hearth.usecases.raise_notice import PATIENCE_MS, QUIET_MS, RaiseNotice
from tests.fakes.clock import FakeClock
from tests.fakes.communities import FakeCommunities
from tests.fakes.notices import FakeNotices
from tests.fakes.teller import FakeTeller

TEA = Community("tea", "茶友会", "zh", "Asia/Shanghai", "", 1)


class Room:
    """Whoever raises notices, and what lies around."""

    def __init__(self) -> None:
        self.book, self.teller, self.clock = FakeNotices(), FakeTeller(), FakeClock()
        self.raise_notice = RaiseNotice(self.book, FakeCommunities([TEA]), self.teller, self.clock)

    def full(self, occasion: str = "1", community: str = "tea") -> Notice:
        facts = {"code": "abcd", "name": "x", "seats": 2, "shown": "nobody"}
        now = self.clock()
        return notice(
            NoticeKind.LIVECODE_FULL, community, "livecode:abcd", occasion, facts, now, "/"
        )


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_notice_is_kept_and_told_in_its_community(room: Room) -> None:
    raised = room.full()
    assert room.raise_notice(raised)
    assert room.teller.told == [(raised.id, TEA)]
    assert room.book.get("tea", raised.id).told == room.clock()


def test_raised_again_it_is_neither_kept_nor_told_again(room: Room) -> None:
    room.raise_notice(room.full())
    room.clock.pass_by(86_400_000)
    assert not room.raise_notice(room.full())
    assert len(room.book) == len(room.teller) == 1


def test_what_was_dealt_with_comes_again_on_another_occasion_only(room: Room) -> None:
    room.raise_notice(room.full())
    room.book.finish("tea", room.full().id, room.clock(), "ann")
    assert not room.raise_notice(room.full())
    assert room.raise_notice(room.full(occasion="2"))
    assert [one.id for one in room.book.open_of("tea")[0]] == [room.full("2").id]


def test_what_could_not_be_told_is_kept_and_told_later(room: Room) -> None:
    room.teller.break_down()
    assert room.raise_notice(room.full())
    assert room.book.count_open("tea") == 1 and len(room.teller) == 0
    room.clock.pass_by(PATIENCE_MS + 1)
    with pytest.raises(Unavailable, match="1 notices still wait"):
        room.raise_notice.tell_waiting()
    room.teller.failure = None
    assert room.raise_notice.tell_waiting() == 1
    assert room.raise_notice.tell_waiting() == 0
    assert room.teller.told == [(room.full().id, TEA)]


def test_who_is_just_being_told_is_not_told_by_the_schedule_too(room: Room) -> None:
    room.book.add(room.full())
    assert room.raise_notice.tell_waiting() == 0
    room.clock.pass_by(PATIENCE_MS + 1)
    assert room.raise_notice.tell_waiting() == 1


def test_one_that_cannot_be_told_is_told_of_after_the_others(room: Room) -> None:
    room.teller.break_down()
    for occasion in ("1", "2", "3"):
        room.raise_notice(room.full(occasion))
    room.teller.failure = None
    room.teller.refuses = room.full("2").id
    room.clock.pass_by(PATIENCE_MS + 1)
    with pytest.raises(Unavailable):
        room.raise_notice.tell_waiting()
    assert {one for one, _ in room.teller.told} == {room.full(one).id for one in ("1", "3")}


def test_what_is_back_is_open_again_and_told_again_after_a_day(room: Room) -> None:
    room.raise_notice(room.full())
    room.raise_notice.withdraw("tea", room.full().id)
    room.clock.pass_by(QUIET_MS - 1)
    assert room.raise_notice(room.full()) and len(room.teller) == 1
    assert room.book.get("tea", room.full().id).raised == room.clock()
    assert not room.raise_notice(room.full())
    room.raise_notice.withdraw("tea", room.full().id)
    room.clock.pass_by(1)
    assert room.raise_notice(room.full()) and len(room.teller) == 2
    assert room.book.count_open("tea") == 1


def test_what_is_back_and_could_not_be_told_waits_to_be_told(room: Room) -> None:
    room.raise_notice(room.full())
    room.raise_notice.withdraw("tea", room.full().id)
    room.clock.pass_by(QUIET_MS)
    room.teller.break_down()
    assert room.raise_notice(room.full())
    room.teller.failure = None
    room.clock.pass_by(PATIENCE_MS + 1)
    assert room.raise_notice.tell_waiting() == 1 and len(room.teller) == 2


def test_a_notice_that_cannot_be_worded_does_not_hold_up_others(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room.teller.failure = KeyError("name")
    with caplog.at_level(logging.WARNING):
        assert room.raise_notice(room.full())
    assert "waits to be told" in caplog.text and "KeyError" in caplog.text


def test_what_cannot_be_kept_is_not_told(room: Room) -> None:
    class Down(FakeNotices):
        def add(self, notice: Notice) -> bool:
            raise Unavailable("notice: ThrottlingException")

    raise_notice = RaiseNotice(Down(), FakeCommunities([TEA]), room.teller, room.clock)
    with pytest.raises(Unavailable):
        raise_notice(room.full())
    assert len(room.teller) == 0


def test_the_whole_installation_has_no_language_of_its_own(room: Room) -> None:
    for community in (EVERYWHERE, "gone"):
        room.raise_notice(room.full(community=community))
    assert [community for _, community in room.teller.told] == [None, None]


def test_a_notice_whose_cause_is_gone_is_closed_untold(room: Room) -> None:
    room.teller.break_down()
    raised = room.full()
    room.raise_notice(raised)
    assert room.raise_notice.withdraw("tea", raised.id)
    assert not room.raise_notice.withdraw("tea", raised.id)
    assert (room.book.get("tea", raised.id).by, room.book.count_open("tea")) == ("", 0)
    room.clock.pass_by(PATIENCE_MS + 1)
    room.teller.failure = None
    assert room.raise_notice.tell_waiting() == 0
