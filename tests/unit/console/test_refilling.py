"""Refill links: one live code, one thing to do with it, and everything written down."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from hearth.domain.communities import Community
from hearth.domain.errors import (
    BadInput,
    Conflict,
    Forbidden,
    NotFound,
    TooManyAttempts,
    Unauthenticated,
)
from hearth.domain.livecodes import MOST_DESTINATIONS, Kind, LiveCode
from hearth.domain.plans import Replan, replanned
from hearth.domain.refills import REFILL_S
from hearth.domain.scans import Facts
from hearth.domain.statistics import Figures
from hearth.domain.watching import HOUR_MS
from hearth.domain.weights import LARGEST_WEIGHT
from hearth.usecases.manage_livecodes import ManageLiveCodes
from hearth.usecases.read_pictures import ReadPictures
from hearth.usecases.refill import FillUp, Level, NextGroup
from hearth.usecases.refill_links import RefillLinks
from hearth.usecases.throttle import ATTEMPTS_OF_ALL_LINKS, ATTEMPTS_PER_LINK, WINDOW_S
from tests.fakes.communities import FakeCommunities
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.refills import FakeRevocations
from tests.fakes.scans import FakeScanStatistics
from tests.fakes.vault import FakeVault
from tests.unit.console.people import HOME, OPERATOR, VIEWER, Office
from tests.unit.livecodes.drawn import changed, code, destination, helper

TEA = Community("tea", "Tea", "zh", "Asia/Shanghai", "", 1)
GROUP = "https://weixin.qq.com/g/AwYAAHcQ"
NEXT = NextGroup(GROUP, 150, 0, "a")
OTHER = replace(NEXT, target="https://weixin.qq.com/g/AwYAAOther")
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
        self.links = RefillLinks(
            self.table, lambda: self.key, self.revocations, self.office.throttle, audit, clock
        )
        pictures = ReadPictures(self.table, communities, lambda _: self.texts, clock)
        self.managing = ManageLiveCodes(self.table, communities, FakeVault(), audit, clock)
        self.use = FillUp(
            self.links,
            self.table,
            communities,
            self.figures,
            pictures,
            self.managing,
            str.upper,
            clock,
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
        last="b",
        until=now + REFILL_S * 1000,
    )


def test_a_code_without_groups_proposes_the_usual_size_and_no_forecast() -> None:
    level = Phone(code()).use.look(Phone(code()).token)
    assert (level.seats, level.full_at, level.expires_at, level.capacity) == (0, 0, 0, 200)
    assert level.last == ""


def test_a_group_is_added_behind_all_others_and_the_link_is_its_author() -> None:
    phone = Phone()
    ends = phone.office.clock() + WEEK_MS
    level = phone.add(replace(NEXT, valid_until=ends))
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
    phone.add(NextGroup("https://t.me/+abcdefgh", 10, 0, "a"))
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
        phone.add(NextGroup(target, 10, 0, "a"))
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
    phone.table = FakeLiveCodes([off])
    managing = replace(phone.managing, store=phone.table)
    phone.use = replace(phone.use, codes=phone.table, adding=managing)
    assert phone.add(replace(NEXT, after=added)).capacity == 150


@pytest.mark.parametrize(("second", "refusal"), [(OTHER, Conflict), (NEXT, BadInput)])
def test_of_two_uploads_at_the_same_time_one_is_added(
    monkeypatch: pytest.MonkeyPatch, second: NextGroup, refusal: type[Exception]
) -> None:
    phone = Phone()
    replan = phone.table.replan

    def meanwhile(plan: Replan) -> bool:
        """Both have looked, and the other is quicker by a hair."""
        monkeypatch.setattr(phone.table, "replan", replan)
        phone.add(second)
        return replan(plan)

    monkeypatch.setattr(phone.table, "replan", meanwhile)
    with pytest.raises(refusal):
        phone.add()
    targets = [one.target for one in phone.table.load("tea1").destinations]
    assert targets[1:] == [second.target]
    entry = next(one for one in phone.office.log.entries if one.failed)
    assert entry.what == "destination.create"


def test_who_looks_again_may_add_one_more() -> None:
    phone = Phone()
    first = phone.add()
    with pytest.raises(Conflict, match="look how full"):
        phone.add(OTHER)
    assert phone.use.look(phone.token).last == first.last
    assert phone.add(replace(OTHER, after=first.last)).seats == 40 + 150 + 150


def test_scans_meanwhile_do_not_count_as_another_group() -> None:
    phone = Phone()
    phone.table.take("tea1", 7, Facts())
    edited = changed(phone.table.load("tea1"), "a", capacity=50)
    assert phone.table.replan(replanned(edited, phone.table.counter("tea1"), phone.office.clock()))
    assert phone.add().seats == 200


def test_a_code_without_room_for_another_destination_says_so_before_and_after() -> None:
    many = [destination(f"d{number}", 1) for number in range(MOST_DESTINATIONS - 1)]
    phone = Phone(code(*many))
    level = phone.add(replace(NEXT, after=many[-1].id))
    for attempt in (
        lambda: phone.use.read(phone.token, b"", set()),
        lambda: phone.add(replace(OTHER, after=level.last)),
    ):
        with pytest.raises(BadInput, match="100 destinations") as refused:
            attempt()
        assert refused.value.reason == "most_destinations"


def test_a_code_that_takes_no_more_bytes_says_so_too() -> None:
    phone = Phone(code(replace(destination("a", 40), picture="x" * LARGEST_WEIGHT)))
    with pytest.raises(BadInput) as refused:
        phone.add()
    assert refused.value.reason == "too_heavy"


def test_a_link_is_used_so_often_and_no_oftener() -> None:
    phone = Phone()
    other, _ = phone.links.make(OPERATOR, "tea1")
    for _ in range(ATTEMPTS_PER_LINK):
        phone.use.look(phone.token)
    for refused in (
        phone.add,
        lambda: phone.use.look(phone.token),
        lambda: phone.use.read(phone.token, b"", set()),
    ):
        with pytest.raises(TooManyAttempts) as told:
            refused()
        assert 0 < told.value.retry_after <= WINDOW_S
    assert phone.use.look(other).seats == 40
    phone.office.clock.pass_by(WINDOW_S * 1000)
    assert phone.add().seats == 190


def test_all_links_together_are_used_so_often_and_no_oftener() -> None:
    phone = Phone()
    for _ in range(ATTEMPTS_OF_ALL_LINKS // ATTEMPTS_PER_LINK):
        token, _ = phone.links.make(OPERATOR, "tea1")
        for _ in range(ATTEMPTS_PER_LINK):
            phone.use.look(token)
    with pytest.raises(TooManyAttempts):
        phone.use.look(phone.token)


def test_what_is_made_up_uses_up_nothing() -> None:
    phone = Phone()
    for _ in range(ATTEMPTS_OF_ALL_LINKS + 1):
        with pytest.raises(Unauthenticated):
            phone.use.look(phone.token[:-1] + "!")
    assert phone.use.look(phone.token).seats == 40


@pytest.mark.parametrize(("capacity", "until"), [(0, 0), (200_001, 0), (10, 1)])
def test_seats_and_expiry_must_make_sense(capacity: int, until: int) -> None:
    with pytest.raises(BadInput):
        Phone().add(NextGroup(GROUP, capacity, until, "a"))


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
