"""AWS is reached by TLS that checks who answers."""

import ssl

import pytest

from hearth.runtime.aws_json import _tls, dynamodb, ssm


@pytest.fixture(autouse=True)
def aws_itself(aws_environment: pytest.MonkeyPatch) -> None:
    aws_environment.delenv("AWS_ENDPOINT_URL")


def test_the_certificate_and_its_name_are_checked() -> None:
    assert _tls().verify_mode is ssl.CERT_REQUIRED and _tls().check_hostname
    assert _tls().minimum_version >= ssl.TLSVersion.TLSv1_2


def test_all_services_share_what_is_trusted() -> None:
    tables, secrets = dynamodb()._unconnected(), ssm()._unconnected()
    assert (tables.host, tables.port) == ("dynamodb.eu-west-1.amazonaws.com", 443)
    assert (secrets.host, secrets.port) == ("ssm.eu-west-1.amazonaws.com", 443)
    assert vars(tables)["_context"] is vars(secrets)["_context"] is _tls()
