"""However many codes are due, each has its turn, whichever others fail or take long."""

from dataclasses import replace

import pytest

from hearth.domain.errors import HearthError, Malformed, Unavailable
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.plans import replanned
from hearth.domain.reservations import SeatBook
from hearth.usecases.count_joins import CountJoins
from hearth.usecases.keep_seats import KeepSeats
from hearth.usecases.one_by_one import LONGEST_MS
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.seats import FakeSeats
from tests.unit.livecodes.told_code import MINUTE, NOW, TEA, told

TOLD = LiveCode("", "tea", "Tea", -1, (told("a", 50),))


class Many(FakeSeats):
    """Codes with room, and who looks at them each minute."""

    def __init__(self, many: int) -> None:
        super().__init__()
        self.now, self.slow, self.damaged = NOW, 0, ""
        self.why: HearthError = Malformed("the book of seats is damaged")
        self.looks: list[str] = []
        bare = (replace(TOLD, code=f"code{number:03d}") for number in range(many))
        self.codes = [replanned(one, Counter(0, -1), NOW).code for one in bare]
        self.table = FakeLiveCodes(self.codes)
        joins = CountJoins(self, FakeCommunities([TEA]), self.clock)
        self.keep = KeepSeats(self.table, self, joins, self.clock)

    def clock(self) -> int:
        """ms since 1970."""
        return self.now

    def book(self, code: str) -> SeatBook:
        """Each look at a code reads it once."""
        self.looks.append(code)
        self.now += self.slow
        if code == self.damaged:
            raise self.why
        return super().book(code)

    def scan(self) -> None:
        """Somebody scans each of them."""
        self.keep.scanned([(code, Counter(1, 0)) for code in self.codes])

    def tick(self) -> list[str]:
        """Which codes the next minute looks at."""
        self.looks, self.now = [], (self.now // MINUTE + 1) * MINUTE
        self.keep.tick()
        return self.looks

    def failing_tick(self) -> list[str]:
        """The same, while the damaged one is among them."""
        with pytest.raises(ExceptionGroup, match="1 failed") as failed:
            self.tick()
        assert failed.group_contains(type(self.why))
        return self.looks


def test_each_code_is_looked_at_in_each_minute_in_which_it_is_scanned() -> None:
    many = Many(100)
    names = [code.code for code in many.codes]
    for _ in range(30):
        many.scan()
        assert many.tick() == names
    assert many.tick() == []


def test_what_scans_and_looks_cost() -> None:
    many = Many(30)
    for _ in range(2):
        many.scan()
        assert many.requests == 30  # one for each code and minute
    many.tick()
    assert many.requests == 30 + 1 + 30 * 3  # what is due; held, read, done


@pytest.mark.parametrize("ticks", [1, 30])
def test_a_code_that_is_scanned_while_ticks_fail_to_come_is_due_once(ticks: int) -> None:
    many = Many(3)
    for _ in range(ticks):
        many.scan()
        many.now += MINUTE
    assert many.tick() == ["code000", "code001", "code002"]
    assert many.tick() == []


def test_a_code_whose_tables_do_not_answer_is_tried_again_some_minutes_later() -> None:
    many = Many(2)
    many.damaged, many.why = "code000", Unavailable("book of seats: ThrottlingException")
    many.scan()
    assert many.failing_tick() == ["code000", "code001"]
    for _ in range(3):
        assert [many.tick() for _ in range(4)] == [[]] * 4
        assert many.failing_tick() == ["code000"]
    many.damaged = ""
    assert [len(many.tick()) for _ in range(6)] == [0, 0, 0, 0, 1, 0]


def test_a_code_that_cannot_be_kept_is_tried_and_told_of_once_an_hour_though_it_is_scanned(
    caplog: pytest.LogCaptureFixture,
) -> None:
    many = Many(2)
    many.damaged = "code000"
    for _ in range(3):
        many.scan()
        assert many.failing_tick() == ["code000", "code001"]
        assert caplog.text.count("code000") == 1
        caplog.clear()
        for _ in range(59):
            many.scan()
            assert many.tick() == ["code001"]
    many.damaged = ""
    many.scan()
    assert many.tick() == ["code000", "code001"]
    many.scan()
    assert many.tick() == ["code000", "code001"]


def test_a_code_that_cannot_be_kept_takes_no_others_turn() -> None:
    many = Many(30)
    many.damaged, many.why = "code000", Unavailable("book of seats: ThrottlingException")
    for _ in range(60):
        many.scan()
        assert len(many.failing_tick()) == 30


def test_a_minute_looks_as_long_as_it_may_and_the_next_goes_on() -> None:
    many = Many(9)
    many.scan()
    many.slow = LONGEST_MS // 3
    assert many.tick() == ["code000", "code001", "code002"]
    many.scan()
    assert many.tick() == ["code003", "code004", "code005"]
    assert many.tick() == ["code006", "code007", "code008"]
    assert many.tick() == ["code000", "code001", "code002"]


def test_who_comes_while_a_code_is_looked_at_makes_it_due_again() -> None:
    many = Many(1)
    many.scan()
    read = many.table.load

    def load(code: str) -> LiveCode:
        many.table.load = read  # type: ignore[method-assign]
        many.keep.joined([code])
        return read(code)

    many.table.load = load  # type: ignore[method-assign]
    assert [many.tick() for _ in range(3)] == [["code000"], ["code000"], []]
