"""What a platform made or told is gone on with, also when a crash comes in between."""

from contextlib import suppress
from dataclasses import replace

import pytest

from hearth.domain.actions import FetchJoins, ShowWay
from hearth.domain.deliveries import Later, Order, Refused, Sent, Status, Unclear
from hearth.domain.errors import Malformed, Unavailable
from hearth.domain.groups import GroupRef
from hearth.ports import ApiResponse
from tests.fakes.clock import NOW
from tests.unit.usecases.courier import ORDER, Crash, Van

MADE = Sent("link", {"address": "https://t.me/+a"})
TOLD = Sent("2 who came", facts=(b"ann", b"ben"))
QUESTION = Order(GroupRef("wecom", "main", "wr1"), FetchJoins(0, NOW), "joins")


class AskingVan(Van):
    """A van whose platform can be asked, and whose only order is the question."""

    def __init__(self) -> None:
        super().__init__()
        self.secrets.accounts["wecom", "main"] = {"api_base": "x"}
        object.__setattr__(self.courier, "outbound", lambda platform: self.api)
        object.__setattr__(self.courier, "call", self._say)
        self.api.result = TOLD
        self.asked = 0

    def _say(self, request: object) -> ApiResponse:
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return ApiResponse(200, {}, {})


def test_what_was_made_is_kept_and_followed() -> None:
    van = Van()
    van.api.result = MADE
    van.carry()
    assert van.kept.result == {"address": "https://t.me/+a"}
    assert van.followed == [{"address": "https://t.me/+a"}]


def test_a_message_that_comes_again_follows_what_was_kept() -> None:
    van = Van()
    van.api.result = MADE
    van.carry()
    van.followed.clear()
    assert van.carry() is None
    assert van.followed == [{"address": "https://t.me/+a"}] and len(van.called) == 1


def test_a_crash_before_it_is_followed_loses_nothing() -> None:
    van = Van()
    van.api.result = MADE
    follow = van.courier.follow

    def crash(*_: object) -> None:
        raise Crash

    object.__setattr__(van.courier, "follow", crash)
    with suppress(Crash):
        van.carry()
    assert van.kept.status is Status.SENT
    object.__setattr__(van.courier, "follow", follow)
    van.carry()
    assert van.followed == [MADE.result] and len(van.called) == 1


@pytest.mark.parametrize("outcome", [Refused("no"), Later(5, "wait"), Unclear("silence")])
def test_what_was_not_made_is_not_followed(outcome: Refused | Later | Unclear) -> None:
    van = Van()
    van.api.result = outcome
    van.carry()
    assert van.followed == [] and van.kept.result == {}


def test_a_question_waits_for_its_time_without_being_claimed() -> None:
    van = AskingVan()
    van.clock.pass_by(-2500)
    assert van.carry(QUESTION) == Later(3, "it is not time yet")
    assert len(van.deliveries) == 0
    van.clock.pass_by(2500)
    assert van.carry(QUESTION) == TOLD
    assert van.kept_facts == [b"ann", b"ben"]


def test_a_question_lost_in_a_crash_is_asked_again() -> None:
    van = AskingVan()
    van.answer = Crash()
    with pytest.raises(Crash):
        van.carry(QUESTION)
    van.answer = ApiResponse(200, {}, {})
    assert van.carry(QUESTION) == TOLD
    assert van.asked == 2 and van.deliveries.get(QUESTION.id).status is Status.SENT
    assert van.carry(QUESTION) is None and van.asked == 2


def test_a_question_without_an_answer_is_asked_again() -> None:
    van = AskingVan()
    object.__setattr__(van.courier, "call", lambda request: Unclear("no answer came"))
    assert van.carry(QUESTION) == Later(30, "no answer came")
    assert van.deliveries.get(QUESTION.id).status is Status.PENDING


def test_what_was_told_is_kept_before_the_answer_counts_as_heard() -> None:
    van = AskingVan()

    def down(*_: object) -> None:
        raise Unavailable("event: ThrottlingException")

    keep = van.courier.keep
    object.__setattr__(van.courier, "keep", down)
    with pytest.raises(Unavailable):
        van.carry(QUESTION)
    assert van.deliveries.get(QUESTION.id).status is Status.SENDING
    object.__setattr__(van.courier, "keep", keep)
    van.carry(QUESTION)
    assert van.kept_facts == [b"ann", b"ben"]


def test_an_answer_that_cannot_be_used_is_a_failure() -> None:
    van = AskingVan()

    def wrong(*_: object) -> None:
        raise Malformed("it is about another group")

    object.__setattr__(van.courier, "keep", wrong)
    assert van.carry(QUESTION) == Refused(
        "the platform's answer cannot be used: it is about another group"
    )


def test_what_a_way_looks_like_may_be_asked_again_too() -> None:
    van = AskingVan()
    order = replace(QUESTION, action=ShowWay("c1", "lc_tea_1", 100, 0))
    van.answer = Crash()
    with pytest.raises(Crash):
        van.carry(order)
    van.answer = ApiResponse(200, {}, {})
    van.carry(order)
    assert van.asked == 2


def test_other_orders_are_never_called_again_after_a_crash() -> None:
    van = Van()
    van.answer = Crash()
    with pytest.raises(Crash):
        van.carry(ORDER)
    assert isinstance(van.carry(ORDER), Unclear)
