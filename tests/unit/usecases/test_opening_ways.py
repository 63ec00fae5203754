"""An operator asks for a way: a bot is ordered to open it, or people are asked to make a group."""

from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.accounts import Account
from hearth.domain.actions import OpenWay
from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput, Forbidden, NotFound, Unavailable
from hearth.domain.groups import Group, GroupRef
from hearth.domain.livecodes import Destination, Kind, LiveCode
from hearth.domain.notices import Notice, NoticeKind
from hearth.domain.ways import source_of
from hearth.usecases.open_way import OpenWays, Wish
from tests.fakes.accounts import FakeAccounts
from tests.fakes.clock import NOW
from tests.fakes.groups import FakeGroups
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.notices import FakeNotices
from tests.fakes.outbox import FakeOutbox
from tests.unit.console.people import OPERATOR, VIEWER, Office

TELEGRAM = Group(GroupRef("telegram", "main", "-1001"), "Tea 3", "tea")
WECOM = Group(GroupRef("wecom", "main", "wr1"), "wr1", "tea")
QQ = Group(GroupRef("onebot", "main", "12345"), "QQ", "tea")
OTHERS = Group(GroupRef("telegram", "main", "-1002"), "Coffee", "coffee")
SECRETS = {
    "telegram": ("bot_token", "secret_token"),
    "wecom": ("corpsecret", "token"),
    "onebot": ("api_base", "secret"),
}


LINK = Destination("d1", Kind.LINK, "https://t.me/+a", 200)
CODE = LiveCode("tea1", "tea", "Tea lovers", 0, (LINK,))


class Counter:
    """Where ways are asked for, with everything in memory."""

    def __init__(self) -> None:
        self.office, self.outbox, self.notices = Office(), FakeOutbox(), FakeNotices()
        self.codes = FakeLiveCodes()
        self.codes.add(CODE)
        self.accounts = FakeAccounts()
        for platform, fields in SECRETS.items():
            self.accounts.add(Account(platform, "main", platform, 1, fields))
        groups = FakeGroups([TELEGRAM, WECOM, QQ, OTHERS])
        around = (self.outbox, self.notices, self.office.audit, self.office.clock)
        self.ways = OpenWays(self.codes, groups, self.accounts, *around)

    def ask(self, group: Group = TELEGRAM, **more: Any) -> Order | Notice:
        wish = replace(Wish(group.ref, "poster", 200, 0), **more)
        return self.ways.request(OPERATOR, "tea1", wish)


def test_no_way_is_opened_for_an_archived_code() -> None:
    counter = Counter()
    counter.codes = FakeLiveCodes([replace(CODE, archived=1)])
    counter.ways = replace(counter.ways, codes=counter.codes)
    for group in (TELEGRAM, WECOM):
        with pytest.raises(BadInput, match="take it out of the archive first"):
            counter.ask(group)
    assert not counter.outbox.sent and not counter.office.log.entries


def test_a_way_is_ordered_with_a_name_of_its_own() -> None:
    counter = Counter()
    orders = [counter.ask(), counter.ask()]
    assert counter.outbox.sent == orders
    (first, second) = (order.action for order in counter.outbox.sent)
    assert isinstance(first, OpenWay) and isinstance(second, OpenWay)
    assert first.name.startswith("lc_tea1_poster_") and first.name != second.name
    assert (first.member_limit, first.valid_until, first.base, first.number) == (200, 0, "Tea ", 4)
    assert counter.outbox.sent[0].source == source_of("tea1", first.name)
    assert [entry.what for entry in counter.office.log.entries] == ["way.open"] * 2


def test_groups_that_follow_one_without_a_name_bear_that_of_the_code() -> None:
    order = Counter().ask(WECOM)
    assert isinstance(order, Order) and isinstance(order.action, OpenWay)
    assert (order.action.base, order.action.number) == ("Tea lovers", 2)


def test_where_the_platform_has_no_call_for_it_people_are_asked() -> None:
    counter = Counter()
    task = counter.ask(QQ)
    assert isinstance(task, Notice) and task.is_task and task.id in counter.notices
    assert (task.kind, task.community, task.link) == (
        NoticeKind.LIVECODE_NEXT_GROUP,
        "tea",
        "/communities/tea/livecodes/tea1",
    )
    assert task.facts == {
        "code": "tea1",
        "name": "Tea lovers",
        "group": "QQ2",
        "left": 200,
        "full_at": 0,
    }
    assert len(counter.outbox) == 0
    assert counter.office.log.entries[0].what == "way.task"


def test_who_asks_twice_gives_people_one_task() -> None:
    counter = Counter()
    assert counter.ask(QQ) == counter.ask(QQ)
    assert len(counter.notices) == 1


def test_a_way_is_for_the_codes_own_community() -> None:
    with pytest.raises(BadInput, match="“group” must belong"):
        Counter().ask(OTHERS)


@pytest.mark.parametrize("limit", [0, 100_000])
def test_bounds_are_checked_first(limit: int) -> None:
    with pytest.raises(BadInput, match="member_limit"):
        Counter().ask(member_limit=limit)


def test_a_way_that_is_over_before_it_begins_is_refused() -> None:
    with pytest.raises(BadInput, match="valid_until"):
        Counter().ask(valid_until=NOW)


def test_an_account_that_only_listens_is_named() -> None:
    counter = Counter()
    counter.accounts.change(Account("wecom", "main", "WeCom", 1, ("token",)))
    with pytest.raises(BadInput, match="wecom:main has no “corpsecret”"):
        counter.ask(WECOM)
    assert len(counter.outbox) == 0


def test_viewers_only_look() -> None:
    with pytest.raises(Forbidden):
        Counter().ways.request(VIEWER, "tea1", Wish(TELEGRAM.ref, "", 1, 0))


def test_unknown_codes_and_groups_are_not_found() -> None:
    counter = Counter()
    with pytest.raises(NotFound, match="live code"):
        counter.ways.request(OPERATOR, "none", Wish(TELEGRAM.ref, "", 1, 0))
    with pytest.raises(NotFound, match="group"):
        counter.ask(replace(TELEGRAM, ref=replace(TELEGRAM.ref, chat="-9")))


def test_when_the_outbox_is_away_the_audit_says_that_it_failed() -> None:
    counter = Counter()
    counter.outbox.takes = 0
    with pytest.raises(Unavailable):
        counter.ask()
    assert counter.office.log.entries[-1].failed
