"""After a coming that says little the platform is asked, once for all who come together."""

from dataclasses import replace

import pytest

from hearth.domain.accounts import Account
from hearth.domain.actions import FetchJoins
from hearth.domain.deliveries import Order
from hearth.domain.errors import Malformed, NotFound, Unavailable
from hearth.domain.events import Change, Event, Fact, Membership, Other
from hearth.domain.groups import GroupRef
from hearth.domain.joins import UNNAMED
from hearth.platforms.reading import WECOM_JOINS
from hearth.usecases.fetch_joins import GATHER_MS, JoinAsker, JoinKeeper
from tests.fakes.clock import NOW, FakeClock
from tests.fakes.events import FakeEvents
from tests.fakes.outbox import FakeOutbox

GROUP = GroupRef("wecom", "main", "wrTESTCHAT0001")
SPEAKS = ("corpsecret", "encoding_aes_key", "receive_id", "token")
CAME = Membership(Change.JOINED, ("wm1",), "qr")


def event(fact: Fact = CAME, at: int = NOW, group: GroupRef = GROUP, reader: str = "") -> Event:
    return Event(group, at, fact, f"{fact} {at}".encode(), reader)


class Room:
    """An asker with everything in memory."""

    def __init__(self, *fields: str) -> None:
        self.outbox, self.clock, self.fields = FakeOutbox(), FakeClock(), fields
        self.asker = JoinAsker(self._account, self.outbox, self.clock)

    def _account(self, key: tuple[str, str]) -> Account:
        if not self.fields:
            raise NotFound("there is no such account")
        return Account(*key, "WeCom", 1, self.fields)


def test_a_coming_raises_the_question() -> None:
    room = Room(*SPEAKS)
    room.asker.take(event())
    start = NOW - NOW % GATHER_MS
    question = FetchJoins(start - 60_000, start + GATHER_MS)
    assert room.outbox.orders == [Order(GROUP, question, f"joins:{GROUP.id}")]


def test_a_coming_of_people_who_are_not_named_does_too() -> None:
    room = Room(*SPEAKS)
    room.asker.take(event(Other(UNNAMED)))
    assert len(room.outbox) == 1


def test_those_who_come_together_raise_one_question() -> None:
    room = Room(*SPEAKS)
    for at in range(NOW - NOW % GATHER_MS, NOW - NOW % GATHER_MS + GATHER_MS, 999):
        room.clock.now = at
        room.asker.take(event(at=at))
        room.asker.take(event(at=at))
    assert len(room.outbox) == 1
    room.clock.pass_by(GATHER_MS)
    room.asker.take(event(at=room.clock.now))
    assert len(room.outbox) == 2


def test_a_late_callback_is_asked_about_as_of_its_own_time() -> None:
    room = Room(*SPEAKS)
    room.asker.take(event(at=NOW - 3_600_000))
    (order,) = room.outbox.orders
    assert isinstance(order.action, FetchJoins)
    assert order.action.since <= NOW - 3_600_000 - 60_000
    assert order.action.not_before > NOW


@pytest.mark.parametrize(
    "other",
    [
        event(Membership(Change.LEFT, ("wm1",))),
        event(Other("change_external_chat:create")),
        event(reader=WECOM_JOINS),
        event(group=replace(GROUP, platform="telegram")),
        event(group=replace(GROUP, platform="irc")),
    ],
)
def test_nothing_else_does(other: Event) -> None:
    room = Room(*SPEAKS)
    room.asker.take(other)
    assert len(room.outbox) == 0


@pytest.mark.parametrize("fields", [(), ("token", "receive_id")])
def test_an_account_that_only_listens_is_left_alone(fields: tuple[str, ...]) -> None:
    room = Room(*fields)
    room.asker.take(event())
    assert len(room.outbox) == 0


def _read(reader: str, account: str, body: bytes) -> Event:
    assert reader == WECOM_JOINS
    group = GroupRef("wecom", account, body.decode())
    return Event(group, NOW, CAME, body, reader)


ORDER = Order(GROUP, FetchJoins(0, 0), "joins")


def test_what_was_told_becomes_events_once() -> None:
    log = FakeEvents()
    keeper = JoinKeeper(log, _read, FakeClock())
    facts = (b"wrTESTCHAT0001",)
    assert [keeper.keep(ORDER, facts) for _ in range(3)] == [1, 0, 0]
    (stored,) = log.newest(GROUP)
    assert (stored.reader, stored.received) == (WECOM_JOINS, NOW)


def test_an_answer_about_another_group_is_not_kept_at_all() -> None:
    log = FakeEvents()
    keeper = JoinKeeper(log, _read, FakeClock())
    with pytest.raises(Malformed, match="another group"):
        keeper.keep(ORDER, (b"wrTESTCHAT0001", b"wrOTHER"))
    assert len(log) == 0


def test_while_the_table_is_down_nothing_counts_as_kept() -> None:
    log = FakeEvents()
    log.down = True
    with pytest.raises(Unavailable):
        JoinKeeper(log, _read, FakeClock()).keep(ORDER, (b"wrTESTCHAT0001",))
