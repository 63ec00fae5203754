"""Seats that nobody came for come back; those of members and of young reservations do not."""

from dataclasses import replace

import pytest

from hearth.domain.plans import free, replanned, taken
from hearth.domain.reservations import LARGEST, SILENT
from tests.unit.livecodes.told_code import MINUTE, NOW, ToldCode, told

GROUP = "telegram:bot:a"


def _filled(capacity: int = 5, way: str = "w") -> ToldCode:
    """All seats handed out within half a minute, and heard of."""
    world = ToldCode(told("a", capacity, way))
    for _ in range(capacity):
        assert world.scan("poster") == "a"
        world.now += 5_000
    world.hear_scans()
    return world


def _wait(world: ToldCode, minutes: int) -> None:
    for _ in range(minutes):
        world.now += MINUTE
        world.keep.tick()


def test_reservations_expire_where_joins_are_told() -> None:
    world = _filled()
    world.come(GROUP, "ann", "w")
    assert world.scan() == ""
    _wait(world, 9)
    assert world.scan() == ""
    _wait(world, 3)
    assert [world.scan() for _ in range(5)] == ["a", "a", "a", "a", ""]


def test_reservations_never_expire_where_nobody_tells() -> None:
    world = _filled()
    _wait(world, 30)
    assert world.scan() == "" and world.code.version == 0


def test_a_destination_outside_hearths_groups_costs_one_look_and_stays_strict() -> None:
    world = ToldCode(told("a", LARGEST + 1))
    for _ in range(3):
        world.scan()
        world.hear_scans()
    _wait(world, 12)
    assert world.seats.requests == 1 + 12  # whether it led elsewhere; each minute asks what is due
    assert world.seats.book("tea1").ledgers == {}


def test_who_leaves_makes_room() -> None:
    world = _filled(2)
    for member in ("ann", "bob"):
        world.come(GROUP, member, "w")
    _wait(world, 15)
    assert world.scan() == ""
    world.leave(GROUP, "ann")
    _wait(world, 2)
    assert [world.scan(), world.scan()] == ["a", ""]


def test_strangers_in_the_group_take_seats_away_that_nobody_was_given() -> None:
    world = ToldCode(told("a", 5, "w"))
    world.scan()
    world.hear_scans()
    for number in range(3):
        world.come(GROUP, f"stranger{number}", "https://t.me/+other")
    _wait(world, 1)
    assert [world.scan(), world.scan()] == ["a", ""]


def test_who_comes_late_takes_a_seat_back() -> None:
    world = _filled(2)
    world.come(GROUP, "ann", "w")
    _wait(world, 12)
    assert free(world.code, world.code.destinations[0], world.counter) == 1
    world.come(GROUP, "bob", "w")
    _wait(world, 2)
    assert world.scan() == ""
    assert taken(world.code, world.code.destinations[0], world.counter) == 2


def test_seats_of_the_time_before_the_group_was_known_are_held_for_good() -> None:
    world = ToldCode(told("a", 3))
    world.edit("a", group="")
    world.scan()
    world.hear_scans()
    world.edit("a", group=GROUP)
    world.environments = [world.environment()]
    assert [world.scan(), world.scan()] == ["a", "a"]
    world.hear_scans()
    world.come(GROUP, "ann")
    _wait(world, 15)
    assert [world.scan(), world.scan()] == ["a", ""]


def test_a_platform_that_falls_silent_is_not_believed() -> None:
    world = ToldCode(told("a", 3 * SILENT, "w"))
    world.scan()
    world.hear_scans()
    world.come(GROUP, "ann", "w")
    for _ in range(3 * SILENT - 1):
        world.scan()
    world.hear_scans()
    _wait(world, 15)
    assert world.scan() == ""
    world.come(GROUP, "bob", "w")
    _wait(world, 2)
    assert world.scan() == "a"


def test_tickets_of_an_environment_that_ended_come_back_like_reservations() -> None:
    world = ToldCode(told("a", 10, "w"))
    world.block = 5
    assert [world.scan(), world.scan()] == ["a", "a"]  # the second draws five
    world.environments = [world.environment()]
    world.block = 1
    world.hear_scans()
    for number in range(4):
        assert world.scan() == "a"
        world.now += 1_000
        world.come(GROUP, f"m{number}", "w")
    world.hear_scans()
    assert world.scan() == ""
    _wait(world, 12)
    assert [world.scan() for _ in range(7)] == ["a"] * 6 + [""]


def test_plenty_of_seats_are_left_alone() -> None:
    world = ToldCode(told("a", 50, "w"))
    for _ in range(5):
        world.scan()
    world.hear_scans()
    world.come(GROUP, "ann", "w")
    _wait(world, 20)
    assert world.code.version == 0


def test_who_came_before_the_first_scan_was_heard_of_is_counted_too() -> None:
    world = ToldCode(told("a", 5, "w"))
    world.scan("poster")
    world.now += 3_000
    world.come(GROUP, "ann", "w")
    assert world.figures() == {}
    world.now += 30_000
    world.hear_scans()
    _wait(world, 1)
    assert world.figures() == {
        "joins": 1,
        "destination|a|joins": 1,
        "channel|poster|joins": 1,
    }


@pytest.mark.parametrize("kept", [True, False])
def test_a_group_is_told_of_its_destination_as_long_as_it_is_one(kept: bool) -> None:
    world = _filled()
    world.edit("a", **({"note": "new"} if kept else {"group": "telegram:bot:b"}))
    world.scan()
    world.hear_scans()
    assert [link.id for link in world.seats.group(GROUP)[0]] == (["tea1#a"] if kept else [])
    if not kept:
        assert [link.since for link in world.seats.group("telegram:bot:b")[0]] > [NOW]


def test_overbooking_is_learned_and_ends_when_the_operator_says_so() -> None:
    world = ToldCode(told("a", 400, "w"), overbooking=True)
    for number in range(400):
        world.scan()
        world.now += 1_000
        world.hear_scans()
        if number % 4 == 0:
            world.come(GROUP, f"m{number}", "w")
    _wait(world, 45)
    world.scan()
    world.hear_scans()
    _wait(world, 1)
    [one] = world.code.destinations
    assert 300 < one.extra < 900
    edited = replace(world.code, overbooking=False)
    assert world.table.replan(replanned(edited, world.counter, world.now))
    world.tick()
    assert world.code.destinations[0].extra == 0
