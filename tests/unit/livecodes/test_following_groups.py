"""A group knows of the destinations that lead into it, and of no others."""

from dataclasses import replace

import pytest

from hearth.domain.comings import MOST_LINKS, Link
from hearth.domain.errors import Unavailable
from hearth.domain.events import Change
from hearth.domain.plans import replanned
from tests.unit.livecodes.drawn import destination
from tests.unit.livecodes.told_code import MINUTE, NOW, ToldCode, told

A, B = "telegram:bot:a", "telegram:bot:b"


def _scanned(world: ToldCode) -> None:
    world.now += MINUTE
    world.scan()
    world.hear_scans()


def _links(world: ToldCode, group: str) -> list[str]:
    return [link.id for link in world.seats.group(group)[0]]


def _followed() -> ToldCode:
    world = ToldCode(told("a", 20, "w"))
    _scanned(world)
    assert _links(world, A) == ["tea1#a"]
    return world


def test_a_group_forgets_the_last_destination_that_led_there() -> None:
    world = _followed()
    world.edit("a", group="", way="")
    _scanned(world)
    assert _links(world, A) == []
    assert world.seats.book("tea1").ledgers == {}


def test_a_group_forgets_a_destination_that_was_removed() -> None:
    world = ToldCode(told("a", 20, "w"), destination("c", 9))
    _scanned(world)
    edited = replace(world.code, destinations=world.code.destinations[1:])
    assert world.table.replan(replanned(edited, world.counter, world.now))
    _scanned(world)
    assert _links(world, A) == []


def test_a_destination_that_moves_is_known_in_its_new_group_alone() -> None:
    world = _followed()
    world.edit("a", group=B)
    _scanned(world)
    assert (_links(world, A), _links(world, B)) == ([], ["tea1#a"])
    world.edit("a", group="")
    _scanned(world)
    world.edit("a", group=A)
    _scanned(world)
    assert (_links(world, A), _links(world, B)) == (["tea1#a"], [])


def test_a_place_that_is_free_again_is_given_to_a_new_destination() -> None:
    world = _followed()
    for number in range(1, MOST_LINKS):
        world.seats.link(A, Link(f"other{number}", "d", "tea", "", "https://t.me/+x", NOW))
    world.edit("a", group="")
    _scanned(world)
    assert len(_links(world, A)) == MOST_LINKS - 1
    world.edit("a", group=A)
    _scanned(world)
    assert "tea1#a" in _links(world, A)


def test_a_code_without_a_group_is_looked_up_once_for_each_version() -> None:
    world = ToldCode(destination("c", 99))
    costs = []
    for turn in range(4):
        if turn == 2:
            world.edit("c", capacity=98)
        before = world.seats.requests
        _scanned(world)
        costs.append(world.seats.requests - before)
    assert costs == [1, 0, 1, 0]


@pytest.mark.parametrize("method", ["group", "unlink", "save_book"])
def test_a_link_that_could_not_be_removed_goes_when_the_batch_comes_again(method: str) -> None:
    world = _followed()
    world.edit("a", group="", way="")
    kept = getattr(world.seats, method)
    setattr(world.seats, method, _down)
    with pytest.raises(Unavailable):
        _scanned(world)
    setattr(world.seats, method, kept)
    world.hear_scans(again=1)
    assert _links(world, A) == []
    assert world.seats.book("tea1").ledgers == {}


def test_joins_that_a_crash_kept_back_are_in_the_figures_before_their_link_goes() -> None:
    world = _followed()
    event = world.moved(A, "ann", Change.JOINED, "w")
    kept = world.seats.save_joins
    world.seats.save_joins = _down  # type: ignore[method-assign]
    with pytest.raises(Unavailable):
        world.hear(event)
    world.seats.save_joins = kept  # type: ignore[method-assign]
    world.edit("a", group="", way="")
    _scanned(world)
    assert world.figures()["joins"] == 1


def _down(*_: object) -> None:
    raise Unavailable("the table is down")
