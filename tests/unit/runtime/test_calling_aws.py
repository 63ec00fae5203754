"""Calls to AWS: answers, refusals, and one connection for many calls."""

import http.client
from collections.abc import Iterator

import pytest

from hearth.domain.errors import Unavailable
from hearth.runtime.aws_json import AwsError, JsonService, dynamodb, ssm
from tests.unit.runtime.loopback import Loopback, Planned, answer


@pytest.fixture
def service(aws_environment: pytest.MonkeyPatch, waits: list[float]) -> Iterator[JsonService]:
    service = dynamodb()
    yield service
    service.close()


def test_the_answer_is_the_json_object(server: Loopback, service: JsonService) -> None:
    server.plan(answer({"Item": {"name": {"S": "茶"}}}))
    assert service.call("GetItem", {}) == {"Item": {"name": {"S": "茶"}}}


def test_an_empty_answer_is_an_empty_object(server: Loopback, service: JsonService) -> None:
    server.plan(Planned(body=b""))
    assert service.call("PutItem", {}) == {}


def test_many_calls_share_one_connection(server: Loopback, service: JsonService) -> None:
    for _ in range(5):
        service.call("Query", {})
    assert (len(server.asked), server.connections) == (5, 1)


def test_after_a_pause_a_fresh_connection_is_opened(
    server: Loopback, service: JsonService, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.call("Query", {})
    monkeypatch.setattr("hearth.runtime.aws_json._IDLE_S", -1.0)
    service.call("Query", {})
    assert (len(server.asked), server.connections) == (2, 2)


def test_a_closed_service_can_be_used_again(server: Loopback, service: JsonService) -> None:
    for _ in range(2):
        service.call("Query", {})
        service.close()
    assert server.connections == 2


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        (
            {"__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"},
            "ConditionalCheckFailedException",
            "",
        ),
        (
            {"__type": "com.amazon.coral.validate#ValidationException", "message": "too big"},
            "ValidationException",
            "too big",
        ),
        ({"__type": "ParameterNotFound", "Message": "no such"}, "ParameterNotFound", "no such"),
        ({}, "400", ""),
    ],
)
def test_a_refusal_names_its_error_and_is_not_repeated(
    server: Loopback, service: JsonService, body: dict[str, str], code: str, message: str
) -> None:
    server.plan(answer(body, 400))
    with pytest.raises(AwsError) as refused:
        service.call("PutItem", {})
    assert refused.value.code == code
    assert str(refused.value) == f"{code}: {message}"
    assert len(server.asked) == 1


def test_a_refusal_that_is_not_json_is_a_refusal(server: Loopback, service: JsonService) -> None:
    server.plan(Planned(403, b"<html>denied by a proxy</html>"))
    with pytest.raises(AwsError) as refused:
        service.call("PutItem", {})
    assert refused.value.code == "403"


@pytest.mark.parametrize(
    ("region", "own", "expected"),
    [
        ("eu-west-1", {}, "ssm.eu-west-1.amazonaws.com"),
        ("cn-north-1", {}, "ssm.cn-north-1.amazonaws.com.cn"),
        ("eu-west-1", {"AWS_ENDPOINT_URL": "https://all.example"}, "all.example"),
        (
            "eu-west-1",
            {
                "AWS_ENDPOINT_URL": "https://all.example",
                "AWS_ENDPOINT_URL_SSM": "https://s.example",
            },
            "s.example",
        ),
    ],
)
def test_the_address_is_the_regions_or_the_one_named_in_the_environment(
    aws_environment: pytest.MonkeyPatch,
    waits: list[float],
    region: str,
    own: dict[str, str],
    expected: str,
) -> None:
    aws_environment.delenv("AWS_ENDPOINT_URL")
    for name, value in {"AWS_REGION": region, **own}.items():
        aws_environment.setenv(name, value)
    asked: list[str] = []

    def unreachable(host: str, **_: object) -> http.client.HTTPSConnection:
        asked.append(host)
        raise ConnectionRefusedError

    aws_environment.setattr(http.client, "HTTPSConnection", unreachable)
    with pytest.raises(Unavailable):
        ssm().call("GetParameter", {})
    assert set(asked) == {expected}
