"""Secrets from SSM: asked for once, forgotten in time, refused in words."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from hearth.domain.errors import Misconfigured, NotFound, Unavailable
from hearth.runtime.aws_json import AwsError
from hearth.runtime.secrets import ParameterStore


class ToySsm:
    """SSM with some parameters; writes down what it was asked."""

    def __init__(self, parameters: Mapping[str, str]) -> None:
        self.parameters = dict(parameters)
        self.asked: list[str] = []
        self.failing: Exception | None = None

    def call(self, operation: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        assert operation == "GetParameter" and payload["WithDecryption"] is True
        self.asked.append(payload["Name"])
        if self.failing:
            raise self.failing
        if payload["Name"] not in self.parameters:
            raise AwsError("ParameterNotFound", "")
        return {"Parameter": {"Value": self.parameters[payload["Name"]]}}


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time in seconds, to be moved."""
    time = [1000.0]
    monkeypatch.setattr("hearth.runtime.secrets.time.monotonic", lambda: time[0])
    return time


ACCOUNT = "/hearth/test/accounts/onebot/main"


@pytest.fixture
def ssm() -> ToySsm:
    secrets = json.dumps({"secret": "s3cret", "port": 5700})
    return ToySsm({"/hearth/test/key": "k1", ACCOUNT: secrets})


@pytest.mark.parametrize("path", ["/hearth/test", "/hearth/test/"])
def test_a_name_is_read_below_the_path(ssm: ToySsm, path: str) -> None:
    assert ParameterStore(path, ssm).read("key") == "k1"
    assert ssm.asked == ["/hearth/test/key"]


def test_an_answer_is_kept_for_five_minutes(ssm: ToySsm, now: list[float]) -> None:
    store = ParameterStore("/hearth/test", ssm)
    for at in (1000.0, 1001.0, 1299.9):
        now[0] = at
        assert store.read("key") == "k1"
    assert len(ssm.asked) == 1
    ssm.parameters["/hearth/test/key"] = "k2"
    now[0] = 1300.0
    assert store.read("key") == "k2"


def test_that_there_is_none_is_kept_for_a_quarter_of_a_minute(
    ssm: ToySsm, now: list[float]
) -> None:
    store = ParameterStore("/hearth/test", ssm)
    for at in (1000.0, 1014.9):
        now[0] = at
        with pytest.raises(NotFound, match="no parameter new"):
            store.read("new")
    assert len(ssm.asked) == 1
    ssm.parameters["/hearth/test/new"] = "n1"
    now[0] = 1015.0
    assert store.read("new") == "n1"


@pytest.mark.parametrize(
    "failure", [Unavailable("ssm GetParameter: 503"), AwsError("AccessDeniedException", "no")]
)
def test_a_failure_is_passed_on_and_not_kept(ssm: ToySsm, failure: Exception) -> None:
    store = ParameterStore("/hearth/test", ssm)
    ssm.failing = failure
    with pytest.raises(type(failure)):
        store.read("key")
    ssm.failing = None
    assert store.read("key") == "k1"


def test_what_strangers_ask_for_does_not_fill_the_memory(ssm: ToySsm) -> None:
    store = ParameterStore("/hearth/test", ssm)
    for number in range(2500):
        with pytest.raises(NotFound):
            store.account("onebot", f"guess-{number}")
        assert len(store._known) <= 1000


def test_several_answers_are_kept_at_once(ssm: ToySsm) -> None:
    store = ParameterStore("/hearth/test", ssm)
    for _ in range(3):
        store.read("key")
        store.account("onebot", "main")
    assert len(ssm.asked) == 2


def test_an_accounts_secrets_are_texts_by_name(ssm: ToySsm) -> None:
    store = ParameterStore("/hearth/test", ssm)
    assert store.account("onebot", "main") == {"secret": "s3cret", "port": "5700"}
    assert ssm.asked == [ACCOUNT]


def test_an_account_nobody_has_entered_is_not_found(ssm: ToySsm) -> None:
    with pytest.raises(NotFound, match="accounts/onebot/other"):
        ParameterStore("/hearth/test", ssm).account("onebot", "other")


@pytest.mark.parametrize("value", ["s3cret", "", "[]", '"s3cret"', "7", "null", '[["s3cret"]]'])
def test_secrets_that_are_no_object_are_named_but_not_repeated(ssm: ToySsm, value: str) -> None:
    ssm.parameters[ACCOUNT] = value
    with pytest.raises(Misconfigured, match="accounts/onebot/main is not a JSON object") as wrong:
        ParameterStore("/hearth/test", ssm).account("onebot", "main")
    assert "s3cret" not in str(wrong.value)
