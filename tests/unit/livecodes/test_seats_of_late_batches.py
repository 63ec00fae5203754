"""However late scans are heard of, a group gets no more members than it has seats."""

import pytest

from tests.unit.livecodes.told_code import MINUTE, Moved, ToldCode, destination, told

GROUP = "telegram:bot:a"


class Crowd:
    """Visitors of a group of 20 of whom everybody who is led there joins at once."""

    def __init__(self, world: ToldCode) -> None:
        self.world, self.members = world, 0

    def come(self, many: int) -> None:
        for _ in range(many):
            self.world.now += 1_000
            if self.world.scan() == "a":
                self.members += 1
                self.world.moved(GROUP, f"m{self.members}", Moved.JOINED, "w")

    def hear(self) -> None:
        """The streams come through."""
        self.world.hear_scans()
        self.world.hear(*self.world.past.events)

    def wait(self, minutes: int) -> None:
        for _ in range(minutes):
            self.world.now += MINUTE
            self.world.hear_scans()
            self.world.tick()


def _filled_later(crowd: Crowd) -> int:
    """Members after reservations have expired and many more have tried."""
    crowd.hear()
    crowd.wait(1)
    crowd.come(1)
    crowd.hear()
    crowd.wait(14)
    for _ in range(60):
        crowd.come(1)
        crowd.hear()
    return crowd.members


@pytest.mark.parametrize("change", [{"note": "renamed"}, {"valid_until": 10**13}, {"capacity": 20}])
def test_a_change_before_the_first_scans_are_heard_of_hides_nobody(
    change: dict[str, object],
) -> None:
    crowd = Crowd(ToldCode(told("a", 20, "w")))
    crowd.come(18)
    crowd.world.now += 2 * MINUTE
    crowd.world.edit("a", **change)
    crowd.world.now += MINUTE
    assert _filled_later(crowd) == 20


def test_a_group_that_is_named_while_scans_are_under_way_hides_nobody() -> None:
    crowd = Crowd(ToldCode(destination("a", 20)))
    crowd.come(18)
    crowd.world.now += 4_000
    crowd.world.edit("a", group=GROUP, way="w")
    crowd.world.now += 8_000
    assert _filled_later(crowd) == 20
