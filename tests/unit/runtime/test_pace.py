"""Steps come back with time, and never more than were there."""

from hearth.runtime.pace import Pace


def _taken(pace: Pace, tries: int = 100) -> int:
    return sum(pace.take() for _ in range(tries))


def test_steps_are_there_at_once_and_come_back_with_time() -> None:
    now = [50.0]
    pace = Pace(5, 2, lambda: now[0])
    taken = [_taken(pace)]
    for later in (0.0, 0.4, 0.1, 1.0, 1000.0):
        now[0] += later
        taken.append(_taken(pace))
    assert taken == [5, 0, 0, 1, 2, 5]


def test_a_step_given_back_can_be_taken_again() -> None:
    pace = Pace(2, 1, lambda: 0.0)
    assert pace.take()
    pace.give_back()
    assert _taken(pace) == 2


def test_giving_back_never_makes_more_than_there_were() -> None:
    pace = Pace(2, 1, lambda: 0.0)
    pace.give_back()
    assert _taken(pace) == 2
