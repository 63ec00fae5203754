"""Accounts without their secrets."""

from dataclasses import replace

import pytest

from hearth.console_ports import AccountStore
from hearth.domain.accounts import Account
from hearth.domain.errors import Conflict, NotFound
from hearth.store.accounts import Accounts
from tests.fakes.accounts import FakeAccounts
from tests.support.both import BOTH, either
from tests.support.unique import unique


@pytest.fixture(params=BOTH)
def accounts(request: pytest.FixtureRequest) -> AccountStore:
    return either(request, FakeAccounts, Accounts, "ACCOUNTS_TABLE")


@pytest.fixture
def bot() -> Account:
    return Account("onebot", unique(), "Our bot", 9, ("api_base", "secret"))


def test_an_account_comes_back_as_entered(accounts: AccountStore, bot: Account) -> None:
    accounts.add(bot)
    assert accounts.get("onebot", bot.account) == bot
    with pytest.raises(NotFound):
        accounts.get("telegram", bot.account)


def test_an_account_is_entered_once_and_a_change_makes_none(
    accounts: AccountStore, bot: Account
) -> None:
    with pytest.raises(Conflict):
        accounts.change(bot)
    accounts.add(bot)
    with pytest.raises(Conflict):
        accounts.add(bot)
    accounts.change(replace(bot, name="Their bot", fields=()))
    assert accounts.get("onebot", bot.account) == replace(bot, name="Their bot", fields=())


def test_one_name_may_be_used_on_two_platforms(accounts: AccountStore, bot: Account) -> None:
    other = replace(bot, platform="telegram")
    accounts.add(bot)
    accounts.add(other)
    listed = accounts.page(f"onebot:{bot.account[:-1]}")[0] + accounts.page("telegram:")[0]
    assert bot in listed and other in listed


def test_a_removed_account_is_gone_and_may_be_removed_again(
    accounts: AccountStore, bot: Account
) -> None:
    accounts.add(bot)
    accounts.remove(bot)
    accounts.remove(bot)
    with pytest.raises(NotFound):
        accounts.get("onebot", bot.account)
    assert bot not in accounts.page(f"onebot:{bot.account[:-1]}")[0]
