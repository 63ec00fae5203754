"""An order is claimed, the platform is called once, and what came of it is written down."""

from dataclasses import replace

import pytest

from hearth.domain.deliveries import Later, Outcome, Refused, Sent, Status, Unclear
from hearth.domain.errors import Malformed, Misconfigured, NotFound, Unavailable
from hearth.ports import ApiRequest
from hearth.runtime.aws_json import AwsError
from tests.fakes.clock import NOW
from tests.unit.usecases.courier import ORDER, Van

OUTCOMES = [
    (Sent("message 7"), Status.SENT, "message 7"),
    (Refused("the bot was muted"), Status.FAILED, "the bot was muted"),
    (Later(5, "too fast"), Status.PENDING, "too fast"),
    (Unclear("HTTP 502"), Status.UNKNOWN, "HTTP 502"),
]


def test_the_platform_is_called_once_with_what_was_ordered() -> None:
    van = Van()
    assert van.carry() == Sent("message 7")
    assert van.called == [ApiRequest("http://127.0.0.1:1/12345", {"action": ORDER.action}, {})]
    assert (van.kept.status, van.kept.created, van.kept.attempts) == (Status.SENT, NOW, 1)


@pytest.mark.parametrize(("outcome", "status", "detail"), OUTCOMES)
def test_every_outcome_has_its_status_and_its_words(
    outcome: Outcome, status: Status, detail: str
) -> None:
    van = Van()
    van.api.result = outcome
    assert van.carry() == outcome
    assert (van.kept.status, van.kept.detail) == (status, detail)


@pytest.mark.parametrize("lost", [Later(30, "no connection"), Unclear("no answer came")])
def test_what_happened_on_the_way_is_an_outcome_too(lost: Later | Unclear) -> None:
    van = Van()
    van.answer = lost
    assert van.carry() == lost
    assert van.kept.detail == lost.reason


@pytest.mark.parametrize(
    "outcome", [outcome for outcome, status, _ in OUTCOMES if status is not Status.PENDING]
)
def test_what_is_finished_is_never_called_again(outcome: Outcome) -> None:
    van = Van()
    van.api.result = outcome
    van.carry()
    before = van.kept
    assert [van.carry() for _ in range(3)] == [None] * 3
    assert len(van.called) == 1 and van.kept == before


def test_what_is_finished_needs_no_secrets_either() -> None:
    van = Van()
    van.carry()
    van.secrets.asked.clear()
    van.carry()
    assert van.secrets.asked == []


def test_what_shall_come_later_is_pending_and_can_be_claimed_again() -> None:
    van = Van()
    van.api.result = Later(5, "too fast")
    van.carry()
    van.clock.pass_by(5_000)
    van.api.result = Sent("message 8")
    assert van.carry() == Sent("message 8")
    assert (van.kept.status, van.kept.attempts, van.kept.created) == (Status.SENT, 2, NOW)
    assert len(van.called) == 2


def test_an_account_without_secrets_is_refused_with_the_reason() -> None:
    van = Van()
    van.secrets.accounts.clear()
    reason = "there is no parameter accounts/onebot/main"
    assert van.carry() == Refused(reason)
    assert (van.kept.status, van.kept.detail) == (Status.FAILED, reason)
    assert van.called == []


def test_a_platform_that_cannot_be_spoken_to_is_refused() -> None:
    van = Van()
    order = replace(ORDER, group=replace(ORDER.group, platform="wecom"))
    van.secrets.accounts["wecom", "main"] = {}
    assert van.carry(order) == Refused("Hearth cannot act on wecom")
    assert van.called == []


@pytest.mark.parametrize(
    "error",
    [
        Misconfigured("the account has no “api_base”: set it in the console"),
        Malformed("“message” of the order must be a whole number on this platform"),
        NotFound("no such thing"),
        AwsError("AccessDeniedException", "not authorized"),
    ],
)
def test_what_can_never_be_sent_is_refused_and_says_why(error: Exception) -> None:
    van = Van()
    van.api.unusable = error
    assert van.carry() == Refused(str(error))
    assert (van.kept.status, van.kept.detail) == (Status.FAILED, str(error))
    assert van.called == []


def test_while_secrets_cannot_be_read_nothing_is_lost() -> None:
    van = Van()
    van.secrets.down = True
    outcome = van.carry()
    assert isinstance(outcome, Later) and "ThrottlingException" in outcome.reason
    assert van.kept.status is Status.PENDING and van.called == []
    van.secrets.down = False
    assert van.carry() == Sent("message 7")
    assert len(van.called) == 1


def test_a_table_that_does_not_answer_lets_nothing_be_called() -> None:
    van = Van()

    def down(*_: object) -> bool:
        raise Unavailable("delivery: ThrottlingException")

    van.deliveries.claim = down
    with pytest.raises(Unavailable):
        van.carry()
    assert van.called == []
