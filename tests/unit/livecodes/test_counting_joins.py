"""Who came by which destination: told by the platform, or by time, once each."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.comings import (
    MOST_PEOPLE,
    GroupBook,
    Link,
    heard,
    placed,
    short,
    standing,
)
from hearth.domain.errors import Unavailable
from hearth.domain.events import Change, Event, Membership
from hearth.domain.groups import GroupRef
from hearth.domain.reservations import Ledger
from tests.unit.livecodes.told_code import MINUTE, NOW, ToldCode, told

GROUP = "telegram:bot:a"
A = Link("tea1", "a", "tea", "w-a", "https://t.me/+AbCdEfGhIjKl", NOW)
B = Link("tea2", "b", "tea", "w-b", "https://t.me/+MnOpQrStUvWx", NOW)
SEATS = {(NOW // MINUTE, "poster"): 2, (NOW // MINUTE + 5, "mail"): 1}
LEDGERS = {
    A.id: Ledger(GROUP, "w-a", A.target, NOW, handed=3, channels=("poster", "mail"), minutes=SEATS),
    B.id: Ledger(GROUP, "w-b", B.target, NOW, channels=("web",)),
}


def _event(at: int, fact: Membership) -> Event:
    raw = f"{at} {fact}".encode()
    return Event(GroupRef.parse(GROUP), at, fact, raw)


def _came(member: str, at: int = NOW + 10_000, via: str = "", inviter: str = "") -> Event:
    return _event(at, Membership(Change.JOINED, (member,), via, inviter=inviter))


def _left(member: str, at: int) -> Event:
    return _event(at, Membership(Change.LEFT, (member,)))


def _told(*events: Event, now: int = NOW + MINUTE) -> GroupBook:
    book = GroupBook()
    for event in events:
        book = placed(heard(book, event, [A, B], LEDGERS), [A, B], LEDGERS, now)
    return book


@pytest.mark.parametrize(
    ("via", "inviter"),
    [
        ("w-a", ""),
        ("invite", "w-a"),
        (A.target, ""),
        ("https://t.me/+AbCdE…", ""),
        ("https://t.me/+AbCdE...", ""),
    ],
)
def test_who_comes_by_the_way_of_a_destination_is_its_join(via: str, inviter: str) -> None:
    known = standing(_told(_came("ann", via=via, inviter=inviter)), A)
    assert (known.present, known.joins, known.estimated) == (1, 1, 0)


@pytest.mark.parametrize(
    "via", ["w-other", "https://t.me/+Zzz", "https://t.me/+…", "invite", "https://t.me/+AbD…"]
)
def test_who_comes_by_another_way_takes_room_and_is_no_join(via: str) -> None:
    book = _told(_came("ann", via=via))
    for link in (A, B):
        known = standing(book, link)
        assert (known.present, known.joins, known.estimated) == (1, 0, 0)


def test_who_comes_by_one_destination_takes_no_room_of_another() -> None:
    book = _told(_came("ann", via="w-b"))
    assert (standing(book, A).present, standing(book, B).present) == (0, 1)


@pytest.mark.parametrize("via", ["", "qr", "link", "request", "approve", "folder"])
def test_when_no_way_is_told_the_scan_before_it_counts_as_estimated(via: str) -> None:
    book = _told(*(_came(f"m{n}", via=via) for n in range(4)))
    known = standing(book, A)
    assert (known.present, known.joins, known.estimated) == (4, 0, 2)  # as many as were led
    assert standing(_told(_came("ann", NOW + 16 * MINUTE, via)), A).estimated == 0
    assert standing(_told(_came("ann", NOW + 12 * MINUTE, via)), A).estimated == 1


def test_people_of_before_are_nobodys_business() -> None:
    book = _told(_came("old", NOW - MINUTE), _left("older", NOW + MINUTE))
    assert standing(book, A).present == 0


def test_leaving_and_coming_back_is_one_join() -> None:
    events = [
        _came("ann", NOW + 1_000, "w-a"),
        _left("ann", NOW + 2_000),
        _came("ann", NOW + 30 * MINUTE, "w-a"),
    ]
    assert standing(_told(*events[:2]), A).present == 0
    known = standing(_told(*events), A)
    assert (known.present, known.joins) == (1, 1)


@pytest.mark.parametrize("order", [1, -1])
def test_the_way_may_be_told_after_the_coming_or_before(order: int) -> None:
    tellings = [_came("ann", NOW + 10_000, "qr"), _came("ann", NOW + 11_000, "w-a")][::order]
    known = standing(_told(*tellings), A)
    assert (known.present, known.joins, known.estimated) == (1, 1, 0)


def test_a_way_of_somebody_elses_takes_an_estimate_back() -> None:
    tellings = [_came("ann", NOW + 10_000, "qr"), _came("ann", NOW + 10_500, "elsewhere")]
    assert standing(_told(*tellings[:1]), A).estimated == 1
    assert standing(_told(*tellings), A).estimated == 0


@given(st.integers(0, 10_000), st.lists(st.integers(0, 12), max_size=6))
def test_batches_that_come_again_change_nothing(seed: int, cuts: list[int]) -> None:
    """In the order of the stream: whole, then in pieces, then whole again."""
    dice, at, events = random.Random(seed), NOW, []
    for _ in range(12):
        at += dice.choice([1_000, 60_000, 700_000])
        member, via = dice.choice("abc"), dice.choice(["", "w-a", "w-b", "elsewhere", "invite"])
        events.append(_left(member, at) if dice.random() < 0.3 else _came(member, at, via))
    now = at + 3_600_000
    whole = _told(*events, now=now)
    pieces = [event for cut in cuts for event in events[:cut]]
    again = _told(*pieces, *events, now=now)
    for link in (A, B):
        one, other = standing(whole, link), standing(again, link)
        assert (one.present, one.joins) == (other.present, other.joins)


def test_a_crowd_is_counted_though_nobody_remembers_it() -> None:
    people = tuple(f"m{n}" for n in range(MOST_PEOPLE + 10))
    book = _told(_event(NOW + 1_000, Membership(Change.JOINED, people, "elsewhere")))
    assert len(book.people) == MOST_PEOPLE and book.crowd == 10
    assert standing(book, A).present == MOST_PEOPLE + 10


def test_a_short_name_tells_nobody_who_it_is() -> None:
    assert short(GROUP, "4711") != short("telegram:bot:b", "4711")
    assert len(short(GROUP, "4711")) == 8


def test_figures_tell_channels_apart_and_what_is_certain() -> None:
    world = ToldCode(told("a", 9, "w"))
    for channel in ("poster", "poster", "mail"):
        world.scan(channel)
        world.hear_scans()
        world.now += MINUTE
        world.come(GROUP, f"v{world.now}", "w")
    world.now += 30 * MINUTE
    world.come(GROUP, "late", "w")
    world.come(GROUP, "untold")
    assert world.figures() == {
        "joins": 4,
        "destination|a|joins": 4,
        "channel|poster|joins-estimated": 2,
        "channel|mail|joins-estimated": 1,
    }


def test_a_write_that_fails_is_made_good_by_the_batch_that_comes_again() -> None:
    world = ToldCode(told("a", 9, "w"))
    world.scan("poster")
    world.hear_scans()
    event = world.moved(GROUP, "ann", Change.JOINED, "w")
    world.seats.save_group, kept = _down, world.seats.save_group  # type: ignore[method-assign]
    with pytest.raises(Unavailable):
        world.hear(event)
    world.seats.save_group = kept  # type: ignore[method-assign]
    for _ in range(2):
        world.hear(event)
    assert world.figures()["joins"] == 1


def _down(*_: object) -> None:
    raise Unavailable("the table is down")


def test_a_group_that_no_code_leads_to_costs_one_request() -> None:
    world = ToldCode(told("a", 9))
    before = world.seats.requests
    world.come("telegram:bot:elsewhere", "ann")
    assert world.seats.requests == before + 1


def test_a_coming_costs_few_requests() -> None:
    world = ToldCode(told("a", 9, "w"))
    world.scan()
    world.hear_scans()
    world.now += MINUTE
    before = world.seats.requests
    world.come(GROUP, "ann", "w")
    # Links and people, books of codes; figures, people; and the code is due in the next minute.
    assert world.seats.requests == before + 5


def test_many_scans_cost_one_read_and_one_write_a_batch() -> None:
    world = ToldCode(told("a", 99, "w"))
    world.scan()
    world.hear_scans()
    for _ in range(20):
        world.scan()
    before = world.seats.requests
    world.hear_scans()
    assert world.seats.requests == before + 2


def test_a_link_without_a_way_is_known_by_its_address() -> None:
    bare = replace(A, way="")
    event = _came("ann", via=A.target)
    book = placed(heard(GroupBook(), event, [bare], LEDGERS), [bare], LEDGERS, NOW + MINUTE)
    assert standing(book, bare).joins == 1
