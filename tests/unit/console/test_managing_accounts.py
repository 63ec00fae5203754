"""Accounts: secrets go in and never come out."""

import pytest

from hearth.domain.errors import BadInput, Conflict, Forbidden, NotFound, Unavailable
from hearth.domain.operators import Actor
from hearth.usecases.manage_accounts import ManageAccounts
from tests.fakes.accounts import FakeAccounts
from tests.fakes.vault import FakeVault
from tests.unit.console.people import OPERATOR, OWNER, VIEWER, Office

SECRETS = {"secret": "tell-nobody", "api_base": "http://127.0.0.1:3000"}


class Shop:
    """Accounts in memory."""

    def __init__(self) -> None:
        self.office, self.store, self.vault = Office(), FakeAccounts(), FakeVault()
        self.accounts = ManageAccounts(self.store, self.vault, self.office.audit, self.office.clock)

    def enter(self) -> None:
        self.accounts.create(OWNER, "onebot", "main", "Our bot", SECRETS)


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_an_account_names_its_secrets_and_shows_none(shop: Shop) -> None:
    shop.enter()
    account = shop.store.get("onebot", "main")
    assert account.fields == ("api_base", "secret")
    assert shop.vault.account("onebot", "main") == SECRETS
    assert "tell-nobody" not in repr((account, shop.office.log.entries))


@pytest.mark.parametrize(
    ("platform", "account", "secrets"),
    [
        ("irc", "main", SECRETS),
        ("onebot", "Main", SECRETS),
        ("onebot", "../main", SECRETS),
        ("onebot", "main", {"secret": "x"}),
        ("onebot", "main", SECRETS | {"colour": "red"}),
        ("onebot", "main", SECRETS | {"api_base": "file:///etc/passwd"}),
    ],
)
def test_what_cannot_be_used_changes_nothing(
    shop: Shop, platform: str, account: str, secrets: dict[str, str]
) -> None:
    with pytest.raises(BadInput):
        shop.accounts.create(OWNER, platform, account, "Our bot", secrets)
    assert not len(shop.store) and not len(shop.vault) and not shop.office.log.entries


def test_a_second_account_of_that_name_leaves_the_firsts_secrets_alone(shop: Shop) -> None:
    shop.enter()
    with pytest.raises(Conflict):
        shop.accounts.create(OWNER, "onebot", "main", "Theirs", SECRETS | {"secret": "other"})
    assert shop.vault.account("onebot", "main") == SECRETS


def test_an_account_without_its_secrets_is_withdrawn(shop: Shop) -> None:
    shop.vault.down = True
    with pytest.raises(Unavailable):
        shop.enter()
    assert not len(shop.store)
    shop.vault.down = False
    shop.enter()


def test_one_secret_is_replaced_and_one_forgotten(shop: Shop) -> None:
    shop.enter()
    shop.accounts.change(OWNER, "onebot", "main", None, {"access_token": "t1"})
    changed = shop.accounts.change(
        OWNER, "onebot", "main", "New name", {"secret": "s2", "access_token": None}
    )
    assert (changed.name, changed.fields) == ("New name", ("api_base", "secret"))
    assert shop.vault.account("onebot", "main") == SECRETS | {"secret": "s2"}
    assert shop.office.log.entries[-1].after["replaced"] == ["access_token", "secret"]


def test_a_needed_secret_cannot_be_forgotten(shop: Shop) -> None:
    shop.enter()
    with pytest.raises(BadInput, match="missing: secret"):
        shop.accounts.change(OWNER, "onebot", "main", None, {"secret": None})
    assert shop.vault.account("onebot", "main") == SECRETS


def test_lost_secrets_can_be_given_again(shop: Shop) -> None:
    shop.enter()
    shop.vault.forget_account("onebot", "main")
    assert shop.accounts.change(OWNER, "onebot", "main", None, SECRETS).fields


def test_a_removed_account_takes_its_secrets_along(shop: Shop) -> None:
    shop.enter()
    shop.accounts.remove(OWNER, "onebot", "main")
    assert not len(shop.store) and not len(shop.vault)
    with pytest.raises(NotFound):
        shop.accounts.remove(OWNER, "onebot", "main")


def test_an_operator_may_rename_but_not_touch_secrets(shop: Shop) -> None:
    shop.enter()
    assert shop.accounts.change(OPERATOR, "onebot", "main", "New", {}).name == "New"
    with pytest.raises(Forbidden):
        shop.accounts.change(OPERATOR, "onebot", "main", None, {"secret": "s2"})
    with pytest.raises(Forbidden):
        shop.accounts.remove(OPERATOR, "onebot", "main")
    assert shop.vault.account("onebot", "main") == SECRETS


@pytest.mark.parametrize("actor", [OPERATOR, VIEWER])
def test_only_owners_enter_accounts(shop: Shop, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        shop.accounts.create(actor, "onebot", "main", "Our bot", SECRETS)
    assert not len(shop.vault)
