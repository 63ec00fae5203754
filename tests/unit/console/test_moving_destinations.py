"""Destinations of a live code put in another order: only tickets that nobody drew follow it."""

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, Forbidden
from hearth.domain.plans import owner
from hearth.domain.scans import Facts
from hearth.usecases.manage_livecodes import ManageLiveCodes
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.vault import FakeVault
from tests.unit.console.people import OPERATOR, VIEWER, Office

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)


class Shop:
    """A code with three destinations of two seats each."""

    def __init__(self) -> None:
        self.store, self.office = FakeLiveCodes(), Office()
        around = self.office
        self.managing = ManageLiveCodes(
            self.store, FakeCommunities([TEA]), FakeVault(), around.audit, around.clock
        )
        self.code = self.managing.create(OPERATOR, "tea", "Poster", None).code
        for name in "abc":
            link = {"kind": "link", "target": f"https://t.me/+{name}", "capacity": 2}
            self.managing.add_destination(OPERATOR, self.code, link, "")
        self.ids = [one.id for one in self.store.load(self.code).destinations]

    def order(self, *ids: str) -> None:
        self.managing.change(OPERATOR, self.code, {"destinations": list(ids)})

    def leads(self) -> list[str]:
        known = self.store.load(self.code)
        return [owner(known, ticket) for ticket in range(1, 7)]


def test_tickets_that_are_drawn_stay_and_all_others_follow_the_new_order() -> None:
    shop = Shop()
    a, b, c = shop.ids
    shop.store.take(shop.code, 1, Facts())
    assert shop.leads() == [a, a, b, b, c, c]
    shop.order(c, b, a)
    assert shop.leads() == [a, c, c, b, b, a]
    shop.store.take(shop.code, 2, Facts())
    shop.order(b, c, a)
    assert shop.leads() == [a, c, c, b, b, a]


def test_the_audit_tells_both_orders() -> None:
    shop = Shop()
    a, b, c = shop.ids
    shop.order(b, a, c)
    entry = shop.office.log.entries[-1]
    assert (entry.what, entry.on) == ("livecode.change", shop.code)
    assert entry.before == {"destinations": f"{a}, {b}, {c}"}
    assert entry.after == {"destinations": f"{b}, {a}, {c}"}


@pytest.mark.parametrize(
    ("wanted", "why", "reason"),
    [
        ("ab", "leaves out “{c}”", "other_destinations"),
        ("", "leaves out “{a}”", "other_destinations"),
        ("abcx", "names “x”, which this live code does not have", "other_destinations"),
        ("abca", "names one of them twice", ""),
        ("aab", "leaves out “{c}”", "other_destinations"),
    ],
)
def test_an_order_that_is_not_of_all_destinations_is_refused(
    wanted: str, why: str, reason: str
) -> None:
    shop = Shop()
    names = dict(zip("abc", shop.ids, strict=True))
    before, entries = shop.store.load(shop.code), len(shop.office.log.entries)
    with pytest.raises(BadInput, match=why.format(**names)) as refused:
        shop.order(*(names.get(sign, sign) for sign in wanted))
    assert refused.value.reason == reason
    assert shop.store.load(shop.code) == before and len(shop.office.log.entries) == entries


def test_viewers_move_nothing() -> None:
    shop = Shop()
    with pytest.raises(Forbidden):
        shop.managing.change(VIEWER, shop.code, {"destinations": shop.ids[::-1]})
