"""Records of a stream: in order, poison set aside, and an outage ends the batch."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.errors import BadInput, Unavailable
from hearth.runtime.batches import Record, in_order


class Belt:
    """Takes records; ``bad`` ones are poison, at ``down`` the table stops answering."""

    def __init__(self, bad: set[int], down: int | None = None) -> None:
        self.bad = bad
        self.down = down
        self.taken: list[int] = []
        self.aside: list[tuple[int, str]] = []

    def run(self, numbers: range) -> None:
        in_order(({"n": n} for n in numbers), self._take, self._set_aside)

    def _take(self, record: Record) -> None:
        if record["n"] == self.down:
            raise Unavailable("table: down")
        if record["n"] in self.bad:
            raise KeyError("group")
        self.taken.append(record["n"])

    def _set_aside(self, record: Record, error: Exception) -> None:
        self.aside.append((record["n"], type(error).__name__))


def test_records_are_taken_in_their_order() -> None:
    belt = Belt(bad=set())
    belt.run(range(5))
    assert belt.taken == [0, 1, 2, 3, 4] and belt.aside == []


@given(st.sets(st.integers(0, 9)))
def test_poison_is_set_aside_and_the_rest_goes_on(bad: set[int]) -> None:
    belt = Belt(bad)
    belt.run(range(10))
    assert belt.taken == [n for n in range(10) if n not in bad]
    assert belt.aside == [(n, "KeyError") for n in range(10) if n in bad]


@given(st.sets(st.integers(0, 9)), st.integers(0, 9))
def test_an_outage_ends_the_batch_where_it_is(bad: set[int], down: int) -> None:
    belt = Belt(bad, down)
    with pytest.raises(Unavailable):
        belt.run(range(10))
    assert belt.taken == [n for n in range(down) if n not in bad]
    assert [n for n, _ in belt.aside] == [n for n in range(down) if n in bad]


@pytest.mark.parametrize("error", [BadInput("x"), ValueError("x"), ZeroDivisionError(), OSError()])
def test_every_defect_is_handed_over_as_it_is(error: Exception) -> None:
    aside: list[Exception] = []

    def take(record: Record) -> None:
        raise error

    in_order([{}], take, lambda _, found: aside.append(found))
    assert aside == [error]


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_who_ends_the_process_is_not_taken_for_poison(end: type[BaseException]) -> None:
    def take(record: Record) -> None:
        raise end

    with pytest.raises(end):
        in_order([{}], take, lambda *_: pytest.fail("set aside"))


def test_what_cannot_be_set_aside_is_not_lost() -> None:
    def poison(record: Record) -> None:
        raise KeyError

    def full(record: Record, error: Exception) -> None:
        raise Unavailable("queue: down")

    with pytest.raises(Unavailable):
        in_order([{}], poison, full)


def test_nothing_is_read_ahead() -> None:
    read: list[int] = []

    def records() -> Iterator[Record]:
        for number in range(3):
            read.append(number)
            yield {"n": number}

    with pytest.raises(Unavailable):
        in_order(records(), Belt(set(), down=0)._take, lambda *_: None)
    assert read == [0]
