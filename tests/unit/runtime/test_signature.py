"""Our signature of a request is the one that AWS's own signer makes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import botocore.auth
import pytest
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from hypothesis import HealthCheck, given, settings

from hearth.domain.errors import Misconfigured
from hearth.runtime.aws_json import JsonService, dynamodb, ssm
from tests.unit.runtime.loopback import Asked, Loopback
from tests.unit.strategies import json_values

SIGNED = ("content-type", "host", "x-amz-date", "x-amz-target", "x-amz-security-token")


def _signed_by_botocore(
    asked: Asked, service: str, token: str | None, patch: pytest.MonkeyPatch
) -> str:
    """The Authorization header that botocore gives the same request at the same time."""
    then = datetime.strptime(asked.headers["x-amz-date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    patch.setattr(botocore.auth, "get_current_datetime", lambda: then)
    own = ("content-type", "host", "x-amz-target")
    headers = {name: asked.headers[name] for name in own}
    url = f"http://{asked.headers['host']}/"
    request = AWSRequest("POST", url, headers=headers, data=asked.body)
    credentials = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token)
    botocore.auth.SigV4Auth(credentials, service, "eu-west-1").add_auth(request)
    return str(request.headers["Authorization"])


@pytest.mark.parametrize(("make", "name"), [(dynamodb, "dynamodb"), (ssm, "ssm")])
@pytest.mark.parametrize("token", [None, "FwoGZXIvYXdzEXAMPLE/token+with=signs"])
def test_the_signature_is_the_one_botocore_makes(
    server: Loopback,
    aws_environment: pytest.MonkeyPatch,
    make: Callable[[], JsonService],
    name: str,
    token: str | None,
) -> None:
    if token:
        aws_environment.setenv("AWS_SESSION_TOKEN", token)
    service = make()
    service.call("GetItem", {"TableName": "茶", "Key": {"code": {"S": "tea1"}}})
    service.close()
    (asked,) = server.asked
    expected = _signed_by_botocore(asked, name, token, aws_environment)
    assert asked.headers["authorization"] == expected
    assert asked.headers.get("x-amz-security-token") == token


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=json_values)
def test_whatever_is_sent_is_signed_as_it_is_sent(
    server: Loopback, aws_environment: pytest.MonkeyPatch, content: object
) -> None:
    server.asked.clear()
    service = dynamodb()
    service.call("PutItem", {"Item": content})
    service.close()
    (asked,) = server.asked
    assert json.loads(asked.body) == {"Item": content}
    expected = _signed_by_botocore(asked, "dynamodb", None, aws_environment)
    assert asked.headers["authorization"] == expected


def test_every_header_that_matters_is_signed(
    server: Loopback, aws_environment: pytest.MonkeyPatch
) -> None:
    aws_environment.setenv("AWS_SESSION_TOKEN", "token")
    service = dynamodb()
    service.call("Query", {})
    service.close()
    names = server.asked[0].headers["authorization"].partition("SignedHeaders=")[2].split(",")[0]
    assert sorted(names.split(";")) == sorted(SIGNED)


@pytest.mark.parametrize(
    ("make", "operation", "target", "content_type"),
    [
        (dynamodb, "UpdateItem", "DynamoDB_20120810.UpdateItem", "application/x-amz-json-1.0"),
        (ssm, "GetParameter", "AmazonSSM.GetParameter", "application/x-amz-json-1.1"),
    ],
)
def test_each_service_is_spoken_to_in_its_own_dialect(
    server: Loopback,
    aws_environment: pytest.MonkeyPatch,
    make: Callable[[], JsonService],
    operation: str,
    target: str,
    content_type: str,
) -> None:
    service = make()
    service.call(operation, {})
    service.close()
    assert server.asked[0].path == "/"
    assert server.asked[0].headers["x-amz-target"] == target
    assert server.asked[0].headers["content-type"] == content_type


@pytest.mark.parametrize("name", ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
def test_a_setting_that_signing_needs_is_named_when_missing(
    aws_environment: pytest.MonkeyPatch, name: str
) -> None:
    aws_environment.delenv(name)
    with pytest.raises(Misconfigured, match=name):
        dynamodb().call("Query", {})
