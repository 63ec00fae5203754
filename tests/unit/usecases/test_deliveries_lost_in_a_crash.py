"""Between claim and answer everything may end: nobody is then told the same thing twice."""

from contextlib import suppress
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearth.domain.deliveries import Later, Outcome, Refused, Sent, Status, Unclear
from hearth.domain.errors import Unavailable
from hearth.ports import ApiRequest, ApiResponse
from tests.unit.usecases.courier import ORDER, Crash, Van

plans = st.sampled_from(
    [Sent("7"), Refused("no"), Later(1, "wait"), Unclear("silence"), Crash("call"), Crash("settle")]
)


def test_after_a_crash_during_the_call_it_is_unknown_and_never_called_again() -> None:
    van = Van()
    van.answer = Crash()
    with pytest.raises(Crash):
        van.carry()
    assert van.kept.status is Status.SENDING
    van.answer = ApiResponse(200, {}, {})
    lost = van.carry()
    assert isinstance(lost, Unclear) and "written down" in lost.reason
    assert (van.kept.status, van.kept.detail) == (Status.UNKNOWN, lost.reason)
    assert [van.carry() for _ in range(3)] == [None] * 3
    assert len(van.called) == 1


def test_an_answer_that_could_not_be_written_down_is_unknown() -> None:
    van = Van()
    settle = van.deliveries.settle

    def down(*_: object) -> bool:
        raise Unavailable("delivery: InternalServerError")

    van.deliveries.settle = down
    with pytest.raises(Unavailable):
        van.carry()
    van.deliveries.settle = settle
    assert isinstance(van.carry(), Unclear)
    assert van.kept.status is Status.UNKNOWN
    assert len(van.called) == 1


def test_a_claim_lost_after_a_wait_is_unknown_too() -> None:
    van = Van()
    van.api.result = Later(1, "wait")
    van.carry()
    van.answer = Crash()
    with pytest.raises(Crash):
        van.carry()
    assert isinstance(van.carry(), Unclear)
    assert len(van.called) == 2


@given(st.lists(plans, max_size=8))
def test_whatever_happens_only_what_was_surely_not_accepted_is_called_again(
    planned: list[Outcome | Crash],
) -> None:
    van = Van()
    settle = van.deliveries.settle
    happened: list[Outcome | Crash] = []
    for plan in planned:
        before = len(van.called)
        _go_wrong_as(van, plan, settle)
        with suppress(Crash):
            van.carry()
        happened += [plan] * (len(van.called) - before)
    assert all(isinstance(plan, Later) for plan in happened[:-1])


def test_of_two_couriers_at_once_one_calls() -> None:
    van = Van()
    inner: list[Outcome | None] = []

    def call_while_another_tries(request: ApiRequest) -> ApiResponse:
        van.called.append(request)
        thread = Thread(target=lambda: inner.append(van.carry()))
        thread.start()
        thread.join()
        return ApiResponse(200, {}, {})

    object.__setattr__(van.courier, "call", call_while_another_tries)
    assert van.carry() == Sent("message 7")
    assert len(van.called) == 1
    assert isinstance(inner[0], Unclear)
    assert van.kept.order == ORDER and van.kept.status is Status.UNKNOWN


def _go_wrong_as(van: Van, plan: Outcome | Crash, settle: object) -> None:
    def crash(*_: object) -> bool:
        raise plan

    crashes = isinstance(plan, Crash)
    van.answer = plan if crashes and plan.args == ("call",) else ApiResponse(200, {}, {})
    van.deliveries.settle = crash if crashes and plan.args == ("settle",) else settle
    if not crashes:
        van.api.result = plan
