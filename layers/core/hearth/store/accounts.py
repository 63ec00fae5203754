"""Accounts without their secrets. Item: ``account`` (hash, ``platform:account``), name, …"""

from pynamodb.attributes import (
    ListAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.models import Model

from hearth.domain.accounts import Account
from hearth.store.base import translated
from hearth.store.connection import bind
from hearth.store.directory import Directory


class AccountItem(Model):
    class Meta:
        table_name = ""

    account = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute()
    created = NumberAttribute()
    fields = ListAttribute(of=UnicodeAttribute)


class AccountDirectory(Model):
    class Meta:
        table_name = ""

    account = UnicodeAttribute(hash_key=True)
    ids = UnicodeSetAttribute(null=True)


class Accounts:
    """The table ``accounts``."""

    def __init__(self, table_name: str) -> None:
        bind(AccountItem, table_name)
        bind(AccountDirectory, table_name)
        self._directory = Directory(AccountDirectory, "account")

    def add(self, account: Account) -> None:
        """Enter a new account; raises Conflict when it is there."""
        self._directory.enter(account.id)
        with translated("account"):
            _write(account).save(AccountItem.account.does_not_exist())

    def change(self, account: Account) -> None:
        """Replace a known account; raises Conflict when it is not there."""
        with translated("account"):
            _write(account).save(AccountItem.account.exists())

    def remove(self, account: Account) -> None:
        """Forget an account; harmless when it is not there."""
        with translated("account"):
            AccountItem(account.id).delete()
        self._directory.leave(account.id)

    def get(self, platform: str, account: str) -> Account:
        """One account; raises NotFound."""
        with translated("account"):
            return _read(AccountItem.get(f"{platform}:{account}", consistent_read=True))

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Account], str]:
        """Accounts by key and the next page's cursor."""
        keys, following = self._directory.page(cursor, limit)
        with translated("account"):
            found = list(AccountItem.batch_get(keys, consistent_read=True)) if keys else []
        return sorted(map(_read, found), key=lambda account: account.id), following


def _write(account: Account) -> AccountItem:
    return AccountItem(
        account.id, name=account.name, created=account.created, fields=list(account.fields)
    )


def _read(item: AccountItem) -> Account:
    platform, _, account = item.account.partition(":")
    fields = tuple(str(field) for field in item.fields)
    return Account(platform, account, item.name, int(item.created), fields)
