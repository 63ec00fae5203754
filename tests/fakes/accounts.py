"""Accounts in memory."""

from hearth.domain.accounts import Account
from hearth.domain.errors import Conflict, NotFound
from tests.fakes.directory import behind

_TAKEN = "this account exists already or has changed meanwhile"


class FakeAccounts:
    """The contract of ``store.accounts.Accounts``."""

    def __init__(self) -> None:
        self._kept: dict[str, Account] = {}

    def __contains__(self, account: str) -> bool:
        return account in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, account: Account) -> None:
        if account.id in self._kept:
            raise Conflict(_TAKEN)
        self._kept[account.id] = account

    def change(self, account: Account) -> None:
        if account.id not in self._kept:
            raise Conflict(_TAKEN)
        self._kept[account.id] = account

    def remove(self, account: Account) -> None:
        self._kept.pop(account.id, None)

    def get(self, platform: str, account: str) -> Account:
        key = f"{platform}:{account}"
        if key not in self._kept:
            raise NotFound("there is no such account")
        return self._kept[key]

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Account], str]:
        return behind(self._kept, cursor, limit)
