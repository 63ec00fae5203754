"""Refill links: one live code, one thing to do with it, and everything written down."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound, Unauthenticated
from hearth.domain.livecodes import Kind, LiveCode
from hearth.domain.refills import REFILL_S
from hearth.domain.statistics import Figures
from hearth.domain.watching import HOUR_MS
from hearth.usecases.manage_livecodes import ManageLiveCodes
from hearth.usecases.read_pictures import ReadPictures
from hearth.usecases.refill import FillUp, Level, NextGroup
from hearth.usecases.refill_links import RefillLinks
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.refills import FakeRevocations
from tests.fakes.scans import FakeScanStatistics
from tests.fakes.vault import FakeVault
from tests.unit.console.people import HOME, OPERATOR, VIEWER, Office
from tests.unit.livecodes.drawn import changed, code, destination, helper

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
GROUP = "https://weixin.qq.com/g/AwYAAHcQ"
NEXT = NextGroup(GROUP, 150, 0)
WEEK_MS = 7 * 24 * HOUR_MS


@dataclass
class Phone:
    """Everything behind a refill link, in memory."""

    known: LiveCode = field(default_factory=lambda: code(destination("a", 40)))
    office: Office = field(default_factory=Office)
    texts: Sequence[str] = (GROUP,)
    key: str = "a key"
    revocations: FakeRevocations = field(default_factory=FakeRevocations)
    figures: FakeScanStatistics = field(default_factory=FakeScanStatistics)

    def __post_init__(self) -> None:
        self.table = FakeLiveCodes([self.known])
        communities, clock, audit = FakeCommunities([TEA]), self.office.clock, self.office.audit
        self.links = RefillLinks(self.table, lambda: self.key, self.revocations, audit, clock)
        pictures = ReadPictures(self.table, communities, lambda _: self.texts, clock)
        managing = ManageLiveCodes(self.table, communities, FakeVault(), audit, clock)
        self.use = FillUp(
            self.links, self.table, communities, self.figures, pictures, managing, str.upper, clock
        )
        self.token, self.link = self.links.make(OPERATOR, "tea1")

    def add(self, wanted: NextGroup = NEXT) -> Level:
        return self.use.add(self.token, wanted, HOME)


def test_whoever_has_the_link_sees_how_full_the_code_is() -> None:
    phone = Phone()
    now = phone.office.clock()
    lasting = destination("b", 60, until=now + WEEK_MS)
    phone.table = FakeLiveCodes([code(destination("a", 40), lasting, helper(), now=now)])
    phone.use = replace(phone.use, codes=phone.table)
    phone.figures.save_hour("tea1", now - HOUR_MS, Figures(), Figures(1, {"seats": 50}))
    level = phone.use.look(phone.token)
    assert level == Level(
        name="Tea lovers",
        zone="Asia/Shanghai",
        taken=0,
        seats=100,
        full_at=now + 2 * HOUR_MS,
        expires_at=now + WEEK_MS,
        capacity=60,
        until=now + REFILL_S * 1000,
    )


def test_a_code_without_groups_proposes_the_usual_size_and_no_forecast() -> None:
    level = Phone(code()).use.look(Phone(code()).token)
    assert (level.seats, level.full_at, level.expires_at, level.capacity) == (0, 0, 0, 200)


def test_a_group_is_added_behind_all_others_and_the_link_is_its_author() -> None:
    phone = Phone()
    ends = phone.office.clock() + WEEK_MS
    level = phone.add(NextGroup(GROUP, 150, ends))
    assert (level.seats, level.capacity) == (190, 150)
    added = phone.table.load("tea1").destinations[-1]
    assert (added.kind, added.target, added.capacity) == (Kind.QR, GROUP, 150)
    assert (added.valid_until, added.platform) == (ends, "wechat")
    assert added.picture == GROUP.upper()
    entry = phone.office.log.entries[-1]
    assert (entry.what, entry.on.partition("/")[0]) == ("destination.create", "tea1")
    assert (entry.actor.name, entry.actor.via) == (f"link {phone.link.id}", "refill")
    assert entry.actor.address == HOME


def test_an_invite_link_becomes_a_link() -> None:
    phone = Phone()
    phone.add(NextGroup("https://t.me/+abcdefgh", 10, 0))
    added = phone.table.load("tea1").destinations[-1]
    assert (added.kind, added.picture, added.platform) == (Kind.LINK, "", "telegram")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("https://u.wechat.com/EPDjgRrQ", "no_group"),
        ("https://evil.example/", "no_group"),
        ("just words", "no_group"),
        ("wxp://f2f0abc", "payment"),
        ("https://login.weixin.qq.com/l/abc", "login"),
    ],
)
def test_only_groups_are_taken_from_pictures_and_from_requests(target: str, reason: str) -> None:
    phone = Phone(texts=[target])
    with pytest.raises(BadInput, match="picture") as read:
        phone.use.read(phone.token, b"", set())
    with pytest.raises(BadInput, match="target") as added:
        phone.add(NextGroup(target, 10, 0))
    assert read.value.reason == added.value.reason == reason
    assert len(phone.table.load("tea1").destinations) == 1


def test_what_is_on_a_picture_is_told_with_where_it_is_in_use() -> None:
    phone = Phone()
    reading, known = phone.use.read(phone.token, b"", set())
    assert (reading.payload.text, reading.uses, known.code) == (GROUP, (), "tea1")
    phone.add()
    (use,) = phone.use.read(phone.token, b"", set())[0].uses
    assert use[0].code == "tea1"


def test_a_group_that_is_there_gets_its_seats_once() -> None:
    phone = Phone()
    phone.add()
    with pytest.raises(BadInput, match="already") as refused:
        phone.add(replace(NEXT, target="http://weixin.qq.com/g/AwYAAHcQ/"))
    assert refused.value.reason == "in_use"
    added = phone.table.load("tea1").destinations[-1].id
    off = changed(phone.table.load("tea1"), added, enabled=False)
    phone.use = replace(phone.use, codes=FakeLiveCodes([off]))
    assert phone.add().capacity == 150


@pytest.mark.parametrize(("capacity", "until"), [(0, 0), (200_001, 0), (10, 1)])
def test_seats_and_expiry_must_make_sense(capacity: int, until: int) -> None:
    with pytest.raises(BadInput):
        Phone().add(NextGroup(GROUP, capacity, until))


def test_revoked_links_are_over_and_new_ones_are_not() -> None:
    phone = Phone()
    phone.links.revoke(OPERATOR, "tea1")
    for refused in (phone.add, lambda: phone.use.look(phone.token)):
        with pytest.raises(Unauthenticated, match="revoked: ask for a new one"):
            refused()
    phone.office.clock.pass_by(1)
    phone.token, _ = phone.links.make(OPERATOR, "tea1")
    assert phone.add().seats == 190
    assert [entry.what for entry in phone.office.log.entries] == [
        "refill.create",
        "refill.revoke",
        "refill.create",
        "destination.create",
    ]


def test_links_end_by_time_and_all_of_them_with_another_key() -> None:
    phone = Phone()
    phone.key = "another key"
    with pytest.raises(Unauthenticated, match="not genuine"):
        phone.add()
    phone.key = "a key"
    phone.office.clock.pass_by(REFILL_S * 1000)
    with pytest.raises(Unauthenticated, match="expired"):
        phone.add()


def test_a_link_is_good_for_its_own_code_alone() -> None:
    phone = Phone()
    _, *rest = phone.token.split(".")
    with pytest.raises(Unauthenticated, match="not genuine"):
        phone.use.look(".".join(["tea2", *rest]))


def test_viewers_neither_make_nor_revoke_links_and_the_audit_holds_no_token() -> None:
    phone = Phone()
    for forbidden in (phone.links.make, phone.links.revoke):
        with pytest.raises(Forbidden):
            forbidden(VIEWER, "tea1")
        with pytest.raises(NotFound):
            forbidden(OPERATOR, "tea9")
    assert phone.token not in repr(phone.office.log.entries)
    assert phone.token.rpartition(".")[2] not in repr(phone.office.log.entries)


def test_a_code_that_is_changed_too_fast_is_told_as_a_conflict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    phone = Phone()
    monkeypatch.setattr(phone.table, "replan", lambda plan, drawn=None: False)
    with pytest.raises(Conflict):
        phone.add()
