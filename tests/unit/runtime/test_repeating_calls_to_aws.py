"""Calls to AWS that go wrong: repeated when that is right, a few times, never at once."""

from collections.abc import Iterator

import pytest

from hearth.domain.errors import Unavailable
from hearth.runtime.aws_json import JsonService, dynamodb
from tests.unit.runtime.loopback import DROP, HANG, Loopback, Planned, answer

OK = answer({"done": True})


@pytest.fixture
def service(aws_environment: pytest.MonkeyPatch, waits: list[float]) -> Iterator[JsonService]:
    service = dynamodb()
    yield service
    service.close()


@pytest.mark.parametrize(
    "code",
    [
        "ThrottlingException",
        "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "TransactionConflictException",
    ],
)
def test_who_is_throttled_comes_again(server: Loopback, service: JsonService, code: str) -> None:
    server.plan(answer({"__type": code}, 400), OK)
    assert service.call("UpdateItem", {}) == {"done": True}
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "broken",
    [
        answer({"__type": "InternalServerError"}, 500),
        answer({}, 503),
        Planned(502, b"<html>bad gateway</html>"),
        Planned(503, b""),
        DROP,
    ],
)
def test_a_broken_answer_or_none_is_asked_for_again(
    server: Loopback, service: JsonService, broken: Planned
) -> None:
    server.plan(broken, broken, OK)
    assert service.call("UpdateItem", {"n": 1}) == {"done": True}
    assert [asked.body for asked in server.asked] == [b'{"n": 1}'] * 3


def test_a_kept_connection_that_was_closed_meanwhile_is_replaced(
    server: Loopback, service: JsonService
) -> None:
    server.plan(answer({}, how="close"), OK)
    service.call("Query", {})
    assert service.call("Query", {}) == {"done": True}
    assert server.connections == 2


def test_an_answer_that_does_not_come_in_time_is_asked_for_again(
    server: Loopback, monkeypatch: pytest.MonkeyPatch, service: JsonService
) -> None:
    monkeypatch.setattr(service, "_timeout", 0.1)
    server.plan(HANG, OK)
    assert service.call("Query", {}) == {"done": True}
    assert server.connections == 2


def test_after_two_answers_that_did_not_come_in_time_nobody_waits_longer(
    server: Loopback, monkeypatch: pytest.MonkeyPatch, service: JsonService
) -> None:
    monkeypatch.setattr(service, "_timeout", 0.1)
    server.plan(answer({}, 503), HANG, HANG, OK)
    with pytest.raises(Unavailable, match="^dynamodb Query: TimeoutError$"):
        service.call("Query", {})
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (answer({"__type": "ThrottlingException"}, 400), "ThrottlingException"),
        (answer({}, 503), "503"),
        (DROP, "RemoteDisconnected"),
    ],
)
def test_after_four_attempts_it_is_unavailable_and_says_why(
    server: Loopback, service: JsonService, broken: Planned, reason: str
) -> None:
    server.plan(*[broken] * 9)
    with pytest.raises(Unavailable, match=f"^dynamodb UpdateItem: {reason}"):
        service.call("UpdateItem", {})
    assert len(server.asked) == 4


def test_attempts_are_further_and_further_apart_but_never_long(
    server: Loopback, service: JsonService, waits: list[float]
) -> None:
    server.plan(*[answer({}, 503)] * 80)
    for _ in range(20):
        with pytest.raises(Unavailable):
            service.call("UpdateItem", {})
    assert len(waits) == 60 and len(set(waits)) > 50
    for number, longest in enumerate((0.1, 0.2, 0.4)):
        assert longest / 4 < max(waits[number::3]) <= longest


def test_a_service_that_is_not_there_is_unavailable(
    aws_environment: pytest.MonkeyPatch, waits: list[float], server: Loopback
) -> None:
    server.close()
    with pytest.raises(Unavailable, match="ConnectionRefusedError"):
        dynamodb().call("Query", {})


@pytest.mark.parametrize("broken", [DROP, answer({}, 503), answer({"__type": "Throttling"}, 400)])
def test_what_does_not_bear_a_repeat_is_asked_once(
    server: Loopback, service: JsonService, waits: list[float], broken: Planned
) -> None:
    server.plan(broken)
    with pytest.raises(Unavailable):
        service.call("UpdateItem", {}, attempts=1)
    assert (len(server.asked), waits) == (1, [])


def test_after_a_failure_the_next_call_works(server: Loopback, service: JsonService) -> None:
    server.plan(*[DROP] * 4, OK)
    with pytest.raises(Unavailable):
        service.call("Query", {})
    assert service.call("Query", {}) == {"done": True}


def test_every_attempt_is_signed_anew(
    server: Loopback, service: JsonService, aws_environment: pytest.MonkeyPatch
) -> None:
    times = iter(["20240101T000000Z", "20240101T000007Z"])
    aws_environment.setattr("hearth.runtime.aws_json.time.strftime", lambda *_: next(times))
    server.plan(answer({}, 503), OK)
    service.call("Query", {})
    first, second = server.asked
    assert first.headers["x-amz-date"] < second.headers["x-amz-date"]
    assert first.headers["authorization"] != second.headers["authorization"]
