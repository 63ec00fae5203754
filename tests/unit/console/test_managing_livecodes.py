"""Live codes: destinations are appended whatever happens at the same time."""

from dataclasses import replace

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound
from hearth.domain.livecodes import Destination, LiveCode
from hearth.domain.operators import Actor
from hearth.domain.scans import Led, Scan, Turned
from hearth.usecases.manage_livecodes import ManageLiveCodes
from hearth.usecases.scan import Usher
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.vault import FakeVault
from tests.unit.console.people import OPERATOR, VIEWER, Office

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
LINK = {"kind": "link", "target": "https://t.me/+a", "capacity": 2, "valid_until": 0, "note": ""}


class Rushed(FakeLiveCodes):
    """Somebody scans before every change, so often as said."""

    def __init__(self, rushes: int) -> None:
        super().__init__()
        self.rushes = rushes

    def change(
        self, code: LiveCode, destinations: tuple[Destination, ...], most_drawn: int | None = None
    ) -> LiveCode:
        if self.rushes:
            self.rushes -= 1
            self.draw(Scan(code.code, 1))
        return super().change(code, destinations, most_drawn)


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


@pytest.mark.parametrize("rushes", [0, 1, 4])
def test_a_destination_comes_behind_every_ticket_drawn(rushes: int) -> None:
    store = Rushed(rushes)
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    (only,) = _add(shop, code)
    assert only.first == store.counter(code).seq == rushes
    assert store.draw(Scan(code, 1)).seq == only.first + 1


def test_a_code_that_is_scanned_too_fast_says_so_and_is_unchanged() -> None:
    store = Rushed(99)
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    with pytest.raises(Conflict, match="try again"):
        _add(shop, code)
    assert store.load(code).destinations == ()


def test_seats_left_before_it_make_scans_harmless() -> None:
    store = Rushed(0)
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    _add(shop, code)
    store.rushes = 1
    first, second = _add(shop, code)
    assert (first.last, second.first) == (2, 2) and store.rushes == 0


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


def test_a_destination_that_was_leapt_over_gets_its_free_seats_back_when_opened_again() -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    first, second = (_add(shop, code), _add(shop, code))[1]
    usher, now = Usher(store), 2
    assert isinstance(usher.lead(Scan(code, now)), Led)
    shop.change_destination(OPERATOR, code, first.id, {"enabled": False})
    assert usher.lead(Scan(code, now)) == Led("Poster", replace(second, first=2))

    known, counter = shop.change_destination(OPERATOR, code, first.id, {"enabled": True})
    moved = known.destinations[-1]
    assert (moved.id, moved.taken(counter), moved.capacity) == (first.id, 1, 2)
    led = [usher.lead(Scan(code, now)) for _ in range(3)]
    assert [one.destination.id for one in led if isinstance(one, Led)] == [second.id, first.id]
    assert isinstance(led[-1], Turned)
    counter = store.counter(code)
    assert [one.taken(counter) for one in store.load(code).destinations] == [2, 2]


def test_a_destination_opened_again_before_anybody_came_stays_where_it_is() -> None:
    store = FakeLiveCodes()
    shop = _shop(store)
    code = shop.create(OPERATOR, "tea", "Poster", None).code
    (only,) = _add(shop, code)
    shop.change_destination(OPERATOR, code, only.id, {"enabled": False})
    known, _ = shop.change_destination(OPERATOR, code, only.id, {"enabled": True})
    assert known.destinations == (only,)
