"""The way into a deployed stack: its console's settings, its address, the caller's rights."""

from typing import Any, cast

import boto3
import pytest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from infra.deployed import main as deployed
from infra.deployed import rights
from infra.invite import NoInvitation, address, invite, main

OWN = {"OutputKey": "ApiUrl", "OutputValue": "https://api.example.org"}


class Stack:
    """One deployed stack, as its CloudFormation and Lambda clients tell of it."""

    def __init__(self, **variables: str) -> None:
        self._variables = variables

    def describe_stacks(self, StackName: str) -> dict[str, Any]:
        return {"Stacks": [{"Outputs": [OWN]}]}

    def get_function_configuration(self, FunctionName: str) -> dict[str, Any]:
        if FunctionName != "hearth-console":
            refusal: Any = {"Error": {"Code": "ResourceNotFoundException", "Message": "not found"}}
            raise ClientError(refusal, "GetFunctionConfiguration")
        return {"Environment": {"Variables": self._variables}}


class Session:
    """A caller with keys, in one region."""

    region_name = "eu-central-1"

    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    def client(self, name: str) -> Stack:
        return self._stack

    def get_credentials(self) -> Credentials:
        return Credentials("key", "secret")


def _session(**variables: str) -> boto3.Session:
    return cast(boto3.Session, Session(Stack(**variables)))


def test_the_caller_acts_with_his_own_rights() -> None:
    assert rights(_session()) == {
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "eu-central-1",
    }


@pytest.mark.parametrize(
    ("public", "wanted"), [("", OWN["OutputValue"]), ("https://x.example", "https://x.example")]
)
def test_the_link_leads_to_where_people_reach_the_stack(public: str, wanted: str) -> None:
    stack = cast(Any, Stack())
    assert address(stack, "hearth", {"PUBLIC_URL": public}) == wanted


def test_a_stack_that_is_not_there_is_said() -> None:
    with pytest.raises(NoInvitation, match="not found"):
        invite(_session(), "elsewhere", [])


def test_a_console_without_settings_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENTS_TABLE", raising=False)  # other tests have tables in common
    with pytest.raises(NoInvitation, match="not set in the environment: EVENTS_TABLE"):
        invite(_session(SECRETS_PATH="/hearth/hearth"), "hearth", [])


def test_a_command_needs_a_stack_and_a_module(capsys: pytest.CaptureFixture[str]) -> None:
    assert deployed(["hearth"]) == deployed(["--help", "infra.reconcile"]) == 2
    assert "usage" in capsys.readouterr().err


def test_a_stack_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
