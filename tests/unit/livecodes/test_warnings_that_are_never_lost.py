"""Every mark before an end is told, once, whoever changes the code meanwhile and whatever fails."""

from dataclasses import replace

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import Malformed, Unavailable
from hearth.domain.livecodes import LiveCode
from hearth.domain.notices import Notice, NoticeKind
from hearth.domain.plans import replanned
from hearth.domain.scans import Facts
from hearth.domain.watching import HOUR_MS
from hearth.usecases.raise_notice import QUIET_MS, RaiseNotice
from hearth.usecases.warn import MOST, ROUNDS, Warn
from tests.fakes.clock import FakeClock
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.notices import FakeNotices
from tests.fakes.scans import FakeScanStatistics
from tests.fakes.teller import FakeTeller
from tests.unit.livecodes.drawn import changed, code, destination, helper

NOW = 1_763_816_400_000
MINUTE = 60_000
END = NOW + 100 * HOUR_MS
TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
EXPIRING, FULL = NoticeKind.LIVECODE_EXPIRING, NoticeKind.LIVECODE_FULL


class Watch:
    """The watching room on tables that outlive it."""

    def __init__(self, *codes: LiveCode) -> None:
        self.table, self.book, self.teller = FakeLiveCodes(codes), FakeNotices(), FakeTeller()
        self.clock = FakeClock(NOW)
        self.restart()

    def restart(self) -> None:
        """Another environment, which remembers nothing."""
        voice = RaiseNotice(self.book, FakeCommunities([TEA]), self.teller, self.clock)
        self.warn = Warn(self.table, FakeScanStatistics(), self.book, voice, self.clock)

    def at(self, moment: int) -> None:
        """The minute's tick at a moment."""
        self.clock.now = moment
        self.warn.tick()

    def save(self, edited: LiveCode) -> None:
        """Somebody changes a code, or deals its tickets anew."""
        counter = self.table.counter(edited.code)
        assert self.table.replan(replanned(edited, counter, self.clock()))

    @property
    def hours(self) -> list[object]:
        """The marks that operators were told of, in order."""
        every = {one.id: one for one in self.book.of_community("tea")[0]}
        told = [every[name] for name, _ in self.teller.told]
        return [one.facts["hours"] for one in told if one.kind is EXPIRING]

    @property
    def open(self) -> list[Notice]:
        return self.book.open_of("tea")[0]


def ending(until: int = END, begins: int = 0) -> LiveCode:
    """A code of a single group that ends."""
    return code(destination("a", 9, until=until, begins=begins), now=NOW)


@pytest.mark.parametrize("hours", [48, 24, 2])
def test_a_plan_made_inside_a_window_loses_no_warning(hours: int) -> None:
    watch = Watch(ending())
    watch.at(END - hours * HOUR_MS - MINUTE)
    before = watch.hours
    watch.clock.now = END - hours * HOUR_MS + 1
    watch.save(watch.table.load("tea1"))
    watch.restart()
    watch.at(watch.clock() + MINUTE)
    assert watch.hours == [*before, hours]


def test_plans_made_all_the_time_repeat_no_warning_and_lose_none() -> None:
    watch = Watch(ending())
    for minute in range(0, 100 * 60, 7):
        watch.at(NOW + minute * MINUTE)
        watch.save(watch.table.load("tea1"))
        if minute % 11 == 0:
            watch.restart()
    assert watch.hours == [48, 24, 2]


@pytest.mark.parametrize(("left", "mark"), [(1, 2), (2, 2), (3, 24), (24, 24), (25, 48), (48, 48)])
def test_what_is_entered_late_is_warned_of_at_once_for_the_nearest_mark(
    left: int, mark: int
) -> None:
    watch = Watch(code(destination("a", 9), now=NOW))
    known = watch.table.load("tea1")
    late = destination("b", 9, until=NOW + left * HOUR_MS)
    watch.save(replace(known, destinations=(*known.destinations, late)))
    watch.at(NOW + MINUTE)
    assert watch.hours == [mark]
    watch.at(NOW + 2 * MINUTE)
    assert watch.hours == [mark]


def test_what_begins_after_a_mark_is_warned_of_when_it_begins() -> None:
    begins = END - 90 * MINUTE
    watch = Watch(ending(begins=begins))
    for moment in (END - 48 * HOUR_MS, END - 2 * HOUR_MS, begins):
        assert watch.hours == []
        watch.at(moment)
    assert watch.hours == [2]


def test_only_the_nearest_mark_stays_open_and_nothing_after_the_end() -> None:
    spare = destination("b", 9)
    watch = Watch(code(destination("a", 9, until=END), spare, now=NOW))
    shown = []
    for left in (48, 24, 2, 0):
        watch.at(END - left * HOUR_MS)
        shown.append([one.facts["hours"] for one in watch.open])
    assert shown == [[48], [24], [2], []]


@pytest.mark.parametrize("change", [{"valid_until": END + 90 * HOUR_MS}, {"enabled": False}])
def test_a_warning_closes_when_the_end_is_moved_or_the_group_switched_off(
    change: dict[str, object],
) -> None:
    watch = Watch(code(destination("a", 9, until=END), destination("b", 9), now=NOW))
    watch.at(END - HOUR_MS)
    assert [one.kind for one in watch.open] == [EXPIRING]
    watch.save(changed(watch.table.load("tea1"), "a", **change))
    watch.at(watch.clock() + MINUTE)
    assert watch.open == []


def test_a_full_code_that_is_given_a_group_closes_its_notice_though_nobody_scans() -> None:
    watch = Watch(code(helper(), destination("a", 9, until=END), now=NOW))
    watch.at(END)
    assert [one.kind for one in watch.open if not one.is_task] == [FULL]
    known = watch.table.load("tea1")
    watch.save(replace(known, destinations=(*known.destinations, destination("b", 90))))
    watch.at(END + MINUTE)
    assert watch.open == []


def test_a_full_code_closes_its_notice_when_the_next_group_begins() -> None:
    late = destination("b", 9, begins=END + HOUR_MS)
    watch = Watch(code(destination("a", 9, until=END), late, now=NOW))
    watch.at(END)
    assert FULL in [one.kind for one in watch.open]
    watch.at(END + HOUR_MS)
    assert watch.open == []


def test_nothing_is_full_while_a_code_is_set_up() -> None:
    watch = Watch(code(helper(), destination("a", 9, begins=END), now=NOW))
    watch.at(NOW + MINUTE)
    assert watch.open == []


def test_what_is_back_is_open_again_and_told_again_on_another_day() -> None:
    watch = Watch(code(destination("a", 9, until=END), now=NOW))
    watch.at(END)
    (full,) = [one for one in watch.open if one.kind is FULL]
    told = len(watch.teller)
    for later, times in ((HOUR_MS, told), (QUIET_MS, told + len(watch.open))):
        watch.save(changed(watch.table.load("tea1"), "a", valid_until=0))
        watch.at(END + later)
        assert watch.open == []
        watch.save(changed(watch.table.load("tea1"), "a", valid_until=END))
        watch.at(END + later + MINUTE)
        assert full.id in {one.id for one in watch.open}
        assert len(watch.teller) == times


def test_what_somebody_has_dealt_with_is_not_opened_again() -> None:
    watch = Watch(ending())
    watch.at(END - HOUR_MS)
    watch.book.finish("tea", watch.open[0].id, watch.clock(), "ann")
    watch.save(watch.table.load("tea1"))
    watch.at(watch.clock() + MINUTE)
    assert watch.open == [] and watch.hours == [2]


class Damaged(FakeLiveCodes):
    """One of the codes cannot be read."""

    def load(self, code: str) -> LiveCode:
        if code == "bad1":
            raise Malformed("not the content of a live code")
        return super().load(code)


def test_a_code_that_fails_stops_no_other_and_is_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad, good = replace(ending(), code="bad1"), replace(ending(), code="tea2")
    watch = Watch()
    watch.table = Damaged([bad, ending(), good])
    watch.restart()
    for hours in (2, 1):
        caplog.clear()
        with pytest.raises(ExceptionGroup) as failed:
            watch.at(END - hours * HOUR_MS)
        assert failed.group_contains(Malformed) and "bad1" in caplog.text
        for minute in range(1, 60):
            watch.at(END - hours * HOUR_MS + minute * MINUTE)
    assert sorted(str(one.facts["code"]) for one in watch.open) == ["tea1", "tea2"]
    assert watch.table.due(END) == ["bad1", "tea1", "tea2"]


def test_a_code_that_failed_is_looked_at_at_once_when_it_is_saved() -> None:
    watch = Watch(ending())
    watch.table.damaged = True
    with pytest.raises(ExceptionGroup):
        watch.at(END - HOUR_MS)
    watch.table.damaged = False
    watch.clock.now += MINUTE
    watch.save(watch.table.load("tea1"))
    watch.at(watch.clock() + MINUTE)
    assert [one.kind for one in watch.open] == [EXPIRING]


def test_scans_of_a_code_that_fails_stop_no_other() -> None:
    watch = Watch()
    watch.table = Damaged([replace(ending(), code="bad1"), ending()])
    watch.restart()
    for name in ("bad1", "tea1"):
        watch.table.take(name, 9, Facts())
    counted = [
        (replace(ending(), code=name), watch.table.counter(name)) for name in ("bad1", "tea1")
    ]
    with pytest.raises(ExceptionGroup):
        watch.warn.scanned(counted)
    assert FULL in [one.kind for one in watch.open]


def test_a_notice_that_cannot_be_kept_stops_no_other_and_comes_with_the_next_tick() -> None:
    class Picky(FakeNotices):
        refuses = True

        def add(self, notice: Notice) -> bool:
            if self.refuses and notice.facts.get("destination", "").endswith("/a"):
                raise Unavailable("notice: ThrottlingException")
            return super().add(notice)

    two = (destination("a", 9, until=END), destination("b", 9, until=END))
    watch = Watch(code(*two, now=NOW))
    watch.book = book = Picky()
    watch.restart()
    with pytest.raises(ExceptionGroup):
        watch.at(END - HOUR_MS)
    assert len(book) == 1
    book.refuses = False
    watch.at(END - HOUR_MS + MINUTE)
    assert len(book) == 2


def test_a_community_that_is_gone_and_a_mail_that_fails_stop_nobody() -> None:
    gone = replace(ending(), code="gone1", community="gone")
    watch = Watch(gone, ending())
    watch.teller.break_down()
    watch.at(END - HOUR_MS)
    assert len(watch.book) == 2 and watch.table.due(watch.clock()) == []
    assert {len(watch.book.open_of(name)[0]) for name in ("tea", "gone")} == {1}


def test_more_codes_than_are_asked_for_at_once_are_looked_at_in_the_same_minute() -> None:
    watch = Watch(*(replace(ending(), code=f"code{number}") for number in range(MOST + 1)))
    watch.clock.now = END - HOUR_MS
    assert watch.warn.tick() == MOST + 1
    assert watch.warn.tick() == 0
    assert ROUNDS > 1
