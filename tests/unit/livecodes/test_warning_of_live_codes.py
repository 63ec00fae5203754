"""What operators hear before visitors notice: once each, and withdrawn when it is mended."""

from dataclasses import replace

import pytest

from hearth.domain.livecodes import Destination, LiveCode
from hearth.domain.notices import Facts, Notice, NoticeKind, Urgency, notice
from hearth.domain.plans import replanned
from hearth.domain.scans import Scan
from hearth.domain.statistics import Figures
from hearth.domain.watching import HOUR_MS, next_look
from hearth.usecases.scan import Usher
from hearth.usecases.warn import Warn
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.scans import FakeScanStatistics
from tests.unit.livecodes.drawn import changed, code, destination, helper

NOW = 1_763_816_400_000
HOURS = NOW + 100 * HOUR_MS


class Room:
    """The watching room: its clock, and what it has said."""

    def __init__(self, known: LiveCode) -> None:
        self.table = FakeLiveCodes([known])
        self.pace = FakeScanStatistics()
        self.said: list[Notice] = []
        self.done: set[str] = set()
        self.now = NOW
        self.looks = 0
        self.warn = Warn(self.table, self.pace, self, self, lambda: self.now)
        self._usher = Usher(self.table, str)

    def __call__(self, notice: Notice) -> bool:
        """Say it once."""
        new = notice.id not in {known.id for known in self.said}
        if new:
            self.said.append(notice)
        return new

    def withdraw(self, community: str, notice: str) -> bool:
        """Take it back."""
        self.done.add(notice)
        return True

    def open_of(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Notice], str]:
        """What was said and not taken back."""
        self.looks += 1
        return [known for known in self.said if known.id not in self.done], ""

    def scan(self, many: int) -> None:
        """Visitors come, and the stream tells of them."""
        for _ in range(many):
            self._usher.lead(Scan("tea1", self.now))
        self.warn.scanned([(self.table.load("tea1"), self.table.counter("tea1"))])

    def save(self, edited: LiveCode) -> None:
        """An operator changes the code."""
        assert self.table.replan(replanned(edited, self.table.counter("tea1"), self.now))

    @property
    def open(self) -> list[tuple[NoticeKind, object]]:
        """Kind and level of what is said and not taken back."""
        levels = ("percent", "hours", "seats", "group")
        return [
            (known.kind, next(known.facts[name] for name in levels if name in known.facts))
            for known in self.open_of("tea")[0]
        ]


def led(name: str, capacity: int) -> Destination:
    """A group that a bot opens the next of."""
    return replace(destination(name, capacity), platform="telegram")


def by_hand(name: str, capacity: int, note: str = "") -> Destination:
    """A group of a platform that lets no bot open the next."""
    return replace(destination(name, capacity), platform="wechat", note=note)


def test_seats_are_warned_of_at_80_and_95_percent_and_when_none_is_left() -> None:
    room = Room(code(led("a", 60), led("b", 40)))
    heard = []
    for many in (79, 1, 14, 1, 4, 1):
        room.scan(many)
        heard.append([kind for kind, _ in room.open])
    filling, full = NoticeKind.LIVECODE_FILLING, NoticeKind.LIVECODE_FULL
    assert heard == [[], [filling], [filling], [filling], [filling], [full]]
    assert [known.urgency for known in room.said] == [
        Urgency.WARNING,
        Urgency.ALARM,
        Urgency.ALARM,
    ]
    assert [known.facts["left"] for known in room.said[:2]] == [20, 5]


def test_what_is_mended_is_withdrawn() -> None:
    room = Room(code(led("a", 10)))
    room.scan(11)
    assert room.open == [(NoticeKind.LIVECODE_FULL, 10)]
    kept = room.table.load("tea1")
    room.save(replace(kept, destinations=(*kept.destinations, led("b", 100))))
    room.scan(1)
    assert room.open == []


def test_of_an_archived_code_nothing_is_said_and_all_that_was_is_withdrawn() -> None:
    room = Room(code(by_hand("a", 10), destination("b", 5, until=NOW + HOUR_MS)))
    facts: Facts = {"code": "tea1", "name": "Tea", "group": "b", "left": 0, "full_at": 0}
    asked = notice(TASK, "tea", "livecode:tea1", "onebot:a:b 1", facts, NOW, "/")
    other = replace(asked, id="other", subject="livecode:tea2")
    room.said = [asked, other]
    room.scan(16)
    room.warn.tick()
    assert len(room.open_of("tea")[0]) > 3
    room.save(replace(room.table.load("tea1"), archived=NOW))
    room.warn.tick()
    assert room.open_of("tea")[0] == [other]
    room.scan(1)
    room.now += 2 * HOUR_MS
    assert room.warn.tick() == 0 and room.open_of("tea")[0] == [other]
    room.save(replace(room.table.load("tea1"), archived=0))
    room.done.clear()
    room.warn.tick()
    assert (NoticeKind.LIVECODE_FULL, 10) in room.open


def test_next_weeks_group_of_as_many_seats_is_another_occasion() -> None:
    room = Room(code(destination("a", 10)))
    room.scan(11)
    kept = changed(room.table.load("tea1"), "a", enabled=False)
    room.save(replace(kept, destinations=(*kept.destinations, destination("b", 10))))
    room.scan(11)
    full = [known for known in room.said if known.kind is NoticeKind.LIVECODE_FULL]
    assert len(full) == 2


def test_a_person_does_not_hide_that_the_groups_are_full() -> None:
    room = Room(code(led("a", 10), helper()))
    room.scan(11)
    assert room.open == [(NoticeKind.LIVECODE_FULL, 10)]


def test_whom_visitors_see_when_no_group_has_room_is_told_and_told_anew_when_it_changes() -> None:
    room = Room(code(led("a", 10), helper()))
    room.scan(11)
    for enabled in (False, True):
        room.save(changed(room.table.load("tea1"), "lin", enabled=enabled))
        room.warn.tick()
    full = [known for known in room.said if known.kind is NoticeKind.LIVECODE_FULL]
    assert [known.facts["shown"] for known in full] == ["person", "nobody"]
    assert full[1].id in room.done


def test_the_forecast_goes_by_the_seats_of_the_last_hours() -> None:
    room = Room(code(led("a", 100)))
    start = NOW - HOUR_MS
    room.pace.save_hour("tea1", start, Figures(), Figures(1, {"seats": 10}))
    room.scan(80)
    assert room.said[0].facts["full_at"] == NOW + 2 * HOUR_MS


def test_without_a_pace_there_is_no_forecast() -> None:
    room = Room(code(led("a", 100)))
    room.scan(80)
    assert room.said[0].facts["full_at"] == 0


def test_a_level_that_has_not_changed_costs_no_look() -> None:
    room = Room(code(led("a", 100)))
    room.scan(1)
    looks = room.looks
    for _ in range(9):
        room.scan(5)
    assert room.looks == looks


@pytest.mark.parametrize(
    ("before", "hours", "urgency"),
    [
        (48 * HOUR_MS, 48, Urgency.INFO),
        (25 * HOUR_MS, 48, Urgency.INFO),
        (24 * HOUR_MS, 24, Urgency.WARNING),
        (2 * HOUR_MS, 2, Urgency.ALARM),
        (1, 2, Urgency.ALARM),
    ],
)
def test_an_end_is_warned_of_at_48_24_and_2_hours(
    before: int, hours: int, urgency: Urgency
) -> None:
    room = Room(code(destination("a", 9, until=HOURS), now=NOW))
    room.now = HOURS - before
    assert room.warn.tick() == 1
    [known] = room.said
    assert (known.facts["hours"], known.facts["expires_at"]) == (hours, HOURS)
    assert (known.urgency, known.link) == (urgency, "/communities/tea/livecodes/tea1")


def test_a_code_is_looked_at_when_something_is_due_and_not_before_or_after() -> None:
    room = Room(code(destination("a", 9, until=HOURS), now=NOW))
    looks = []
    for left in (49, 48, 47, 24, 23, 2, 1, 0, -1):
        room.now = HOURS - left * HOUR_MS
        looks.append(room.warn.tick())
    assert looks == [1, 1, 0, 1, 0, 1, 0, 1, 0]  # first because it is new, last because it ended
    assert [known.facts["hours"] for known in room.said if "hours" in known.facts] == [48, 24, 2]


def test_a_later_end_is_another_occasion() -> None:
    room = Room(code(destination("a", 9, until=HOURS), now=NOW))
    room.now = HOURS - HOUR_MS
    room.warn.tick()
    room.save(changed(room.table.load("tea1"), "a", valid_until=HOURS + 90 * HOUR_MS))
    room.now = HOURS + 89 * HOUR_MS
    assert room.warn.tick() == 1
    assert [known.facts["expires_at"] for known in room.said] == [HOURS, HOURS + 90 * HOUR_MS]


def test_what_is_switched_off_or_never_ends_is_not_warned_of() -> None:
    off = destination("a", 9, until=HOURS, enabled=False)
    assert next_look(code(off, destination("b", 9)), NOW) == 0


def test_a_code_that_was_removed_meanwhile_stops_nobody() -> None:
    room = Room(code(destination("a", 9)))
    room.table.due = lambda now, limit=50: ["gone"]  # type: ignore[method-assign]
    assert room.warn.tick() == 1 and room.said == []


TASK = NoticeKind.LIVECODE_NEXT_GROUP


def test_the_next_group_is_a_task_where_no_bot_can_open_it_once_per_occasion() -> None:
    room = Room(code(led("a", 50), by_hand("b", 50, "Tea 7")))
    room.scan(79)
    assert TASK not in [kind for kind, _ in room.open]
    room.scan(1)
    [task] = [known for known in room.said if known.kind is TASK]
    assert task.is_task and task.link == "/communities/tea/livecodes/tea1"
    assert task.facts == {
        "code": "tea1",
        "name": "Tea lovers",
        "group": "Tea 8",
        "left": 20,
        "full_at": 0,
    }
    room.scan(15)
    room.scan(6)
    assert [known.kind for known in room.said].count(TASK) == 1 and task.id not in room.done


def test_a_task_is_done_when_the_next_group_is_there_and_comes_again_with_it() -> None:
    room = Room(code(by_hand("a", 10)))
    room.scan(8)
    kept = room.table.load("tea1")
    room.save(replace(kept, destinations=(*kept.destinations, by_hand("b", 90, "Tea 2"))))
    room.scan(1)
    assert room.open == []
    room.scan(80)
    assert [level for kind, level in room.open if kind is TASK] == ["Tea 3"]


def test_a_task_that_an_operator_asked_for_stays() -> None:
    room = Room(code(by_hand("a", 10)))
    facts: Facts = {"code": "tea1", "name": "x", "group": "Tea 9", "left": 2, "full_at": 0}
    asked = notice(TASK, "tea", "livecode:tea1", "onebot:a:b 1", facts, NOW, "/")
    room(asked)
    room.scan(1)
    room.scan(8)
    assert asked.id not in room.done


def test_no_task_while_the_last_group_is_one_that_a_bot_can_follow_up() -> None:
    room = Room(code(by_hand("a", 10), led("b", 10), replace(by_hand("c", 10), enabled=False)))
    room.scan(21)
    assert [kind for kind, _ in room.open] == [NoticeKind.LIVECODE_FULL]
