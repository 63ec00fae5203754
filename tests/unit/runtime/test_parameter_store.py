"""Secrets from SSM: asked for once, forgotten in time, refused in words."""

import pytest

from hearth.domain.errors import Misconfigured, NotFound, Unavailable
from hearth.runtime.aws_json import AwsError
from hearth.runtime.secrets import ParameterStore
from tests.unit.runtime.toy_ssm import ToySsm

ACCOUNT = "/hearth/test/accounts/onebot/main"


@pytest.mark.parametrize("path", ["/hearth/test", "/hearth/test/"])
def test_a_name_is_read_below_the_path(ssm: ToySsm, path: str) -> None:
    assert ParameterStore(path, ssm).read("key") == "k1"
    assert ssm.asked == ["/hearth/test/key"]


def test_an_answer_is_kept_for_five_minutes_at_most(ssm: ToySsm, now: list[float]) -> None:
    store = ParameterStore("/hearth/test", ssm, lambda: now[0])
    for at in (1000.0, 1001.0, 1239.9):
        now[0] = at
        assert store.read("key") == "k1"
    assert len(ssm.asked) == 1
    ssm.parameters["/hearth/test/key"] = "k2"
    now[0] = 1300.0
    assert store.read("key") == "k2"


def test_what_was_read_together_is_not_asked_for_again_together(
    ssm: ToySsm, now: list[float]
) -> None:
    stores = [ParameterStore("/hearth/test", ssm, lambda: now[0]) for _ in range(100)]
    for at in (1000.0, 1270.0):
        now[0] = at
        for store in stores:
            store.read("key")
    assert 100 < len(ssm.asked) < 200


def test_that_there_is_none_is_kept_for_a_quarter_of_a_minute(
    ssm: ToySsm, now: list[float]
) -> None:
    store = ParameterStore("/hearth/test", ssm, lambda: now[0])
    for at in (1000.0, 1014.9):
        now[0] = at
        with pytest.raises(NotFound, match="no parameter new"):
            store.read("new")
    assert len(ssm.asked) == 1
    ssm.parameters["/hearth/test/new"] = "n1"
    now[0] = 1015.0
    assert store.read("new") == "n1"


def test_a_known_value_is_used_on_while_nobody_answers(
    ssm: ToySsm, now: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    store = ParameterStore("/hearth/test", ssm, lambda: now[0])
    store.account("onebot", "main")
    ssm.failing = Unavailable("ssm GetParameter: ThrottlingException")
    for at in (1300.0, 1301.0, 1314.9, 1315.0, 9999.0):
        now[0] = at
        assert store.account("onebot", "main")["secret"] == "s3cret"
    assert len(ssm.asked) == 4  # not with each callback, or the throttling would never end
    said = capsys.readouterr().err
    assert "accounts/onebot/main" in said and "Throttling" in said and "s3cret" not in said


def test_after_a_failure_the_new_value_is_soon_used(ssm: ToySsm, now: list[float]) -> None:
    store = ParameterStore("/hearth/test", ssm, lambda: now[0])
    store.read("key")
    ssm.failing = Unavailable("ssm GetParameter: 503")
    now[0] = 1300.0
    store.read("key")
    ssm.failing = None
    ssm.parameters["/hearth/test/key"] = "k2"
    now[0] = 1315.0
    assert store.read("key") == "k2"


def test_a_value_that_was_deleted_or_locked_is_not_used_on(ssm: ToySsm, now: list[float]) -> None:
    store = ParameterStore("/hearth/test", ssm, lambda: now[0])
    store.read("key")
    now[0] = 1300.0
    ssm.failing = AwsError("AccessDeniedException", "no")
    with pytest.raises(AwsError):
        store.read("key")
    ssm.failing = None
    del ssm.parameters["/hearth/test/key"]
    for _ in range(2):
        with pytest.raises(NotFound):
            store.read("key")
    assert len(ssm.asked) == 3


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
