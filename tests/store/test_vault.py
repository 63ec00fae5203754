"""The console's secrets: kept encrypted, never by halves."""

from collections.abc import Iterator

import pytest

from hearth.console_ports import SecretVault
from hearth.domain.errors import Misconfigured, NotFound
from hearth.runtime.aws_json import JsonService, ssm
from hearth.runtime.secrets import ParameterStore
from hearth.runtime.vault import Vault
from tests.conftest import Aws
from tests.fakes.vault import FakeVault
from tests.support.both import BOTH
from tests.support.unique import unique


@pytest.fixture
def service(aws: Aws) -> Iterator[JsonService]:
    made = ssm()
    yield made
    made.close()


@pytest.fixture(params=BOTH)
def vault(request: pytest.FixtureRequest) -> SecretVault:
    if request.param == "memory":
        return FakeVault()
    return Vault(f"/hearth/{unique()}", request.getfixturevalue("service"))


def test_secrets_come_back_as_kept_and_are_replaced_whole(vault: SecretVault) -> None:
    vault.keep_account("onebot", "main", {"secret": "火", "access_token": "t"})
    vault.keep_account("onebot", "main", {"secret": "s2"})
    assert vault.account("onebot", "main") == {"secret": "s2"}


def test_forgotten_secrets_are_gone_and_may_be_forgotten_again(vault: SecretVault) -> None:
    vault.keep_account("onebot", "main", {"secret": "s"})
    vault.forget_account("onebot", "main")
    vault.forget_account("onebot", "main")
    with pytest.raises(NotFound):
        vault.account("onebot", "main")


def test_other_rooms_read_what_was_kept(service: JsonService) -> None:
    path = f"/hearth/{unique()}"
    Vault(path, service).keep_account("onebot", "main", {"secret": "火"})
    assert ParameterStore(path, service).account("onebot", "main") == {"secret": "火"}


def test_secrets_are_stored_encrypted(service: JsonService) -> None:
    path = f"/hearth/{unique()}"
    Vault(path, service).keep_account("onebot", "main", {"secret": "tell-nobody"})
    name = f"{path}/accounts/onebot/main"
    found = service.call("GetParameter", {"Name": name, "WithDecryption": False})["Parameter"]
    assert found["Type"] == "SecureString" and "tell-nobody" not in found["Value"]


@pytest.mark.parametrize("value", ["nonsense", "[]", "7"])
def test_a_parameter_that_is_no_object_names_itself(service: JsonService, value: str) -> None:
    path = f"/hearth/{unique()}"
    vault = Vault(path, service)
    vault._put("accounts/onebot/main", value, overwrite=True)
    with pytest.raises(Misconfigured, match="accounts/onebot/main"):
        vault.account("onebot", "main")


def test_keys_are_made_once_and_long(service: JsonService) -> None:
    path = f"/hearth/{unique()}"
    first, second = Vault(path, service).session_key(), Vault(path, service).session_key()
    assert first == second and len(first) == 64
    Vault(path, service).ensure_visitor_key()
    key = ParameterStore(path, service).read("livecode/visitor-key")
    assert key != first and len(key) == 64
    assert Vault(path, service).visitor_key() == key


def test_of_two_who_make_a_key_both_get_the_same(
    service: JsonService, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/hearth/{unique()}"
    other = Vault(path, service)
    vault = Vault(path, service)
    original, asked = vault._get, []

    def get(name: str) -> str:
        asked.append(name)
        if len(asked) == 1:
            other.session_key()
            raise NotFound(name)
        return original(name)

    monkeypatch.setattr(vault, "_get", get)
    assert vault.session_key() == other.session_key()
