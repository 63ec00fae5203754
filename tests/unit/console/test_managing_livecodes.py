"""Live codes: destinations are appended whatever happens at the same time."""

from dataclasses import replace

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound
from hearth.domain.livecodes import MOST_DESTINATIONS, Destination
from hearth.domain.operators import Actor
from hearth.domain.plans import Replan, ahead, replanned, taken
from hearth.domain.scans import Facts, Scan
from hearth.usecases.manage_livecodes import ManageLiveCodes
from hearth.usecases.scan import Usher
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.vault import FakeVault
from tests.unit.console.people import OPERATOR, VIEWER, Office
from tests.unit.livecodes.drawn import destination
from tests.unit.livecodes.test_leading_visitors import shown

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
LINK = {"kind": "link", "target": "https://t.me/+a", "capacity": 2, "valid_until": 0, "note": ""}


class Rushed(FakeLiveCodes):
    """Somebody scans before every change, so often as said."""

    def __init__(self, rushes: int, tickets: int = 1) -> None:
        super().__init__()
        self.rushes, self.tickets = rushes, tickets

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        if self.rushes:
            self.rushes -= 1
            self.take(plan.code.code, self.tickets, Facts())
        return super().replan(plan, drawn)


def _shop(store: FakeLiveCodes, office: Office | None = None) -> ManageLiveCodes:
    around = office or Office()
    return ManageLiveCodes(store, FakeCommunities([TEA]), FakeVault(), around.audit, around.clock)


def _add(shop: ManageLiveCodes, code: str, actor: Actor = OPERATOR) -> tuple[Destination, ...]:
    return shop.add_destination(actor, code, LINK, "")[0].destinations


def test_a_code_without_a_name_of_its_own_gets_one_that_is_read_easily() -> None:
    office = Office()
    shop = _shop(FakeLiveCodes(), office)
    codes = {shop.create(OPERATOR, "tea", "Poster", None).code for _ in range(20)}
    assert len(codes) == 20 and not set("".join(codes)) & set("01ilo")
    assert office.log.entries[0].what == "livecode.create"


def test_the_visitors_key_is_there_before_the_first_code() -> None:
    shop = _shop(FakeLiveCodes())
    shop.create(OPERATOR, "tea", "Poster", None)
    assert isinstance(shop.keys, FakeVault) and shop.keys.keys == 1


def test_a_code_is_taken_once_and_belongs_to_a_community() -> None:
    shop = _shop(FakeLiveCodes())
    shop.create(OPERATOR, "tea", "Poster", "spring24")
    with pytest.raises(Conflict):
        shop.create(OPERATOR, "tea", "Other", "spring24")
    with pytest.raises(NotFound):
        shop.create(OPERATOR, "coffee", "Other", None)
    with pytest.raises(BadInput):
        shop.create(OPERATOR, "tea", "Other", "../x")


@pytest.mark.parametrize("rushes", [0, 1, 2])
def test_a_destination_comes_behind_every_ticket_drawn(rushes: int) -> None:
    store = Rushed(rushes)
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    (only,) = _add(shop, code)
    known, counter = store.load(code), store.counter(code)
    assert counter.seq == rushes < known.plan[0].first
    assert (taken(known, only, counter), ahead(known, counter.seq)) == (0, 2)


def test_a_code_that_is_scanned_too_fast_says_so_and_is_unchanged() -> None:
    store = Rushed(99, tickets=2_000)
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    with pytest.raises(Conflict, match="try again"):
        _add(shop, code)
    assert store.load(code).destinations == ()


def test_a_destination_is_switched_off_and_nothing_else() -> None:
    office, store = Office(), FakeLiveCodes()
    shop = _shop(store, office)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    first, second = (_add(shop, code), _add(shop, code))[1]
    changed, _ = shop.change_destination(OPERATOR, code, first.id, {"enabled": False})
    assert [one.enabled for one in changed.destinations] == [False, True]
    assert changed.destinations[1] == second
    assert office.log.entries[-1].after["enabled"] is False
    with pytest.raises(NotFound):
        shop.change_destination(OPERATOR, code, "nothing", {"enabled": False})


def test_viewers_change_no_codes() -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    for attempt in (
        lambda: shop.create(VIEWER, "tea", "Poster", None),
        lambda: _add(shop, code, VIEWER),
        lambda: shop.change_destination(VIEWER, code, "x", {}),
    ):
        with pytest.raises(Forbidden):
            attempt()
    assert len(store) == 1 and store.load(code).version == 0


def test_a_destination_that_is_opened_again_has_the_seats_it_had_left() -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    first, second = (_add(shop, code), _add(shop, code))[1]
    room = Usher(store, str)
    assert shown(room.lead(Scan(code, 2))) == first.id
    shop.change_destination(OPERATOR, code, first.id, {"enabled": False})
    assert shown(room.lead(Scan(code, 2))) == second.id

    known, counter = shop.change_destination(OPERATOR, code, first.id, {"enabled": True})
    assert [taken(known, one, counter) for one in known.destinations] == [1, 1]
    assert [shown(room.lead(Scan(code, 2))) for _ in range(3)] == [first.id, second.id, "-"]
    known, counter = shop.get(code)
    assert [taken(known, one, counter) for one in known.destinations] == [2, 2]


@pytest.mark.parametrize(("capacity", "more"), [(5, 3), (2, 0), (1, 0)])
def test_seats_are_added_and_taken_away(capacity: int, more: int) -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    (only,) = _add(shop, code)
    store.take(code, 2, Facts())
    known, counter = shop.change_destination(OPERATOR, code, only.id, {"capacity": capacity})
    assert (taken(known, known.destinations[0], counter), ahead(known, 2)) == (2, more)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"capacity": 0}, "from 1 to 200000"),
        ({"capacity": 200_001}, "from 1 to 200000"),
        ({"valid_from": 9, "valid_until": 9}, "must be after"),
    ],
)
def test_what_makes_no_sense_changes_nothing(changes: dict[str, int], wrong: str) -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    (only,) = _add(shop, code)
    with pytest.raises(BadInput, match=wrong):
        shop.change_destination(OPERATOR, code, only.id, changes)
    assert store.load(code).destinations == (only,)


def test_an_end_that_is_over_is_refused_unless_it_was_there_before() -> None:
    office, store = Office(), FakeLiveCodes()
    shop = _shop(store, office)
    code, now = shop.create(OPERATOR, "tea", "Poster", None).code, office.clock()
    with pytest.raises(BadInput, match="choose a later moment, or switch the destination off"):
        shop.add_destination(OPERATOR, code, {**LINK, "valid_until": now}, "")
    only = shop.add_destination(OPERATOR, code, {**LINK, "valid_until": now + 1}, "")[0]
    name = only.destinations[0].id
    with pytest.raises(BadInput, match="choose a later moment"):
        shop.change_destination(OPERATOR, code, name, {"valid_until": now - 1})
    office.clock.pass_by(9)
    for changes in ({"note": "old"}, {"note": "older", "valid_until": now + 1}):
        shop.change_destination(OPERATOR, code, name, changes)
    with pytest.raises(BadInput, match="choose a later moment"):
        shop.change_destination(OPERATOR, code, name, {"valid_until": now + 2})
    assert shop.change_destination(OPERATOR, code, name, {"valid_until": 0})[0].destinations[0].note


def test_a_person_has_no_seats() -> None:
    shop = _shop(FakeLiveCodes())
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    person = {**LINK, "kind": "person", "target": "https://u.wechat.com/x", "capacity": 0}
    shop.add_destination(OPERATOR, code, person, "")
    with pytest.raises(BadInput, match="must be 0"):
        shop.add_destination(OPERATOR, code, {**person, "capacity": 1}, "")


def test_a_destination_is_removed_when_it_is_switched_off() -> None:
    office, store = Office(), FakeLiveCodes()
    shop = _shop(store, office)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    (only,) = _add(shop, code)
    with pytest.raises(Conflict, match="switch the destination off"):
        shop.remove_destination(OPERATOR, code, only.id)
    shop.change_destination(OPERATOR, code, only.id, {"enabled": False})
    known, _ = shop.remove_destination(OPERATOR, code, only.id)
    assert known.destinations == ()
    assert office.log.entries[-1].what == "destination.remove"
    with pytest.raises(NotFound):
        shop.remove_destination(OPERATOR, code, only.id)


def test_there_is_an_end_to_adding_destinations() -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    many = tuple(replace(destination(f"d{n}", 1)) for n in range(MOST_DESTINATIONS))
    known = replace(store.load(code), destinations=many)
    assert store.replan(replanned(known, store.counter(code), 1))
    with pytest.raises(BadInput, match=f"at most {MOST_DESTINATIONS} destinations"):
        _add(shop, code)


def test_groups_may_be_filled_evenly() -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    first, second = (_add(shop, code), _add(shop, code))[1]
    shop.change(OPERATOR, code, {"order": "least-filled", "name": "Poster 2"})
    room = Usher(store, str)
    led = [shown(room.lead(Scan(code, 2))) for _ in range(4)]
    assert led == [first.id, second.id] * 2 and store.load(code).name == "Poster 2"
