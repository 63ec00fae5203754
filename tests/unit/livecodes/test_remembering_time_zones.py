"""Time zones of communities: read once a minute, and never too many remembered."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import NotFound
from hearth.usecases.zones import MOST, REMEMBERED_MS, Zones
from tests.fakes.clock import FakeClock
from tests.fakes.communities import FakeCommunities
from tests.unit.livecodes.told_code import MINUTE, ToldCode, told

NOW = 1_763_816_400_000
TEA = Community("tea", "Tea", "zh", "Asia/Kolkata", "", 1)


class Counted(FakeCommunities):
    """Counts how often it is read."""

    reads = 0

    def get(self, community: str) -> Community:
        self.reads += 1
        return super().get(community)


def test_a_zone_is_read_once_a_minute_and_anew_after_it() -> None:
    communities, clock = Counted([TEA]), FakeClock(NOW)
    zones = Zones(communities, clock)
    assert {zones.of("tea") for _ in range(9)} == {ZoneInfo("Asia/Kolkata")}
    assert communities.reads == 1
    communities.change(replace(TEA, time_zone="Asia/Shanghai"))
    clock.now += REMEMBERED_MS - 1
    assert zones.of("tea").key == "Asia/Kolkata"
    clock.now += 1
    assert zones.of("tea").key == "Asia/Shanghai"


def test_one_that_is_not_there_is_looked_for_again() -> None:
    communities = FakeCommunities()
    zones = Zones(communities, FakeClock(NOW))
    with pytest.raises(NotFound):
        zones.of("tea")
    communities.add(TEA)
    assert zones.of("tea").key == "Asia/Kolkata"


def test_no_more_are_remembered_than_may_be() -> None:
    names = [f"c{number}" for number in range(MOST + 3)]
    zones = Zones(FakeCommunities(replace(TEA, id=name) for name in names), FakeClock(NOW))
    assert {zones.of(name).key for name in names} == {"Asia/Kolkata"}
    assert len(zones) <= MOST


def test_joins_are_counted_by_the_new_clocks_a_minute_after_they_were_changed() -> None:
    world = ToldCode(told("a", 9, "w"))
    world.scan()
    world.hear_scans()
    world.come("telegram:bot:a", "ann", "w")
    world.communities.change(replace(world.communities.get("tea"), time_zone="Asia/Kolkata"))
    world.now += MINUTE
    world.come("telegram:bot:a", "bob", "w")
    assert len({start % 3_600_000 for _, start, _ in world.seats.joins}) == 2
