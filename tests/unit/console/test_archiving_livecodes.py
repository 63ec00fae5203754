"""A live code in the archive: it deals no seats and is not listed, and its address goes on."""

from dataclasses import replace

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, Forbidden
from hearth.domain.livecodes import LiveCode
from hearth.domain.plans import ahead, taken
from hearth.domain.scans import Scan
from hearth.usecases.manage_livecodes import ManageLiveCodes
from hearth.usecases.scan import Usher
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.vault import FakeVault
from tests.unit.console.people import OPERATOR, VIEWER, Office
from tests.unit.console.test_managing_livecodes import Rushed
from tests.unit.console.test_refilling import NEXT, Phone
from tests.unit.livecodes.drawn import code, destination, helper
from tests.unit.livecodes.test_leading_visitors import SCAN, shown, usher

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
LINK = {"kind": "link", "target": "https://t.me/+a", "capacity": 2}
PERSON = {"kind": "person", "target": "https://u.wechat.com/EPDjgRrQ", "capacity": 0}


class Shop:
    """Codes in memory, and a warm environment that answers their scans."""

    def __init__(self, *codes: LiveCode) -> None:
        self.office, self.store = Office(), FakeLiveCodes(codes)
        around = self.office
        self.managing = ManageLiveCodes(
            self.store, FakeCommunities([TEA]), FakeVault(), around.audit, around.clock
        )
        self.room = usher(self.store)

    @property
    def code(self) -> LiveCode:
        return self.store.load("tea1")

    def archive(self, archived: bool = True) -> None:
        self.managing.change(OPERATOR, "tea1", {"archived": archived})

    def scan(self, many: int, remembered: str = "") -> list[str]:
        scan = replace(SCAN, remembered=remembered)
        return [shown(self.room.lead(scan)) for _ in range(many)]

    def listed(self, limit: int, archived: bool = False) -> list[list[str]]:
        """Names of the codes, page by page."""
        pages, cursor = [], ""
        while True:
            found, cursor = self.managing.of_community("tea", cursor, limit, archived)
            pages.append([one.code for one, _ in found])
            if not cursor:
                return pages


def test_nobody_is_led_into_a_group_and_everybody_is_counted() -> None:
    shop = Shop(code(destination("a", 3), destination("b", 9)))
    assert shop.scan(2) == ["a", "a"]
    shop.archive()
    assert shop.scan(5) == ["-"] * 5
    counter = shop.store.counter("tea1")
    assert counter.scans == 7 and ahead(shop.code, counter.seq) == 0
    assert [taken(shop.code, one, counter) for one in shop.code.destinations] == [2, 0]


def test_a_person_who_helps_is_shown_and_who_has_a_seat_finds_the_group_again() -> None:
    shop = Shop(code(destination("a", 3), helper()))
    shop.scan(1)
    shop.archive()
    assert shop.scan(2) == ["lin", "lin"] and shop.scan(1, remembered="a") == ["a"]


def test_out_of_the_archive_every_seat_that_is_left_is_dealt_again() -> None:
    shop = Shop(code(destination("a", 3), destination("b", 2)))
    shop.scan(1)
    shop.archive()
    shop.scan(4)
    shop.archive(False)
    assert shop.scan(5) == ["a", "a", "b", "b", "-"]


def test_tickets_that_an_environment_holds_are_void_as_soon_as_it_hears_of_it() -> None:
    shop = Shop(code(destination("a", 50)))
    room = Usher(shop.store, str, lambda rate, ahead, capacity: 20)
    assert [shown(room.lead(replace(SCAN, at=at))) for at in (0, 1, 2)] == ["a"] * 3
    shop.archive()
    assert shown(room.lead(replace(SCAN, at=5_000))) == "-"
    room.lead(replace(SCAN, at=10_000))
    kept = shop.store.counter("tea1")
    assert taken(shop.code, shop.code.destinations[0], kept) == 3


def test_tickets_that_could_be_drawn_while_it_was_archived_lead_nowhere() -> None:
    shop = Shop(code(destination("a", 15)))
    shop.store = Rushed(2)
    shop.store.add(code(destination("a", 15)))
    shop.managing = replace(shop.managing, store=shop.store)
    shop.room = usher(shop.store)
    shop.archive()
    counter = shop.store.counter("tea1")
    assert counter.seq == 2 and ahead(shop.code, counter.seq) == 10
    assert shop.scan(3) == ["-"] * 3
    shop.archive(False)
    assert shop.scan(14) == ["a"] * 13 + ["-"]


def test_a_scan_of_an_archived_code_is_one_write_and_no_read() -> None:
    shop = Shop(code(destination("a", 9)))
    shop.archive()
    shop.scan(1)
    before = replace(shop.store.requests)
    shop.scan(7)
    assert shop.store.requests.writes - before.writes == 7
    assert shop.store.requests.reads == before.reads


def test_a_destination_that_begins_meanwhile_gets_nobody() -> None:
    shop = Shop(code(destination("a", 9, begins=50)))
    shop.archive()
    begun = Scan("tea1", shop.office.clock() + 100)
    assert shown(shop.room.lead(begun)) == "-"


def test_archived_codes_are_listed_when_asked_for_only() -> None:
    names = [f"tea{number:02}" for number in range(30)]
    every = [replace(code(destination("a", 1)), code=name) for name in names]
    shop = Shop(*(replace(one, archived=int(number % 3 > 0)) for number, one in enumerate(every)))
    pages = shop.listed(4)
    assert sum(pages, []) == names[::3] and all(len(page) <= 4 for page in pages)
    assert pages[0] == names[:10:3], "a page is filled up while others follow"
    assert sum(shop.listed(4, archived=True), []) == names


def test_a_page_after_very_many_archived_codes_is_short_and_others_follow() -> None:
    names = [f"tea{number:02}" for number in range(50)]
    every = [replace(code(), code=name, archived=1) for name in names]
    pages = Shop(*every, replace(code(), code="zulu")).listed(2)
    assert pages == [[], ["zulu"]]


def test_the_audit_tells_since_when_and_archiving_again_changes_no_moment() -> None:
    shop = Shop(code(destination("a", 3)))
    shop.archive()
    since = shop.code.archived
    assert since == shop.office.clock()
    entry = shop.office.log.entries[-1]
    assert (entry.what, entry.on) == ("livecode.change", "tea1")
    assert (entry.before, entry.after) == ({"archived": "0"}, {"archived": str(since)})
    shop.office.clock.now += 1_000
    shop.archive()
    assert shop.code.archived == since
    shop.archive(False)
    assert shop.code.archived == 0


def test_viewers_archive_nothing() -> None:
    shop = Shop(code(destination("a", 3)))
    with pytest.raises(Forbidden):
        shop.managing.change(VIEWER, "tea1", {"archived": True})
    assert not shop.code.archived


def test_an_archived_code_takes_a_person_and_no_group() -> None:
    shop = Shop(code(destination("a", 3)))
    shop.archive()
    entries = len(shop.office.log.entries)
    with pytest.raises(BadInput, match="take it out of the archive first") as refused:
        shop.managing.add_destination(OPERATOR, "tea1", LINK, "")
    assert refused.value.reason == "archived" and len(shop.office.log.entries) == entries
    shop.managing.add_destination(OPERATOR, "tea1", PERSON, "")
    assert [one.kind for one in shop.code.destinations] == ["link", "person"]
    assert shop.scan(1) == [shop.code.destinations[1].id]


def test_a_code_that_is_archived_while_a_group_is_added_takes_it_no_more() -> None:
    shop = Shop(code(destination("a", 3)))

    def meanwhile(known: LiveCode) -> LiveCode:
        return replace(known, archived=1)

    with pytest.raises(BadInput, match="archive"):
        shop.managing.add_destination(OPERATOR, "tea1", LINK, "", meanwhile)


def test_refill_links_of_an_archived_code_say_so_and_none_is_made() -> None:
    phone = Phone()
    phone.managing.change(OPERATOR, "tea1", {"archived": True})
    for refused in (
        lambda: phone.use.look(phone.token),
        lambda: phone.use.read(phone.token, b"", set()),
        lambda: phone.add(NEXT),
        lambda: phone.links.make(OPERATOR, "tea1"),
    ):
        with pytest.raises(BadInput, match="archive") as why:
            refused()
        assert why.value.reason == "archived"
    phone.managing.change(OPERATOR, "tea1", {"archived": False})
    assert phone.add(NEXT).capacity == NEXT.capacity
