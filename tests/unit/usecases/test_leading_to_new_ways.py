"""When a platform has opened a way, the live code leads there, once, whatever happens meanwhile."""

from dataclasses import replace

import pytest

from hearth.domain.actions import OpenWay, PostText, ShowWay
from hearth.domain.deliveries import Order
from hearth.domain.errors import BadInput, Conflict, NotFound
from hearth.domain.groups import GroupRef
from hearth.domain.livecodes import Destination, Kind, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts
from hearth.domain.ways import source_of
from hearth.usecases.new_ways import NewWays
from tests.fakes.clock import FakeClock
from tests.fakes.livecodes import FakeLiveCodes
from tests.fakes.outbox import FakeOutbox

TELEGRAM = GroupRef("telegram", "main", "-1001")
WECOM = GroupRef("wecom", "main", "wr1")
UNTIL = 4_102_444_800_000
OPEN = OpenWay("lc_tea1_1", 200, UNTIL, "Tea ", 4)
SHOW = ShowWay("c1", "lc_tea1_1", 200, UNTIL)
SOURCE = source_of("tea1", "lc_tea1_1")
LINK = "https://t.me/+a"
PICTURE = "https://wework.qpic.cn/wwpic/way.png"
PAYLOAD = "https://work.weixin.qq.com/gm/a"
OPENED = Order(TELEGRAM, OPEN, SOURCE)


class Busy(FakeLiveCodes):
    """Visitors scan before every change, so many as said."""

    def __init__(self, scans: int = 0) -> None:
        super().__init__()
        self.scans = scans
        self.tries = 0

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        self.tries += 1
        if self.scans:
            self.take(plan.code.code, self.scans, Facts(()))
        return super().replan(plan, drawn)


class Garden:
    """What follows, with everything in memory; the pictures say ``payload``."""

    def __init__(self, payload: str = PAYLOAD, scans: int = 0) -> None:
        self.codes, self.outbox = Busy(scans), FakeOutbox()
        self.codes.add(LiveCode("tea1", "tea", "Tea", 0))
        self.payload = payload
        draw = "data:image/png;base64,{}".format
        self.ways = NewWays(self.codes, self.outbox, self._look, draw, FakeClock())

    @property
    def destinations(self) -> tuple[Destination, ...]:
        return self.codes.load("tea1").destinations

    def _look(self, group: GroupRef, address: str) -> str:
        assert (group, address) == (WECOM, PICTURE)
        return self.payload


def test_an_invite_link_becomes_a_destination_once() -> None:
    garden = Garden()
    for _ in range(3):
        garden.ways.opened(OPENED, {"address": LINK})
    assert garden.destinations == (
        Destination(
            id=OPENED.id[:8],
            kind=Kind.LINK,
            target=LINK,
            capacity=200,
            valid_until=UNTIL,
            note="lc_tea1_1",
            platform="telegram",
            group=TELEGRAM.id,
            way="lc_tea1_1",
        ),
    )
    assert garden.codes.tries == 1


def test_visitors_are_led_there_from_then_on() -> None:
    garden = Garden()
    garden.ways.opened(OPENED, {"address": LINK})
    (segment,) = garden.codes.load("tea1").plan
    assert (segment.first, segment.last, segment.destinations) == (1, 200, (OPENED.id[:8],))


def test_a_way_without_its_picture_is_asked_for_it_once() -> None:
    garden = Garden()
    for _ in range(3):
        garden.ways.opened(Order(WECOM, OPEN, SOURCE), {"config": "c1"})
    assert garden.outbox.orders == [Order(WECOM, SHOW, SOURCE)]
    assert not garden.destinations


@pytest.mark.parametrize(
    ("payload", "kind", "target", "picture"),
    [
        (PAYLOAD, Kind.QR, PAYLOAD, f"data:image/png;base64,{PAYLOAD}"),
        ("", Kind.LINK, PICTURE, ""),
    ],
)
def test_what_the_picture_says_is_shown_or_else_the_picture(
    payload: str, kind: Kind, target: str, picture: str
) -> None:
    garden = Garden(payload)
    garden.ways.opened(Order(WECOM, SHOW, SOURCE), {"picture": PICTURE})
    (made,) = garden.destinations
    assert (made.kind, made.target, made.picture, made.way) == (kind, target, picture, "lc_tea1_1")


def test_scans_that_pass_by_meanwhile_do_not_keep_it_out() -> None:
    garden = Garden(scans=7)
    garden.ways.opened(OPENED, {"address": LINK})
    assert len(garden.destinations) == 1 and garden.codes.tries == 3


def test_more_scans_than_can_be_let_pass_leave_everything_as_it_was() -> None:
    garden = Garden(scans=2000)
    with pytest.raises(Conflict):
        garden.ways.opened(OPENED, {"address": LINK})
    assert garden.destinations == ()


def test_a_code_that_is_gone_or_full_is_an_error_to_look_at() -> None:
    garden = Garden()
    with pytest.raises(NotFound):
        garden.ways.opened(replace(OPENED, source=source_of("gone", "x")), {"address": LINK})
    many = tuple(Destination(f"d{n}", Kind.LINK, LINK, 1) for n in range(100))
    garden.codes.add(LiveCode("full", "tea", "Tea", 0, many))
    with pytest.raises(BadInput, match="100 destinations"):
        garden.ways.opened(replace(OPENED, source=source_of("full", "x")), {"address": LINK})


@pytest.mark.parametrize("address", ["https://qr.alipay.com/x", "https://t.me/+8613800000000"])
def test_an_address_that_leads_to_no_group_is_not_shown(address: str) -> None:
    garden = Garden()
    with pytest.raises(BadInput):
        garden.ways.opened(OPENED, {"address": address})
    assert not garden.destinations


@pytest.mark.parametrize(
    ("order", "result"),
    [
        (Order(TELEGRAM, PostText("x"), "post:1"), {}),
        (Order(TELEGRAM, PostText("x"), SOURCE), {"address": LINK}),
        (Order(TELEGRAM, OPEN, "post:1"), {"address": LINK}),
        (Order(TELEGRAM, OPEN, SOURCE), {}),
    ],
)
def test_everything_else_leads_to_nothing(order: Order, result: dict[str, str]) -> None:
    garden = Garden()
    garden.ways.opened(order, result)
    assert not garden.destinations and not garden.outbox.sent
